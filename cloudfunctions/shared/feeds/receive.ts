import { isAhead } from '../../../domain/feeds/exported'
import { numbersIn, readRows } from '../../../domain/feeds/reading'
import { rowsOfRecords, type Row } from '../../../domain/feeds/rows'
import type { Run } from '../../../domain/feeds/run'
import { SOURCES } from '../../../domain/feeds/sources'
import type { Page } from '../../../domain/feeds/wire'
import { clock } from '../clock'
import { askPage, SourceTrouble } from './ask'
import { failed, type Work } from './runs'
import { settings } from './settings'
import type { Staged } from './staging'
import type { HasTime } from './time'
import { zerosLostFrom } from './zeros'

/** More pages than any school has students. */
const PAGES_MOST = 2_000
/** Clocks of other systems are a little fast at times; a fact of tomorrow would never be overwritten. */
/** Asks a system page by page until it has said everything, and reads what it said. */
export async function receive(work: Work, hasTime: HasTime): Promise<Work> {
  let at = work
  try {
    while (at.run.state === 'receiving' && hasTime()) at = await nextPage(at)
    return at
  } catch (error) {
    if (error instanceof SourceTrouble) return { ...at, run: failed(at.run, error) }
    throw error
  }
}

async function nextPage({ run, staged }: Work): Promise<Work> {
  const { url, secret } = settings.get(run.source) ?? {}
  if (url === undefined || secret === undefined) {
    throw new SourceTrouble('环境变量 FEEDS 里没有这个系统的地址。')
  }
  const page = await askPage({ url, secret }, run.page, run.cursor)
  const told = tellsOf(run, page)
  const records = staged.records.concat(page.records)
  const cleared = staged.cleared.concat(page.cleared)
  const received = { ...staged, records, cleared }
  if (page.next !== null) return { run: { ...told, page: page.next }, staged: received }
  if (records.length !== page.total) {
    throw new SourceTrouble(`系统说有 ${page.total} 条，只传来 ${records.length} 条。`, 'brokeOff')
  }
  const rows = rowsOfRecords(records)
  return readIn({ ...told, cursor: page.cursor ?? null }, received, rows)
}

/** What a page says of the whole. @throws SourceTrouble when it does not go with the pages before */
function tellsOf(run: Run, { asOf, mode, next, ...page }: Page): Run {
  const cohort = page.cohort ?? null
  if (run.asOf !== null && (run.asOf !== asOf || run.cohort !== cohort)) {
    throw new SourceTrouble('系统翻页时数据变了，下次从头再问。')
  }
  if (isAhead(asOf, clock.now())) throw new SourceTrouble('系统的时钟快了，它说的时间还没有到。')
  if (next !== null && (next <= run.page || next > PAGES_MOST)) {
    throw new SourceTrouble('系统的页码不对，翻不完。')
  }
  // What has changed since the last time, and nothing else has: then all are known.
  return { ...run, asOf, mode, cohort, complete: mode === 'snapshot' || run.cursor !== null }
}

/** A run whose rows are all here, ready to be compared. */
export async function readIn(run: Run, staged: Staged, rows: readonly Row[]): Promise<Work> {
  const lost = await zerosLostFrom(numbersIn(rows, staged.cleared))
  const reading = readRows(SOURCES[run.source], rows, staged.cleared, lost)
  const { words, rejects, spoiled, nameless } = reading
  return {
    run: {
      ...run,
      state: 'comparing',
      position: '',
      nameless,
      rejected: rejects.length,
      received: words.length + spoiled.length,
    },
    staged: { ...staged, records: [], words, rejects, spoiled },
  }
}
