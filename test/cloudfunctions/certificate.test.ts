import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { AuditRecord } from '../../domain/audit/record'
import { cohort2022 } from '../domain/cohort2022'
import type { Answer } from '../../domain/api'
import type { CertificateAnswer } from '../../domain/pass/answers'
import { groupedCode, type Certificate } from '../../domain/pass/certificate'
import type { Student } from '../../domain/student/student'
import { paths } from '../../tools/paths'
import { addLeaver, lend } from './leaving'
import { readPdf } from './pdf-reader'
import { MORNING, SmallSchool, STUDENT_OPENID } from './small-school'

/** From Extension A, 通用规范汉字表 level 3, Extension E and Extension B. */
const NAME = '林㛃䶮𬭎𠅤'

let school: SmallSchool
let leaver: Student & { openid: string }

beforeAll(async () => (school = await SmallSchool.open()))
afterAll(() => school.close())
beforeEach(async () => {
  school.cloud.clock.set(MORNING)
  const { store } = school.cloud
  for (const name of ['certificates', 'downloads', 'audit', 'chains', 'answers', 'attempts']) {
    await store.remove(name)
  }
  leaver = await addLeaver(school, 1, { name: NAME })
})

let requests = 0
const nextId = () => `certificate-${String(++requests).padStart(6, '0')}`

const ask = (openid = leaver.openid, requestId = nextId()): Promise<Answer<CertificateAnswer>> =>
  school.call(openid, 'certificate.issue', { requestId })

async function issue(openid?: string, requestId?: string): Promise<CertificateAnswer> {
  const answer = await ask(openid, requestId)
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.data
}

const printed = async (url: string): Promise<string> =>
  readPdf(Buffer.from(await (await fetch(url)).arrayBuffer()))

function certificate(): Certificate {
  const [only, ...others] = school.cloud.store.find<Certificate>('certificates')
  if (!only || others.length > 0) throw new Error('not one certificate')
  return only
}

