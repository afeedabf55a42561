import type { RejectView } from '../../../domain/feeds/answers'
import { clock } from '../clock'
import { store } from '../store'
import { pages } from '../pages'
import { inTransaction } from '../transaction'

/** Rows in one document, well within what a request carries. */
const ROWS = 500

/** Keeps the rows of a run that could not be used; once more with the same changes nothing. */
export async function keepRejects(run: string, rejects: readonly RejectView[]): Promise<void> {
  const at = clock.now().toISOString()
  for (let start = 0; start < rejects.length; start += ROWS) {
    const _id = `${run}#${String(start / ROWS).padStart(4, '0')}`
    const rows = rejects.slice(start, start + ROWS)
    await inTransaction((transaction) => transaction.replace('rejects', { _id, run, rows, at }))
  }
}

/** The first of them. */
export async function someRejects(run: string, most: number): Promise<RejectView[]> {
  const found = await store.findOne('rejects', { _id: `${run}#0000` })
  return (found?.rows ?? []).slice(0, most)
}

export async function allRejects(run: string): Promise<RejectView[]> {
  const rows: RejectView[] = []
  for await (const page of pages('rejects', { run }))
    rows.push(...page.flatMap((each) => each.rows))
  return rows
}
