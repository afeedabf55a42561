import type { WorkRow } from '../../../../../domain/procedures/answers'
import { formatWait } from '../../../../../domain/procedures/timeline'

/** A request in the words of one row, and what is needed to decide it from there. */
export interface WorkRowView extends Pick<WorkRow, 'id' | 'version' | 'procedure' | 'quick'> {
  name: string
  /** 3 号楼 412; empty for who has no room. */
  place: string
  /** 逾期, 超期提交, or empty. */
  mark: string
  hint: string
  /** 3 小时; empty where it does not matter. */
  wait: string
  /** The whole row as a screen reader says it. */
  label: string
}

/** What a row says: what it is about and for how long it waits, or where it stands. */
export type Saying = 'summary' | 'says'

export function toWorkRowView(row: WorkRow, now: string, saying: Saying): WorkRowView {
  const { id, version, procedure, quick, name, summary, says, since } = row
  const place = row.place.replace(/ 室.*$/, '')
  const mark = row.overdue ? '逾期' : row.late ? '超期提交' : ''
  const hint = saying === 'summary' ? summary : says
  const wait = saying === 'summary' ? waitOf(since, now) : ''
  const label = [name, place, mark, hint, wait].filter(Boolean).join('，')
  return { id, version, procedure, quick, name, place, mark, hint, wait, label }
}

function waitOf(since: string, now: string): string {
  const wait = formatWait(since, new Date(now))
  return wait === '0 分钟' ? '刚刚' : wait
}
