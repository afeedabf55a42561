import type { Student } from '../../domain/student/student'
import { openStore, type Store } from '../cloud'
import { holdingsOf, SYSTEMS, type Entry, type Holdings, type System } from './holdings'
import type { Day } from './days'

interface State {
  /** The system. */
  _id: System
  day: Day
  /** How many changes it has seen. */
  changes: number
}

/** The books of the simulated systems, kept in a folder beside the cloud's own documents. */
export class Books {
  readonly #store: Store
  readonly #close: () => void

  constructor(folder: string, fresh: boolean) {
    const { store, close } = openStore(folder, [...SYSTEMS, 'systems'], fresh)
    this.#store = store
    this.#close = close
  }

  close(): void {
    this.#close()
  }

  /** Writes into empty books what the students' facts say that they held. */
  async begin(students: readonly Student[]): Promise<void> {
    if (this.#store.count('systems') > 0) return
    for (const system of SYSTEMS) {
      const entries = students.flatMap(({ _id, facts }) => {
        const holding = holdingsOf(facts)[system]
        return holding ? [{ _id, holding, change: 0 }] : []
      })
      await this.#store.put(system, entries)
      await this.#setState({ _id: system, day: 'normal', changes: 0 })
    }
  }

  holdings(studentNo: string): Partial<Holdings> {
    const held = SYSTEMS.map((system) => [system, this.entry(system, studentNo)?.holding])
    return Object.fromEntries(held.filter(([, holding]) => holding !== undefined)) as object
  }

  entry(system: System, studentNo: string): Entry | undefined {
    return this.#store.find<Entry>(system, { filter: { _id: studentNo }, limit: 1 })[0]
  }

  /** What has changed since a change, or everything there is; in the order of the student numbers. */
  entries(system: System, since?: number): Entry[] {
    const filter = since === undefined ? {} : { change: { $gt: since } }
    return this.#store.find<Entry>(system, { filter, order: { _id: 1 } })
  }

  async write(system: System, studentNo: string, holding: Holdings[System]): Promise<Entry> {
    const state = this.state(system)
    const entry = { _id: studentNo, holding, change: state.changes + 1 }
    await this.#store.put(system, [entry])
    await this.#setState({ ...state, changes: entry.change })
    return entry
  }

  state(system: System): State {
    const [state] = this.#store.find<State>('systems', { filter: { _id: system } })
    return state ?? { _id: system, day: 'normal', changes: 0 }
  }

  async setDay(system: System, day: Day): Promise<void> {
    await this.#setState({ ...this.state(system), day })
  }

  #setState(state: State): Promise<void> {
    return this.#store.put('systems', [state])
  }
}
