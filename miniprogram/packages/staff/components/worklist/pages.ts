import type { WorklistAnswer } from '../../../../../domain/procedures/answers'
import type { FiledCode } from '../../../../../domain/procedures/request'
import { call } from '../../../../services/call'
import { firstPages } from '../../../../services/pages'
import { toWorkRowView, type WorkRowView } from '../work-row/view'

export interface Pages {
  counts: WorklistAnswer['counts']
  rows: WorkRowView[]
  more: boolean
  templates: string[]
}

/** The first so many pages of a worklist. @throws ClearanceError as `call` does */
export async function loadPages(procedure: FiledCode | '', count: number): Promise<Pages> {
  const askPage = (page: number) => call('desk.worklist', { ...(procedure && { procedure }), page })
  const { first, rows, more } = await firstPages(count, askPage, ({ id }) => id)
  const { counts, templates, now } = first
  return { counts, rows: rows.map((row) => toWorkRowView(row, now, 'summary')), more, templates }
}
