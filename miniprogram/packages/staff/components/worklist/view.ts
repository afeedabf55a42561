import type { DecisionsAnswer } from '../../../../../domain/procedures/answers'
import type { ResultView } from '../result-card/view'
import type { WorkRowView } from '../work-row/view'
import { offersFor, type Offer } from './offers'

/** As many as one call decides (`domain/procedures/forms/calls.ts`). */
export const CHOSEN_MOST = 50

/** Chosen requests, by id. */
export type Chosen = Record<string, boolean>

export const NOBODY: Chosen = {}

/** The bar below the list; there is none while nothing is chosen. */
export interface BarView {
  buttons: (Offer & { words: string })[]
  /** Said where the chosen ones have nothing in common. */
  words: string
}

export function chosenOf(rows: readonly WorkRowView[], chosen: Chosen): WorkRowView[] {
  return rows.filter(({ id }) => chosen[id])
}

export function toBarView(rows: readonly WorkRowView[], chosen: Chosen): BarView | null {
  const some = chosenOf(rows, chosen)
  if (some.length === 0) return null
  const buttons = offersFor(some).map((offer) => ({
    ...offer,
    words: offer.asksReason ? offer.label : `${offer.label}所选 ${some.length} 人`,
  }))
  const words = buttons.length > 0 ? '' : '所选的几份不能一起办，请分开选，或者点开来办。'
  return { buttons, words }
}

/** Every row that can be chosen, as many as go at once; nobody when all of them were chosen already. */
export function chooseAll(rows: readonly WorkRowView[], chosen: Chosen): Chosen {
  const possible = choosable(rows).slice(0, CHOSEN_MOST)
  if (possible.every(({ id }) => chosen[id])) return {}
  return Object.fromEntries(possible.map(({ id }) => [id, true]))
}

export function choosable(rows: readonly WorkRowView[]): WorkRowView[] {
  return rows.filter(({ quick }) => quick.length > 0)
}

/** 林知夏 已同意; 周予安 没有办成：…, those that failed first. */
export function toResultViews(
  results: DecisionsAnswer['results'],
  rows: readonly WorkRowView[],
  label: string,
): ResultView[] {
  return results
    .map(({ id, ok, message }) => ({
      id,
      ok,
      name: rows.find((row) => row.id === id)?.name ?? '',
      words: ok ? `已${label}` : `没有办成：${message}`,
    }))
    .sort((a, b) => Number(a.ok) - Number(b.ok))
}

/** What the result says as a whole. */
export function headlineOf(results: readonly ResultView[], label: string): string {
  const failed = results.filter(({ ok }) => !ok).length
  const done = results.length - failed
  if (failed === 0) return `${done} 人已${label}`
  return done === 0 ? `${failed} 人没有办成` : `${done} 人已${label}，${failed} 人没有办成`
}
