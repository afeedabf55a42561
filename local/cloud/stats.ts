/** What the functions asked of the cloud. */
export interface StatsReport {
  reads: number
  writes: number
  /** `{ 'database.getDocument': 1, … }` */
  actions: Record<string, number>
}

const READS = new Set([
  'database.getDocument',
  'database.calculateDocument',
  'database.aggregateDocuments',
])
const WRITES = new Set([
  'database.insertDocument',
  'database.modifyDocument',
  'database.modifyAndReturnDoc',
  'database.removeDocument',
])

export class Stats {
  readonly #actions = new Map<string, number>()

  count(action: string): void {
    this.#actions.set(action, (this.#actions.get(action) ?? 0) + 1)
  }

  /** What was asked since the last call of this. */
  take(): StatsReport {
    const actions = Object.fromEntries(this.#actions)
    const sum = (counted: Set<string>) =>
      [...this.#actions].reduce((total, [name, n]) => total + (counted.has(name) ? n : 0), 0)
    const report = { reads: sum(READS), writes: sum(WRITES), actions }
    this.#actions.clear()
    return report
  }
}
