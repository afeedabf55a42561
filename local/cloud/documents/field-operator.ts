/** Answers the new value of a field, or `UNCHANGED`. `current` is undefined when it is missing. */
export type FieldOperator = (current: unknown, operand: unknown, field: Field) => unknown

/** Where an operator works, for the words of a refusal. */
export interface Field {
  path: string
  documentId: unknown
}

export const UNCHANGED = Symbol('unchanged')
export const REMOVED = Symbol('removed')

/** What MongoDB calls a value's type in its refusals. */
export function typeName(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return value instanceof Date ? 'date' : typeof value
}
