import { formatDayTime } from '../calendar'
import { ROLE_NAMES } from '../roles/people'
import { describe, stateOf } from './advance'
import type { TimelineRow } from './answers'
import type { Procedure, Way } from './procedure'
import { briefOf, type HistoryEntry, type Request } from './request'

/** What has happened, what is happening, and what is still ahead. */
export function timelineOf(
  table: Procedure,
  request: Request,
  reader: string,
  now: Date,
): TimelineRow[] {
  const passed = request.history.map((entry) => toRow(table, entry, reader))
  const state = stateOf(table, request.state)
  const says = state.says(briefOf(request))
  if (state.item === null) return passed
  if (state.item.status === 'done') return [...passed, { mark: 'done', title: says, detail: '' }]
  const waiting = state.waitsFor === 'student' ? '' : `已等 ${formatWait(request.since, now)}`
  const current: TimelineRow = { mark: state.bad ? 'bad' : 'now', title: says, detail: waiting }
  return [...passed, current, ...ahead(table, request.state)]
}

function ahead(table: Procedure, stateName: string): TimelineRow[] {
  const { backTo } = stateOf(table, stateName)
  const rest = wayFrom(table, backTo ?? stateName).slice(backTo ? 0 : 1)
  return rest.map(({ label }) => ({ mark: 'ahead', title: label, detail: '' }))
}

/** What is done from a state on, itself first; nothing from one beside every way. */
export function wayFrom(
  { way, otherWay = [] }: Pick<Procedure, 'way' | 'otherWay'>,
  from: string,
): Way {
  const taken = [way, otherWay].find((each) => each.some(({ state }) => state === from)) ?? []
  return taken.slice(taken.findIndex(({ state }) => state === from))
}

function toRow(table: Procedure, entry: HistoryEntry, reader: string): TimelineRow {
  const { at, to, note } = entry
  const bad = entry.transition !== 'undo' && stateOf(table, to).bad === true
  const detail = [formatDayTime(at), note && `「${note}」`].filter(Boolean).join('　')
  return { mark: bad ? 'bad' : 'done', title: sentence(table, entry, reader), detail }
}

function sentence(table: Procedure, entry: HistoryEntry, reader: string): string {
  const did = describe(table, entry)
  if (entry.by === reader) return `你${did}`
  const who = entry.role === 'student' ? entry.name : `${ROLE_NAMES[entry.role]} ${entry.name} `
  if (!entry.onBehalf) return `${who}${did}`
  return reader.startsWith('student:') ? `${who}代你${did}` : `${who}代办：${did}`
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** 5 分钟, 3 小时, 2 天 */
export function formatWait(since: string, now: Date): string {
  const waited = Math.max(now.getTime() - Date.parse(since), 0)
  if (waited < HOUR_MS) return `${Math.floor(waited / MINUTE_MS)} 分钟`
  if (waited < DAY_MS) return `${Math.floor(waited / HOUR_MS)} 小时`
  return `${Math.floor(waited / DAY_MS)} 天`
}
