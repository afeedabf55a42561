import { isEmsNumber } from '../../../domain/procedures/ems'
import type { Trait } from '../../../domain/student/traits'
import { TRAITS } from '../../../domain/student/traits'
import { messagesAfter } from '../../../domain/messages/compose'
import type { OutboxMessage } from '../../../domain/messages/outbox'
import { deriveSheet } from '../../../domain/sheet/derive'
import type { SheetItem } from '../../../domain/sheet/sheet'
import { tableOf } from '../../../domain/procedures/tables'
import { actionsFor, filesOf } from '../../../domain/procedures/view'
import type { PlainCode } from '../../../domain/procedures/request'
import type { Role } from '../../../domain/roles/people'
import { cohort2022 } from '../cohort2022'
import { clearedFacts, fact, student as someStudent } from '../sheet/students'
import { MORNING, STUDENT, staff, Walk, refusal } from './school'

/** Who, what, and with which input: `['leagueSecretary', 'approve']`. */
type Stride = [by: Role, transition: string, input?: object]

const signed = {
  read: true,
  name: '林知夏',
  signature: 'cloud://local/photos/aaaaaaaaaaaaaaaaaaaaaaaa.png',
}
const ARCHIVE = {
  unit: '南京人才服务中心',
  address: '南京市玄武区北京东路 63 号',
  contact: '档案室',
  phone: '025-83151200',
  postCode: '210008',
}

/** A walker with these traits, no completion on record and one book on loan. */
function walker(code: PlainCode, traits: readonly Trait[] = TRAITS): Walk {
  const facts = { ...clearedFacts(), loans: fact([{ barcode: 'N0412345', title: '数据结构' }]) }
  return new Walk(code, someStudent([...traits], facts, {}))
}

function go(walk: Walk, strides: readonly Stride[]): Walk {
  for (const [by, transition, input] of strides) {
    const actor = by === 'student' ? STUDENT : staff(by)
    walk.step(actor, transition, { note: '原因', ...(input && { input }) })
  }
  return walk
}

function derived({ student }: Walk, code: string): SheetItem | undefined {
  const { steps } = deriveSheet(cohort2022, student, student.facts, student.requests ?? {}, MORNING)
  return steps.flatMap(({ items }) => items).find((item) => item.code === code)
}

function itemOf(walk: Walk, code: string) {
  const found = derived(walk, code)
  return `${found?.status} ${found?.reason}`
}

/** What was written to anybody after the last step. */
function messagesOf({ request, last }: Walk): OutboxMessage[] {
  return request && last ? messagesAfter(request, last.entry) : []
}

const LEAGUE = { kind: 'school', organisation: '南京工程学院团委', applied: true }
const PARTY = { organisation: '中共南京工程学院委员会', letterHead: '中共江苏省委教育工委' }

const TO_GREEN: [PlainCode, string, readonly Trait[], Stride[], string][] = [
  [
    'league',
    'league',
    TRAITS,
    [
      ['student', 'file', LEAGUE],
      ['leagueSecretary', 'approve'],
      ['leagueCommittee', 'stamp'],
      ['leagueSecretary', 'giveBack'],
    ],
    'done 6 月 10 日已转出',
  ],
  [
    'party',
    'party',
    TRAITS,
    [
      ['student', 'file', PARTY],
      ['partyOffice', 'register', { letterNo: '2022-0123', validUntil: '2022-09-10' }],
    ],
    'done 6 月 10 日已登记转出',
  ],
  [
    'archive',
    'archive',
    [],
    [
      ['student', 'file', ARCHIVE],
      ['counsellor', 'pack', { materials: ['transcript'] }],
      ['secretary', 'handOver'],
      ['archives', 'post', { tracking: '1234567890123' }],
    ],
    'done 6 月 10 日已派遣',
  ],
  [
    'archive',
    'archive',
    ['upgrade'],
    [
      ['student', 'file', ARCHIVE],
      ['counsellor', 'pack', { materials: ['transcript'] }],
      ['secretary', 'handOver'],
      ['archives', 'giveInPerson'],
    ],
    'done 6 月 10 日已派遣',
  ],
  [
    'hukou',
    'hukou',
    TRAITS,
    [
      ['student', 'file', { destination: '江苏省南通市崇川区' }],
      ['securityOffice', 'permit'],
      ['student', 'declare', { movedOn: '2022-06-10' }],
    ],
    'done 6 月 10 日已迁出',
  ],
  [
    'hukou',
    'hukou',
    TRAITS,
    [
      ['student', 'stay', { reason: '工作单位还没有落实' }],
      ['student', 'sign', signed],
      ['securityOffice', 'approve'],
    ],
    'done 户籍暂留到 2024 年 6 月 10 日',
  ],
]

