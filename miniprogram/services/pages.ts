/** A page of a list, and whether there is another one. */
interface Page {
  rows: readonly unknown[]
  more: boolean
}

type RowOf<Answer extends Page> = Answer['rows'][number]

/**
 * The first so many pages of a list, one call each, so that a list that was scrolled stays as long when
 * it is loaded anew. A row that moved from one page to another while they came is there once.
 * @param keyOf what a row is known by
 */
export async function firstPages<Answer extends Page>(
  count: number,
  ask: (page: number) => Promise<Answer>,
  keyOf: (row: RowOf<Answer>) => string,
): Promise<{ first: Answer; rows: RowOf<Answer>[]; more: boolean }> {
  const numbers = Array.from({ length: count - 1 }, (_, index) => index + 1)
  const [first, ...others] = await Promise.all([ask(0), ...numbers.map(ask)])
  const rows: RowOf<Answer>[] = [first, ...others].flatMap((answer) => answer.rows)
  const once = new Map(rows.map((row) => [keyOf(row), row]))
  const { more } = others[others.length - 1] ?? first
  return { first, rows: [...once.values()], more }
}
