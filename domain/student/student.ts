import type { RequestBriefs } from '../procedures/request'
import type { Facts } from './facts'
import type { Trait } from './traits'

/** One document per student: who they are and all that is known, so that a sheet opens with one read. */
export interface Student {
  /** Student number (学号). */
  _id: string
  cohort: string
  name: string
  college: string
  className: string
  traits: Trait[]
  facts: Facts
  /** What the student has filed, as far as the items care; the requests themselves are elsewhere. */
  requests?: RequestBriefs
  /** Nothing but 学院核验 is missing; kept by every write, so that a class is one indexed query. */
  awaitsVerification?: boolean
  /** The bound WeChat account; absent until binding. Kept equal to `bindings` by the same transaction. */
  openid?: string
}
