import type { Wheels } from './wheels'

/**
 * `mode="selector"`: one column. The index comes as a string, as WeChat is known to send it; its
 * documentation does not say, so that a page has to take either.
 */
export function listWheel(range: unknown, rangeKey: string, value: unknown): Wheels {
  const items = Array.isArray(range) ? (range as unknown[]) : []
  const rows = items.map((item) => textOf(item, rangeKey))
  const given = Math.trunc(Number(value))
  let chosen = given >= 0 && given < rows.length ? given : 0
  return {
    get wheels() {
      return [{ label: '选项', rows, chosen }]
    },
    turn: (_, row) => (chosen = row),
    get value() {
      return String(chosen)
    },
  }
}

function textOf(item: unknown, key: string): string {
  const isObject = typeof item === 'object' && item !== null
  const text = isObject ? (item as Record<string, unknown>)[key] : item
  return typeof text === 'string' || typeof text === 'number' ? String(text) : ''
}
