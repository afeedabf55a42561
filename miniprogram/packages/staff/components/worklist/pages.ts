import type { WorklistAnswer } from '../../../../../domain/procedures/answers'
import type { FiledCode } from '../../../../../domain/procedures/request'
import { call } from '../../../../services/call'
import { toWorkRowView, type WorkRowView } from '../work-row/view'

export interface Pages {
  counts: WorklistAnswer['counts']
  rows: WorkRowView[]
  more: boolean
  templates: string[]
}

/**
 * The first so many pages of a worklist, one call each. What moved from one page to another while they
 * came is shown once.
 */
export async function loadPages(procedure: FiledCode | '', count: number): Promise<Pages> {
  const numbers = Array.from({ length: count }, (_, page) => page)
  const answers = await Promise.all(
    numbers.map((page) => call('desk.worklist', { ...(procedure && { procedure }), page })),
  )
  const rows = answers.flatMap(({ rows, now }) =>
    rows.map((row) => toWorkRowView(row, now, 'summary')),
  )
  const first = new Map(rows.map((row) => [row.id, row]))
  return {
    counts: answers[0]?.counts ?? [],
    rows: [...first.values()],
    more: answers[count - 1]?.more ?? false,
    templates: answers[0]?.templates ?? [],
  }
}
