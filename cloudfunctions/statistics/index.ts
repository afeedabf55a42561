import { serve } from '../shared/gate'
import { exportTable } from './export'
import { lacking } from './lacking'
import { overview } from './overview'
import { remind } from './remind'

/** 统计: how far everybody is, who lacks what, the same as a table, and a reminder to all of a list. */
export const main = serve('statistics', {
  'statistics.overview': overview,
  'statistics.lacking': lacking,
  'statistics.export': exportTable,
  'statistics.remind': remind,
})
