import type { VerifiedAnswer } from '../../../../../domain/procedures/answers'

/** What became of one of several requests that were decided at once. */
export interface ResultView {
  /** The request. */
  id: string
  name: string
  ok: boolean
  words: string
}

/** 林知夏 已核验; 周予安 没有办成：…, those that failed first. */
export function toResultViews(
  { results }: VerifiedAnswer,
  students: readonly { studentNo: string; name: string }[],
): ResultView[] {
  return results
    .map(({ studentNo: id, ok, message }) => ({
      id,
      ok,
      name: students.find(({ studentNo }) => studentNo === id)?.name ?? '',
      words: ok ? message : `没有办成：${message}`,
    }))
    .sort((a, b) => Number(a.ok) - Number(b.ok))
}
