import { BSONRegExp, EJSON, ObjectId } from 'bson'
import { unsupported } from '../cloud-error'

/**
 * Reads extended JSON, canonical or relaxed, into plain JavaScript values. `$tcb_server_date` becomes
 * `now` plus its offset in milliseconds. Throws when a value has no counterpart here ($binary, …).
 */
export function decode(text: string, now: Date): unknown {
  return plain(EJSON.parse(text), now)
}

/** Writes relaxed extended JSON, which both SDKs read. */
export function encode(value: unknown): string {
  // Its type does not say so, but nothing is written for undefined.
  const text = EJSON.stringify(value, { relaxed: true }) as string | undefined
  return text ?? 'null'
}

function plain(value: unknown, now: Date): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Date || value instanceof ObjectId) return value
  if (value instanceof BSONRegExp) return pattern(value)
  if (Array.isArray(value)) return value.map((item) => plain(item, now))
  if ('_bsontype' in value) throw unsupported(`values of type ${String(value._bsontype)}`)
  if ('$tcb_server_date' in value) return serverDate(value.$tcb_server_date, now)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item, now)]))
}

function pattern({ pattern, options }: BSONRegExp): RegExp {
  const unknown = options.replace(/[imsug]/g, '')
  if (unknown) throw unsupported(`the regular expression options "${unknown}"`)
  // `g` would make a RegExp remember its last match between documents.
  return new RegExp(pattern, options.replace('g', ''))
}

function serverDate(argument: unknown, now: Date): Date {
  const { offset = 0 } = (argument ?? {}) as { offset?: unknown }
  return new Date(now.getTime() + Number(offset))
}