test.each(TO_GREEN)('%s goes from the form to green', (code, item, traits, strides, wanted) => {
  expect(itemOf(go(walker(code, traits), strides), item)).toBe(wanted)
})

test.each<[PlainCode, string, Stride[], Role]>([
  ['league', 'league', [['student', 'file', LEAGUE]], 'leagueSecretary'],
  ['party', 'party', [['student', 'file', PARTY]], 'partyOffice'],
  ['archive', 'archive', [['student', 'file', ARCHIVE]], 'counsellor'],
  ['hukou', 'hukou', [['student', 'file', { destination: '南通' }]], 'securityOffice'],
  ['bookLoss', 'library', [['student', 'file', { barcode: 'N0412345', way: 'pay' }]], 'librarian'],
])(
  '%s comes back with a reason, keeps what was typed, and is filed again',
  (code, item, way, by) => {
    const walk = go(walker(code), way)
    const typed = walk.request?.form
    go(walk, [[by, 'return']])
    expect(itemOf(walk, item)).toBe('pending 已退回：原因')
    expect(walk.request).toMatchObject({ waitsFor: 'student', form: typed })
    go(walk, way)
    expect(walk.request?.waitsFor).toBe(by)
  },
)

describe('a finished item turns back with a reason', () => {
  const posted = () =>
    go(walker('archive', []), [
      ['student', 'file', ARCHIVE],
      ['counsellor', 'pack', { materials: ['transcript'] }],
      ['secretary', 'handOver'],
      ['archives', 'post', { tracking: '1234567890123' }],
    ])
  const taken = () => {
    const walk = posted()
    walk.step(staff('archives'), 'takeBack', { note: '登记错了人' })
    return walk
  }

  test('to where it stood, without what was filled in', () => {
    const walk = taken()
    expect(itemOf(walk, 'archive')).toBe('pending 等招生就业处寄出')
    expect(walk.request?.outcome).toEqual({ materials: ['transcript'] })
  })

  test('and the student is told why, in the message and, cut to WeChat’s length, by WeChat', () => {
    expect(messagesOf(taken())).toMatchObject([
      {
        person: 'student:1907010216',
        text: '招生就业处撤回了上一步：登记错了人（现在：等招生就业处寄出）',
        short: '撤回了上一步：登记错了人',
      },
    ])
  })

  test('and the item says why until the next step', () => {
    const walk = taken()
    expect(derived(walk, 'archive')?.why).toBe('招生就业处撤回了上一步：登记错了人')
    go(walk, [['archives', 'post', { tracking: '1234567890123' }]])
    expect(derived(walk, 'archive')).toMatchObject({ status: 'done', reason: '6 月 10 日已派遣' })
    expect(derived(walk, 'archive')).not.toHaveProperty('why')
  })

  test('one decision after the other, each by the role that took it', () => {
    const walk = taken()
    expect(refusal(() => go(walk, [['archives', 'takeBack']])).code).toBe('FORBIDDEN')
    go(walk, [
      ['secretary', 'takeBack'],
      ['counsellor', 'takeBack'],
    ])
    expect(itemOf(walk, 'archive')).toBe('pending 等辅导员整理材料')
    expect(refusal(() => go(walk, [['counsellor', 'takeBack']])).code).toBe('CONFLICT')
  })
})

