/** As many as one call puts on record (`domain/procedures/forms/calls.ts`). */
const CHOSEN_MOST = 100

/** Chosen students, by number. */
export type Chosen = Readonly<Record<string, true>>

export const NOBODY: Chosen = {}

/** With one more or one less; as they were when there are as many as one call takes. */
export function toggled(chosen: Chosen, studentNo: string): Chosen {
  const { [studentNo]: was, ...others } = chosen
  if (was) return others
  return Object.keys(chosen).length < CHOSEN_MOST ? { ...chosen, [studentNo]: true } : chosen
}

/** Those who are still in the list. */
export function pruned(chosen: Chosen, rows: readonly { studentNo: string }[]): Chosen {
  const there = rows.filter(({ studentNo }) => chosen[studentNo])
  return Object.fromEntries(there.map(({ studentNo }) => [studentNo, true as const]))
}
