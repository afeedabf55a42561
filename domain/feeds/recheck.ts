import { formatClock, formatMoment } from '../calendar'
import type { Cohort } from '../cohort/schema'
import { digestOf } from '../sheet/digest'
import type { Student } from '../student/student'
import { SOURCE_CARDS, type SourceCode } from './source'
import { SOURCES } from './sources'

/** How often one student may ask one system for a fresh look, in minutes. */
export const RECHECK_MINUTES = 10

/**
 * What a system had to say of one student: `news` changed their sheet, the others did not. `unclear`: it
 * did not say that it has looked them up; `doubted`: it is good news of a system that is not believed.
 */
export type Finding = 'news' | 'same' | 'older' | 'nothing' | 'unclear' | 'doubted'

/**
 * Whether an item of a student waits no more. One student's own data is never held for a person, so it
 * must not do so while nobody believes what the system says of all.
 */
export function finishes(cohort: Cohort, before: Student, after: Student, now: Date): boolean {
  const items = digestOf(cohort, after, now).items
  return Object.entries(digestOf(cohort, before, now).items).some(
    ([code, status]) => status === 'pending' && items[code] !== 'pending',
  )
}

/** What came of a fresh look. @param after the student as the system says they are */
export function saidAfter(
  code: SourceCode,
  finding: Finding,
  after: Student,
  asOf: string,
  now: Date,
): string {
  const { title } = SOURCE_CARDS[code]
  const says = SOURCES[code].says(after)
  switch (finding) {
    case 'news':
      return `${title}刚刚传来：${says}。`
    case 'same':
      return `${title} ${formatMoment(asOf, now)} 的数据还是：${says}。刚办完的话，系统里要过一会儿才有。`
    case 'older':
      return `${title}还没有更新的数据，现在知道的是：${says}。`
    case 'nothing':
      return `${title}里还没有你的数据，请联系办理的部门。`
    case 'unclear':
      return `${title}没有说清楚你的情况，离校单先不变，传来以后会自己变。`
    case 'doubted':
      return `${title}这次说：${says}。但它传来的全部数据还没有核对好，离校单先不变，核对好以后会自己变。`
  }
}

export function unansweredBy(code: SourceCode): string {
  return `${SOURCE_CARDS[code].title}现在没有答复。不用一直等，传来以后离校单会自己变。`
}

export function tooSoon(code: SourceCode, nextAt: string): string {
  const { title } = SOURCE_CARDS[code]
  return `刚请${title}核对过，${RECHECK_MINUTES} 分钟内只能核对一次，请在 ${formatClock(nextAt)} 以后再试。`
}