test('who comes too late to take a step back is told what happened meanwhile', () => {
  const walk = go(walker('league'), [
    ['student', 'file', LEAGUE],
    ['leagueSecretary', 'approve'],
    ['leagueCommittee', 'stamp'],
  ])
  const late = () => walk.step(staff('leagueSecretary'), 'takeBack', { note: '原因', version: 2 })
  expect(refusal(late)).toMatchObject({
    code: 'CONFLICT',
    message:
      '校团委leagueCommittee 09:00 在团员证上盖了章，现在是「团员证已盖章，等归还」。请看过最新情况再办。',
  })
})

test.each<[PlainCode, string, Stride[], Role, string, string]>([
  [
    'archive',
    'archive',
    [
      ['student', 'file', ARCHIVE],
      ['counsellor', 'pack', { materials: ['transcript'] }],
    ],
    'secretary',
    'pending 等辅导员整理材料',
    '学院书记退回辅导员：原因',
  ],
  [
    'league',
    'league',
    [
      ['student', 'file', LEAGUE],
      ['leagueSecretary', 'approve'],
      ['leagueCommittee', 'stamp'],
    ],
    'leagueSecretary',
    'pending 等校团委盖章',
    '学院团总支书记退回校团委：原因',
  ],
])('%s goes back to the office before, which hears why', (code, item, way, by, wanted, why) => {
  const walk = go(go(walker(code), way), [[by, 'return']])
  expect(itemOf(walk, item)).toBe(wanted)
  expect(derived(walk, item)?.why).toBe(why)
  const [, toOffice] = messagesOf(walk)
  expect(toOffice?.text).toBe(`林知夏：${why.replace(/^.*(?=退回)/, '')}`)
})

test('a word that the staff add goes to the student, and the work to whoever’s turn it is', () => {
  const walk = go(walker('league'), [['student', 'file', LEAGUE]])
  walk.step(staff('leagueSecretary'), 'approve', { note: '记得带上团员证' })
  expect(messagesOf(walk).map(({ text, short }) => [text, short])).toEqual([
    ['学院团总支书记同意转出：记得带上团员证（现在：等校团委盖章）', '等校团委盖章'],
    ['林知夏：转到南京工程学院团委', undefined],
  ])
})

test('a reason that the state says itself is not said twice', () => {
  const walk = go(walker('party'), [
    ['student', 'file', PARTY],
    ['partyOffice', 'return'],
  ])
  expect(derived(walk, 'party')).toMatchObject({ headline: '已退回：原因' })
  expect(derived(walk, 'party')).not.toHaveProperty('why')
  expect(messagesOf(walk).map(({ text }) => text)).toEqual(['已退回：原因'])
})

test('an answer stays what finance answered after its end was taken back', () => {
  const walk = go(walker('feeQuestion'), [
    ['student', 'file', { question: '2020 年的住宿费我交过了' }],
    ['finance', 'answer'],
  ])
  walk.step(staff('finance'), 'close')
  walk.step(staff('finance'), 'takeBack', { note: '点错了人' })
  expect(walk.student.requests?.feeQuestion).toMatchObject({ state: 'answered', note: '原因' })
})

test.each<[PlainCode, Stride[], object]>([
  [
    'archive',
    [
      ['student', 'file', ARCHIVE],
      ['counsellor', 'pack', { materials: ['transcript'] }],
      ['secretary', 'handOver'],
      ['archives', 'post', { tracking: '1234567890123' }],
    ],
    { source: '招生就业处登记', asOf: MORNING.toISOString(), kind: 'record' },
  ],
  [
    'hukou',
    [
      ['student', 'file', { destination: '江苏省南通市崇川区' }],
      ['securityOffice', 'permit'],
      ['student', 'declare', { movedOn: '2022-06-10' }],
    ],
    { source: '本人登记', asOf: MORNING.toISOString(), kind: 'record' },
  ],
])('a finished %s says who put it on record and when', (code, strides, basis) => {
  const traits = code === 'archive' ? [] : TRAITS
  expect(derived(go(walker(code, traits), strides), code)?.basis).toEqual(basis)
})

