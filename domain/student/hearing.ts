import type { Student } from './student'
import { TRAITS, type Trait } from './traits'

/** What somebody says of traits; what they do not say is absent. */
export type SaidTraits = Partial<Record<Trait, boolean>>

/**
 * A student with what was said of their traits, as each has several who may speak of it: what is older
 * than the last word about a trait changes it no more.
 * @param asOf instant that it is true for, ISO
 */
export function hearTraits(student: Student, said: SaidTraits, asOf: string): Student {
  const news = TRAITS.filter(
    (trait) => said[trait] !== undefined && !isOlder(asOf, student.traitsAsOf?.[trait]),
  )
  if (news.length === 0) return student
  const has = (trait: Trait) =>
    news.includes(trait) ? said[trait] : student.traits.includes(trait)
  const heard = Object.fromEntries(news.map((trait) => [trait, asOf]))
  return {
    ...student,
    traits: TRAITS.filter(has),
    traitsAsOf: { ...student.traitsAsOf, ...heard },
  }
}

function isOlder(asOf: string, known: string | undefined): boolean {
  return known !== undefined && Date.parse(known) > Date.parse(asOf)
}
