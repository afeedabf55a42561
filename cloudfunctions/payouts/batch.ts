import type { Input, Output } from '../../domain/api'
import { toBatchRow } from '../../domain/procedures/payout'
import type { Call } from '../shared/gate'
import { asItStands } from './batches'

/** A batch with its rows; of the accounts, the last four digits. */
export async function batch(
  { batch: id }: Input<'payouts.batch'>,
  { now }: Call,
): Promise<Output<'payouts.batch'>> {
  const opened = await asItStands(id)
  return {
    ...toBatchRow(opened),
    reason: opened.reason,
    rows: opened.rows.map(({ version: _, ...row }) => row),
    now: now.toISOString(),
  }
}
