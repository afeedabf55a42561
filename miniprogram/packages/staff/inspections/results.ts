import type { DecisionsAnswer } from '../../../../domain/procedures/answers'
import type { ResultView } from '../components/result-card/view'
import type { Draft } from './draft'

const DONE = { pass: '检查通过，等学生确认', repair: '没有通过，已告诉学生先修复或赔偿' }

/** What became of each one's part, those that failed first. */
export function toInspectionResults(
  { people }: Draft,
  results: DecisionsAnswer['results'],
): ResultView[] {
  return results
    .map(({ id, ok, message }) => {
      const person = people.find((each) => each.id === id)
      const words = ok ? DONE[person?.result ?? 'pass'] : `没有办成：${message}`
      return { id, ok, name: person?.name ?? '', words }
    })
    .sort((a, b) => Number(a.ok) - Number(b.ok))
}

/** 3 号楼 412 室，4 人的检查记录已送到 */
export function inspectionHeadline({ room }: Draft, results: readonly ResultView[]): string {
  const failed = results.filter(({ ok }) => !ok).length
  const done = results.length - failed
  if (failed === 0) return `${room}，${done} 人的检查记录已送到`
  return `${room}，${failed} 人的检查没有办成`
}
