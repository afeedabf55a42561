import type { Cohort, Item } from '../cohort/schema'
import { meaningOf } from '../procedures/meaning'
import type { RequestBriefs } from '../procedures/request'
import type { Facts } from '../student/facts'
import type { Student } from '../student/student'
import { TRAIT_TEXTS } from '../student/traits'
import { conditionOf, openingCondition } from './condition'
import { deadlineOf } from './deadline'
import { nextSentence } from './next'
import { applyRule } from './rules'
import type { Finding, SheetItem } from './sheet'
import { summarise } from './summary'
import type { Sheet } from './sheet'

/**
 * Facts in, status out: the only place that knows what green means.
 * @param cohort a parsed cohort
 * @param student who it is; the traits decide what is grey
 * @param facts what sources and staff have said of the student
 * @param requests where what the student has filed stands
 * @param now the instant that deadlines are seen from
 */
export function deriveSheet(
  cohort: Cohort,
  student: Pick<Student, 'traits'>,
  facts: Facts,
  requests: RequestBriefs,
  now: Date,
): Sheet {
  const items: SheetItem[] = []
  for (const [index] of cohort.steps.entries()) {
    const earlier = [...items]
    const ofStep = cohort.items.filter((item) => item.step === index + 1)
    items.push(
      ...ofStep.map((item) => deriveItem({ item, facts, requests, earlier, now }, student)),
    )
  }
  return summarise(cohort, items, openingCondition(cohort, requests, items, now))
}

interface Known {
  item: Item
  facts: Facts
  requests: RequestBriefs
  earlier: readonly SheetItem[]
  now: Date
}

function deriveItem(known: Known, student: Pick<Student, 'traits'>): SheetItem {
  const { item, now } = known
  const finding = exemption(item, student) ?? find(known)
  const until = conditionOf(item, known.requests)?.until
  const deadline = deadlineOf(until ? { to: until } : item.window, now)
  const overdue = finding.status === 'pending' && (deadline?.daysLeft ?? 0) < 0
  const { code, title, step, required } = item
  const next = nextSentence(item, finding, deadline)
  return { code, title, step, required, ...finding, deadline, overdue, ...(next && { next }) }
}

/** What the facts say, unless a request of the student says more. */
function find({ item, facts, requests, earlier }: Known): Finding {
  const found = applyRule({ item, rule: item.rule, facts, earlier })
  return meaningOf(item, requests, found) ?? found
}

/**
 * Grey: an item is for students with certain traits, and whoever lacks one of them need not do it.
 * A student who never lived in the dorm (no trait `boarder`) needs no check-out.
 */
function exemption(item: Item, student: Pick<Student, 'traits'>): Finding | null {
  const lacking = item.appliesTo.find((trait) => !student.traits.includes(trait))
  if (!lacking) return null
  const reason = TRAIT_TEXTS[lacking].lacking
  return { status: 'exempt', reason, headline: `${reason}，无需办理` }
}
