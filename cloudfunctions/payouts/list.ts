import type { Output } from '../../domain/api'
import { sumFen } from '../../domain/money'
import { settled, toBatchRow, type PayoutBatch } from '../../domain/procedures/payout'
import type { Call } from '../shared/gate'
import { store } from '../shared/store'
import { BATCH_MOST } from './export'
import { readyNow, reportDayNow } from './ready'
import { requestsBy } from './requests'

/** A school makes some fifteen batches a year. */
const SHOWN = 50

/** What can be paid now, and the batches so far, the newest first. */
export async function list(_: unknown, { now }: Call): Promise<Output<'payouts.list'>> {
  const [ready, batches, reportOn] = await Promise.all([
    readyNow(),
    store.find('batches', { orderBy: [['at', 'desc']], limit: SHOWN }),
    reportDayNow(),
  ])
  const amounts = ready.payable.map(({ amountFen }) => amountFen)
  return {
    ready: { count: amounts.length, totalFen: sumFen(amounts) },
    unreported: ready.unreported,
    zero: ready.zero,
    reportOn,
    most: BATCH_MOST,
    batches: (await Promise.all(batches.map(withRows))).map(toBatchRow),
    now: now.toISOString(),
  }
}

/** Rows are written at the end of an export; of one that died, the requests tell who is in it. */
async function withRows(batch: PayoutBatch): Promise<PayoutBatch> {
  return batch.rows.length > 0 ? batch : settled(batch, await requestsBy(batch.planned))
}
