import type { StaffRequestAnswer } from '../../../../domain/procedures/answers'
import type { Condition } from '../../../../domain/procedures/forms/dorm-checkout'
import { NO_ATTEMPT, type Attempt } from '../../../services/request-id'
import type { DraftPhoto } from './photos'

/** Somebody who leaves the room, and what was found of their part. */
export interface DraftPerson {
  /** The request. */
  id: string
  version: number
  name: string
  bed: string
  /** Keys that they have to give back, as they said. */
  keys: number
  /** Whether their part is looked at this time. */
  chosen: boolean
  result: 'pass' | 'repair'
  keysReturned: number
}

export interface DraftThing {
  thing: string
  /** Empty before it was looked at. */
  condition: Condition | ''
}

export interface DraftDamage {
  /** Tells the entries apart, whatever is typed into them. */
  key: number
  thing: string
  /** Yuan as typed. */
  price: string
  /** The requests of those who answer for it. */
  ids: string[]
}

/** One look at a room as far as it is written down, kept on the phone until the answer to it came. */
export interface Draft {
  /** 3 号楼 412 室 */
  room: string
  people: DraftPerson[]
  things: DraftThing[]
  damages: DraftDamage[]
  photos: DraftPhoto[]
  remarks: string
  /** Handed in, and no answer has come yet. */
  waiting: boolean
  /** What was sent last and under which id, for as long as it has no answer. */
  attempt: Attempt
}

/** An empty inspection of a room: everybody passes and has all keys, until the dorm manager says else. */
export function newDraft(answer: StaffRequestAnswer): Draft {
  return {
    room: roomOf(answer),
    people: peopleOf(answer).map(withDefaults),
    things: answer.things.map((thing) => ({ thing, condition: '' })),
    damages: [],
    photos: [],
    remarks: '',
    waiting: false,
    attempt: NO_ATTEMPT,
  }
}

/**
 * A kept draft with who is there now: versions are renewed, who came since is added, and who is not to
 * be inspected any more is left out everywhere.
 */
export function renewDraft(kept: Draft, answer: StaffRequestAnswer): Draft {
  const people = peopleOf(answer).map((person) => {
    const before = kept.people.find(({ id }) => id === person.id)
    return before ? { ...before, ...person } : withDefaults(person)
  })
  return withPeople({ ...kept, room: roomOf(answer) }, people)
}

/** Only who is looked at can answer for a damage. */
export function withPeople(draft: Draft, people: DraftPerson[]): Draft {
  const chosen = idsOf(people)
  const damages = draft.damages.map((damage) => ({
    ...damage,
    ids: damage.ids.filter((id) => chosen.includes(id)),
  }))
  return { ...draft, people, damages }
}

/** The requests of those who are looked at. */
export function idsOf(people: readonly DraftPerson[]): string[] {
  return people.filter(({ chosen }) => chosen).map(({ id }) => id)
}

/** Another damage, which all who are looked at share until somebody is left out. */
export function withDamage(draft: Draft, thing: string): Draft {
  const key = Math.max(0, ...draft.damages.map((damage) => damage.key)) + 1
  const damage = { key, thing, price: '', ids: idsOf(draft.people) }
  return { ...draft, damages: [...draft.damages, damage] }
}

type Person = Pick<DraftPerson, 'id' | 'version' | 'name' | 'bed' | 'keys'>

/** The one whose request was opened, then the others of the room; nobody when there is nothing to inspect. */
function peopleOf({ student, request, roommates }: StaffRequestAnswer): Person[] {
  const open = request.actions.some(({ form }) => form === 'inspection')
  const others = roommates.filter(({ id }) => id !== request.id)
  if (!open) return others
  const { id, version, lines } = request
  const keys = Number.parseInt(lines.find(({ label }) => label === '钥匙')?.value ?? '0', 10)
  const bed = / (\S+) 床$/.exec(student.place)?.[1] ?? ''
  return [{ id, version, name: student.name, bed, keys }, ...others]
}

function withDefaults(person: Person): DraftPerson {
  return { ...person, chosen: true, result: 'pass', keysReturned: person.keys }
}

/** `3 号楼 412 室 2 床` → `3 号楼 412 室` */
function roomOf({ student: { place } }: StaffRequestAnswer): string {
  return place.replace(/ \S+ 床$/, '')
}
