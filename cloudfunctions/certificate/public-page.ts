import { createHmac } from 'node:crypto'
import { ClearanceError } from '../../domain/errors'
import { codeFrom } from '../../domain/pass/certificate'
import { standingOf } from '../../domain/pass/pass'
import { publishedCohort } from '../shared/cohorts'
import { clock } from '../shared/clock'
import { log } from '../shared/log'
import { store } from '../shared/store'
import { takeTry } from '../shared/tries'
import { headerOf, type Visit, type WebAnswer } from '../shared/web'
import { HEADERS, htmlOf, type Shown } from './html'
import { addressKey } from './settings'

/** Looks an hour from one address: more than an employer has papers, too few to try codes. */
const LIMIT = 60

const STATUS: Record<Shown['kind'], number> = {
  ask: 200,
  valid: 200,
  invalid: 200,
  unknown: 404,
  tooMany: 429,
  method: 405,
  broken: 503,
}

/** The web page that says whether a printed sheet holds: name, cohort, 有效 or 无效, and nothing else. */
export async function answerVisitor(visit: Visit): Promise<WebAnswer> {
  const shown = await look(visit).catch((error: unknown): Shown => {
    if (error instanceof ClearanceError && error.code === 'RATE_LIMITED') return { kind: 'tooMany' }
    log('error', {
      function: 'certificate',
      error: error instanceof Error ? error.stack : 'unknown',
    })
    return { kind: 'broken' }
  })
  return { statusCode: STATUS[shown.kind], headers: HEADERS, body: htmlOf(shown) }
}

async function look(visit: Visit): Promise<Shown> {
  const { httpMethod, queryStringParameters } = visit
  if (httpMethod !== 'GET' && httpMethod !== 'HEAD') return { kind: 'method' }
  const typed = queryStringParameters?.code
  if (typed === undefined) return { kind: 'ask' }
  const now = clock.now()
  await takeTry([visitorOf(visit)], now, { limit: LIMIT, tooMany })
  const code = codeFrom(typed)
  const certificate = code && (await store.findOne('certificates', { _id: code }))
  const student = certificate && (await store.findOne('students', { _id: certificate.student }))
  if (!student) return { kind: 'unknown' }
  const cohort = await publishedCohort(student.cohort)
  const { mayLeave } = standingOf(cohort, student, now)
  return { kind: mayLeave ? 'valid' : 'invalid', name: student.name, cohort: cohort.name }
}

/**
 * Who is counted. The last address is the one that the platform's own gateway saw; those before it are
 * the visitor's to invent. Only its keyed hash is kept, and only for a day.
 */
function visitorOf(visit: Visit): string {
  const address = headerOf(visit, 'x-forwarded-for').split(',').at(-1)?.trim() ?? ''
  return `visitor:${createHmac('sha256', addressKey).update(address).digest('base64url')}`
}

function tooMany(): ClearanceError {
  return new ClearanceError({ code: 'RATE_LIMITED', message: '查得太多了，请一小时后再查。' })
}
