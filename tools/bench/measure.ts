import type { Browser } from 'playwright-core'
import { measureSizes } from '../build/sizes'
import { stage } from '../screenshots/camera'

/** One number to hold, counted and never timed, so that a noisy machine cannot change it. */
export interface Measure {
  what: string
  value: number
  limit: number
  unit: 'KB' | '字节' | '次读取'
}

const KB = 1024

/** The most one `setData` may carry: the first sheet's (design §9). */
const SET_DATA_BYTES = 16 * KB

const STUDENT = 'demo-student-xumuyang'
/** Who may leave. */
const LEAVER = 'demo-student-zhouyuan'

const COUNSELLOR = 'demo-staff-counsellor'
const ADMINISTRATOR = 'demo-staff-administrator'

/** Whoever sends no file is told so. */
const NO_FILE = `cloud://local/staff/${'a'.repeat(24)}.xlsx`

const PAGES: [target: string, openid: string][] = [
  ['pages/sheet/sheet', STUDENT],
  ['pages/item/item?code=tuition', STUDENT],
  ['pages/notice/notice', STUDENT],
  ['packages/pass/pages/pass/pass', LEAVER],
]

/** Every reading action: who asks it of what, and the reads it may cost when warm. */
const ACTIONS: [name: string, action: string, openid: string, input: object, reads: number][] = [
  ['clearance', 'sheet', STUDENT, {}, 1],
  ['clearance', 'item', STUDENT, { code: 'tuition' }, 1],
  ['clearance', 'notice', STUDENT, {}, 1],
  ['identity', 'me', STUDENT, {}, 1],
  ['identity', 'aboutMe', STUDENT, {}, 2],
  ['requests', 'open', STUDENT, { procedure: 'dormCheckout' }, 2],
  ['requests', 'messages', STUDENT, {}, 2],
  ['desk', 'home', COUNSELLOR, {}, 1],
  ['desk', 'worklist', COUNSELLOR, { page: 0 }, 2],
  ['desk', 'search', COUNSELLOR, { text: '林知夏' }, 3],
  ['desk', 'student', COUNSELLOR, { studentNo: '1907010218' }, 3],
  ['desk', 'form', COUNSELLOR, { studentNo: '1907010218', procedure: 'dormCheckout' }, 2],
  ['desk', 'classes', COUNSELLOR, {}, 3],
  ['desk', 'class', COUNSELLOR, { className: '软件技术 1902 班' }, 2],
  ['desk', 'request', COUNSELLOR, { id: 'TS220610-000000' }, 2],
  ['payouts', 'list', 'demo-staff-finance', {}, 6],
  ['payouts', 'batch', 'demo-staff-finance', { batch: 'PF220705-000000' }, 2],
  ['statistics', 'overview', 'demo-staff-studentAffairs', {}, 3],
  [
    'statistics',
    'lacking',
    'demo-staff-studentAffairs',
    { cohort: '2022', item: 'dorm', page: 2 },
    3,
  ],
  ['feed', 'list', 'demo-staff-administrator', {}, 3],
  ['feed', 'source', 'demo-staff-finance', { source: 'finance' }, 4],
  ['feed', 'run', 'demo-staff-finance', { run: 'SJ220610-000000' }, 2],
  ['admin', 'cohorts', ADMINISTRATOR, {}, 4],
  ['admin', 'draft', ADMINISTRATOR, { cohort: '2027' }, 2],
  ['admin', 'check', ADMINISTRATOR, { cohort: '2027' }, 4],
  ['admin', 'preview', ADMINISTRATOR, { cohort: '2022' }, 3],
  ['admin', 'staff', ADMINISTRATOR, { page: 0 }, 2],
  ['admin', 'member', ADMINISTRATOR, { staffNo: '20080000' }, 2],
  ['admin', 'previewStaff', ADMINISTRATOR, { fileId: NO_FILE }, 1],
  ['admin', 'student', ADMINISTRATOR, { studentNo: '1907010218' }, 3],
  ['pass', 'show', LEAVER, {}, 1],
  ['audit', 'trail', 'demo-staff-auditor', { studentNo: '1907010218' }, 4],
]

export function packageSizes(): Measure[] {
  return measureSizes().map(({ name, bytes, budget }) => ({
    what: name,
    value: Math.ceil(bytes / KB),
    limit: budget / KB,
    unit: 'KB',
  }))
}

/** The largest `setData` of each page for the student with the most to show. */
export async function setDataBytes(browser: Browser, url: string): Promise<Measure[]> {
  const measures: Measure[] = []
  for (const [target, openid] of PAGES) {
    const page = await stage(browser, url, { name: target, openid, page: target }, 'light')
    const [path = ''] = target.split('?')
    const value = await page.evaluate<number>(`window.__phone.setDataBytes['${path}'].max`)
    measures.push({ what: `setData ${path}`, value, limit: SET_DATA_BYTES, unit: '字节' })
    await page.context().close()
  }
  return measures
}

/** Database reads of each action on a warm function. */
export async function readsPerAction(url: string): Promise<Measure[]> {
  const measures: Measure[] = []
  for (const [name, action, openid, input, limit] of ACTIONS) {
    const ask = (): Promise<Response> =>
      fetch(`${url}/call/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-openid': openid },
        body: JSON.stringify({ action, input }),
      })
    await ask()
    await fetch(`${url}/dev/stats`)
    await ask()
    const { reads } = (await (await fetch(`${url}/dev/stats`)).json()) as { reads: number }
    measures.push({ what: `${name}.${action}`, value: reads, limit, unit: '次读取' })
  }
  return measures
}

/** The actions that are measured, for holding them against the contract. */
export const measuredActions = ACTIONS.map(([name, action]) => `${name}.${action}`)