const visit = (query: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${school.cloud.url}/http/certificate${query}`, { headers })

const wordsOf = (html: string): string =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

describe('the PDF', () => {
  test('has the name with its rare characters, every item, the school and the code', async () => {
    const text = await printed((await issue()).url)
    expect(text).toContain(NAME)
    for (const { title } of cohort2022.items) expect(text).toContain(title)
    const said = ['南京城市职业学院', '2022届毕业生离校单', leaver._id, '软件技术1901班']
    for (const words of [...said, '2022年6月10日09:00', '已办理']) expect(text).toContain(words)
    expect(text).toContain(groupedCode(certificate()._id))
    expect(text).not.toContain('〓')
  })

  test('a character that no font has is named by its number', async () => {
    const rare = await addLeaver(school, 2, { name: '李𠮷' })
    const text = await printed((await issue(rare.openid)).url)
    expect(text).toContain('李〓')
    expect(text).toContain('U+20BB7')
  })

  test('carries a part of the font, not all of it', async () => {
    const response = await fetch((await issue()).url)
    expect((await response.arrayBuffer()).byteLength).toBeLessThan(200 * 1024)
  })

  test('the font’s licence goes with the font', () => {
    const file = path.join(paths.distFunctions, 'certificate', 'font-licence.txt')
    expect(readFileSync(file, 'utf8')).toContain('SIL OPEN FONT LICENSE')
  })

  test('is refused while something is missing, by name, and leaves nothing', async () => {
    expect(await ask(STUDENT_OPENID)).toMatchObject({
      ok: false,
      error: { code: 'CLOSED', message: '离校单办完才能保存，还差：学院核验。' },
    })
    expect(school.cloud.store.count('certificates')).toBe(0)
    expect(school.cloud.store.count('downloads')).toBe(0)
  })

  test('the link lives ten minutes, and the file is gone after the next sweep', async () => {
    const { url, expiresAt } = await issue()
    expect(Date.parse(expiresAt) - Date.parse(MORNING)).toBeLessThanOrEqual(600_000 + 10_000)
    school.cloud.clock.set('2022-06-10T09:09:00+08:00')
    expect((await fetch(url)).status).toBe(200)
    await school.cloud.invoke('certificate', { Type: 'Timer' }, { source: 'wx_trigger' })
    expect(school.cloud.store.count('downloads')).toBe(1)
    school.cloud.clock.set('2022-06-10T09:11:00+08:00')
    expect((await fetch(url)).status).toBe(403)
    await school.cloud.invoke('certificate', { Type: 'Timer' }, { source: 'wx_trigger' })
    expect(school.cloud.store.count('downloads')).toBe(0)
    // Even the time before brings nothing back.
    school.cloud.clock.set(MORNING)
    expect((await fetch(url)).status).toBe(404)
  })

  test('a second print has the same code; each is in the audit trail, a repeat is not', async () => {
    const id = nextId()
    await issue(leaver.openid, id)
    const { _id } = certificate()
    await issue(leaver.openid, id)
    await issue()
    expect(certificate()).toMatchObject({ _id, student: leaver._id, name: NAME, cohort: '2022' })
    expect(_id).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
    const trail = school.cloud.store.find<AuditRecord>('audit')
    expect(trail).toHaveLength(2)
    expect(trail[0]).toMatchObject({ person: `student:${leaver._id}`, action: 'certificate.issue' })
    expect(JSON.stringify(trail)).not.toContain(_id)
  })

  test('two phones at once make one certificate', async () => {
    await Promise.all([issue(), issue()])
    expect(certificate().student).toBe(leaver._id)
  })

  test('ten an hour are enough', async () => {
    for (let count = 0; count < 10; count++) await issue()
    expect(await ask()).toMatchObject({ ok: false, error: { code: 'RATE_LIMITED' } })
  })
})

describe('the public page', () => {
  test('says 有效 with the name and the cohort, and nothing else', async () => {
    await issue()
    const response = await visit(`?code=${certificate()._id}`)
    expect(response.status).toBe(200)
    const html = await response.text()
    expect(wordsOf(html)).toBe(`离校单查验 有效 ${NAME} 2022 届毕业生 离校手续都办好了。`)
    for (const secret of [leaver._id, leaver.className, leaver.college]) {
      expect(html).not.toContain(secret)
    }
  })

  test('the code may be typed with its dashes and in small letters', async () => {
    await issue()
    const typed = groupedCode(certificate()._id).toLowerCase()
    expect(wordsOf(await (await visit(`?code=${typed}`)).text())).toContain('有效')
  })

  test('says 无效 once the sheet is not complete any more', async () => {
    await issue()
    await lend(school, leaver)
    const words = wordsOf(await (await visit(`?code=${certificate()._id}`)).text())
    expect(words).toContain(`无效 ${NAME} 2022 届毕业生`)
    expect(words).not.toContain('图书')
  })

  test('every code that is none gets the same answer', async () => {
    const codes = ['0'.repeat(16), 'short', '%3Cscript%3E', '', 'A'.repeat(5000)]
    const answers = await Promise.all(
      codes.map(async (code) => {
        const response = await visit(`?code=${code}`)
        return [response.status, await response.text()] as const
      }),
    )
    expect(answers[0]?.[0]).toBe(404)
    expect(answers[0]?.[1]).toContain('没有这张离校单')
    for (const answer of answers) expect(answer).toEqual(answers[0])
  })

  test('a name is text, whatever is in it', async () => {
    const odd = await addLeaver(school, 3, { name: '<b>"李&' })
    await issue(odd.openid)
    const html = await (await visit(`?code=${certificate()._id}`)).text()
    expect(html).toContain('&lt;b&gt;&quot;李&amp;')
  })

  test('runs nothing, loads nothing, is framed and kept nowhere', async () => {
    const response = await visit('')
    const html = await response.text()
    expect(html).toContain('查验离校单')
    expect(html).not.toMatch(/<script|src=|href=|javascript:/i)
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
  })

  test('sixty looks an hour from one address; nobody’s address is kept', async () => {
    const from = { 'x-forwarded-for': '6.6.6.6, 203.0.113.9' }
    for (let count = 0; count < 60; count++) await visit('?code=x', from)
    // What a visitor writes before it makes no other address of theirs.
    const other = { 'x-forwarded-for': '7.7.7.7, 203.0.113.9' }
    expect((await visit('?code=x', other)).status).toBe(429)
    expect((await visit('?code=x', { 'x-forwarded-for': '203.0.113.10' })).status).toBe(404)
    expect(JSON.stringify(school.cloud.store.find('attempts'))).not.toContain('203.0.113')
  })

  test('only looks: another method is refused', async () => {
    const response = await fetch(`${school.cloud.url}/http/certificate?code=x`, { method: 'POST' })
    expect(response.status).toBe(405)
  })

  test('a phone does not get the page by pretending to be the web', async () => {
    const answer = await school.cloud.invoke(
      'certificate',
      { httpMethod: 'GET', queryStringParameters: { code: 'x' } },
      { openid: leaver.openid, source: 'wx_client' },
    )
    expect(answer).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
  })
})