test('a lost book is priced, paid for and written off; the item waits for the library’s data', () => {
  const walk = go(walker('bookLoss'), [
    ['student', 'file', { barcode: 'N0412345', way: 'pay' }],
    ['librarian', 'price', { price: 3_500 }],
    ['librarian', 'receive'],
  ])
  expect(walk.request?.state).toBe('closed')
  expect(itemOf(walk, 'library')).toBe('pending 在借 1 本')
  walk.student.facts.loans = fact([])
  expect(itemOf(walk, 'library')).toBe('done 没有在借图书')
})

test('who buys the same edition is told which, and owes no amount', () => {
  const walk = go(walker('bookLoss'), [
    ['student', 'file', { barcode: 'N0412345', way: 'replace' }],
  ])
  const price = () => go(walk, [['librarian', 'price', { price: 3_500 }]])
  const offered = actionsFor(tableOf('bookLoss'), walk.request, ['librarian'])
  expect(offered.map(({ name }) => name)).toEqual(['nameEdition', 'return'])
  expect(refusal(price).message).toBe('他要买同版本的书归还，请写明版本。')
  go(walk, [['librarian', 'nameEdition', { edition: '数据结构，清华大学出版社，第 2 版' }]])
  expect(walk.request?.state).toBe('settling')
})

test('the library takes its price back with a reason, and prices it again', () => {
  const walk = go(walker('bookLoss'), [
    ['student', 'file', { barcode: 'N0412345', way: 'pay' }],
    ['librarian', 'price', { price: 3_500 }],
    ['librarian', 'reconsider'],
    ['librarian', 'price', { price: 2_500 }],
  ])
  expect(walk.request).toMatchObject({ state: 'settling', outcome: { price: 2_500 } })
})

test('a book that is not on loan cannot be reported lost', () => {
  const report = () => go(walker('bookLoss'), [['student', 'file', { barcode: 'N1', way: 'pay' }]])
  expect(refusal(report).fields).toEqual({
    barcode: '你没有借这本书，请对着在借图书里的条码号再填',
  })
})

test('a question about fees goes back and forth and moves no item', () => {
  const walk = walker('feeQuestion')
  const before = itemOf(walk, 'tuition')
  go(walk, [
    ['student', 'file', { question: '2020 年的住宿费我交过了' }],
    ['finance', 'answer'],
    ['student', 'ask'],
    ['finance', 'answer'],
    ['student', 'close'],
  ])
  expect(walk.request?.history.map(({ transition }) => transition)).toEqual([
    ...['file', 'answer', 'ask', 'answer', 'close'],
  ])
  expect(itemOf(walk, 'tuition')).toBe(before)
})

test('asking again after the end keeps the first question in the thread', () => {
  const walk = go(walker('feeQuestion'), [
    ['student', 'file', { question: '2020 年的住宿费我交过了' }],
    ['finance', 'answer'],
    ['student', 'close'],
    ['student', 'ask'],
  ])
  expect(walk.request).toMatchObject({
    state: 'asked',
    form: { question: '2020 年的住宿费我交过了' },
  })
})

test('a picture of the slip goes with a question and with each further one', () => {
  const slip = (letter: string) => `cloud://local/photos/${letter.repeat(24)}.jpg`
  const walk = go(walker('feeQuestion'), [
    ['student', 'file', { question: '2020 年的住宿费我交过了', photos: [slip('a')] }],
    ['finance', 'answer'],
    ['student', 'ask', { photos: [slip('b'), slip('c')] }],
  ])
  expect(walk.request && filesOf(walk.request)).toEqual([slip('a'), slip('b'), slip('c')])
  expect(walk.request?.form).toMatchObject({ question: '2020 年的住宿费我交过了' })
})

