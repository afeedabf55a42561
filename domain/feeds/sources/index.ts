import type { SourceCode } from '../source'
import { card, cardReport } from './card'
import { dorm } from './dorm'
import { finance } from './finance'
import { library } from './library'
import { libraryCard } from './library-card'
import { roster } from './roster'
import type { Source } from './table'
import { hukou, league, party } from './traits'

/** Every source, by its code. */
export const SOURCES: Record<SourceCode, Source> = {
  finance,
  card,
  cardReport,
  library,
  libraryCard,
  dorm,
  roster,
  league,
  party,
  hukou,
}
