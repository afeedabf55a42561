/** One column of a picker: what it offers, and which row is chosen. */
export interface Wheel {
  label: string
  rows: string[]
  chosen: number
}

/** The columns of a picker; turning one may change what those after it offer. */
export interface Wheels {
  readonly wheels: Wheel[]
  turn(wheel: number, row: number): void
  /** What a `change` event brings. */
  readonly value: string
}
