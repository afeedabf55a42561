import type { RequestBriefs } from '../procedures/request'
import type { SheetDigest } from '../sheet/digest'
import type { Facts } from './facts'
import type { Trait } from './traits'

/** One document per student: who they are and all that is known, so that a sheet opens with one read. */
export interface Student extends Partial<SheetDigest> {
  /** Student number (学号). */
  _id: string
  cohort: string
  name: string
  college: string
  className: string
  traits: Trait[]
  /** When somebody last spoke of a trait; instants, ISO. */
  traitsAsOf?: Partial<Record<Trait, string>>
  /** When a list or a person last said how they are registered; instant, ISO. */
  registeredAsOf?: string
  facts: Facts
  /** What the student has filed, as far as the items care; the requests themselves are elsewhere. */
  requests?: RequestBriefs
  /** The bound WeChat account; absent until binding. Kept equal to `bindings` by the same transaction. */
  openid?: string
}