test.each([
  ['a file that is no photo of ours', ['https://a.cn/a.jpg'], 'photos.0', '照片没有传好，请重新选'],
  ['too many', Array(10).fill(signed.signature.replace('png', 'jpg')), 'photos', '最多 9 张照片'],
])('%s is refused at the photos', (_, photos, at, sentence) => {
  const ask = () => go(walker('feeQuestion'), [['student', 'file', { question: '多收了', photos }]])
  expect(refusal(ask).fields).toEqual({ [at]: sentence })
})

test('the archive of who goes on to study is handed over, that of all others posted', () => {
  const upTo: Stride[] = [
    ['student', 'file', ARCHIVE],
    ['counsellor', 'pack', { materials: ['transcript'] }],
    ['secretary', 'handOver'],
  ]
  const posted = () =>
    go(walker('archive', ['upgrade']), [
      ...upTo,
      ['archives', 'post', { tracking: '1234567890123' }],
    ])
  expect(refusal(posted).message).toBe('专转本毕业生的档案不邮寄，请封口盖章后转交本人。')
  const given = () => go(walker('archive', []), [...upTo, ['archives', 'giveInPerson']])
  expect(refusal(given).message).toMatch(/^只有专转本毕业生的档案转交本人/)
})

test.each([
  ['EE876543216CN', true],
  ['EE876543217CN', false],
  ['EE876543216US', false],
  ['1234567890123', true],
  ['123456789012', false],
])('the EMS number %s is %s', (number, good) => {
  expect(isEmsNumber(number)).toBe(good)
})

test('a pledge is signed with one’s own name, and read', () => {
  const upTo: Stride[] = [['student', 'stay', { reason: '工作单位还没有落实' }]]
  const sign = (input: object) => () => go(walker('hukou'), [...upTo, ['student', 'sign', input]])
  expect(refusal(sign({ ...signed, name: '林知春' })).fields).toEqual({
    name: '请输入你自己的姓名',
  })
  expect(refusal(sign({ ...signed, read: false })).fields).toEqual({ read: '请先确认这一条' })
  expect(refusal(sign({ ...signed, signature: '' })).fields).toEqual({
    signature: '请在方框里签名',
  })
})

describe('学院核验', () => {
  const ready = () => new Walk('verification', someStudent(['boarder'], clearedFacts()))

  test('opens when everything before it is done, and makes green', () => {
    const walk = ready()
    expect(itemOf(walk, 'verification')).toBe('pending 等学院核验')
    go(walk, [['counsellor', 'verify']])
    expect(itemOf(walk, 'verification')).toBe('done 6 月 10 日已核验')
  })

  test('is refused while something is missing, and says what', () => {
    const facts = { ...clearedFacts(), loans: fact([{ barcode: 'N1', title: '边城' }]) }
    const walk = new Walk('verification', someStudent(['boarder'], facts))
    expect(refusal(() => go(walk, [['counsellor', 'verify']])).message).toBe(
      '还不能核验，必办环节没有办完：图书归还。',
    )
  })

  test('on a condition only where the college allows it', () => {
    const input = { condition: '补交体检表', until: '2022-07-01' }
    const walk = ready()
    const conditionally: Stride[] = [['counsellor', 'verifyConditionally', input]]
    expect(refusal(() => go(walk, conditionally)).message).toBe('学院没有开通有条件核验。')
  })

  test('can be revoked with a reason, and the student reads it', () => {
    const walk = go(ready(), [
      ['counsellor', 'verify'],
      ['secretary', 'revoke'],
    ])
    expect(itemOf(walk, 'verification')).toBe('pending 核验被撤销：原因')
  })
})
