import { serve } from '../shared/gate'
import { callsAndTimer } from '../shared/timer'
import { batch } from './batch'
import { exportBatch } from './export'
import { importResults } from './import'
import { link } from './link'
import { list } from './list'
import { release } from './release'
import { sweep } from './sweep'

/** 退款批次: card refunds go to the bank in sheets, and its results come back; old sheets are removed. */
export const main = callsAndTimer(
  serve('payouts', {
    'payouts.list': list,
    'payouts.batch': batch,
    'payouts.export': exportBatch,
    'payouts.link': link,
    'payouts.release': release,
    'payouts.import': importResults,
  }),
  sweep,
)
