/** SHA-256 of a text's UTF-8, in hex; given by whoever has one, as the domain has no crypto. */
export type Sha256 = (text: string) => string

/**
 * One text for a value, whatever order its keys were written in: JSON with sorted keys and no spaces.
 * Databases keep no order of keys, and a hash must not depend on it.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`)
  return `{${fields.join()}}`
}
