import { parseCohort } from '../../../domain/cohort/parse'
import { ClearanceError } from '../../../domain/errors'
import { readCohort2022 } from '../cohort2022'

type Loose = { items: Record<string, unknown>[] } & Record<string, unknown>

function refusalOf(spoil: (cohort: Loose) => void): ClearanceError {
  const cohort = readCohort2022() as Loose
  spoil(cohort)
  try {
    parseCohort(cohort)
  } catch (error) {
    if (error instanceof ClearanceError) return error
  }
  throw new Error('the spoilt cohort was accepted')
}

function item(cohort: Loose, code: string): Record<string, unknown> {
  const found = cohort.items.find((candidate) => candidate.code === code)
  if (!found) throw new Error(`no item ${code}`)
  return found
}

test.each<[string, (cohort: Loose) => void, string, string]>([
  [
    'a deadline in prose',
    (cohort) => (item(cohort, 'dorm').window = { from: '2022-06-09', to: '6月22日' }),
    '环节 8（退宿） › 办理时间 › 截止日期：应为 2022-06-22 这样的日期',
    'items.7.window.to',
  ],
  [
    'a window that ends before it begins',
    (cohort) => (item(cohort, 'dorm').window = { from: '2022-06-23', to: '2022-06-22' }),
    '环节 8（退宿） › 办理时间 › 截止日期：早于开始日期 2022-06-23',
    'items.7.window.to',
  ],
  [
    'a phone number without its area code',
    (cohort) => (item(cohort, 'library').contacts = [{ name: '邱艳', phones: ['85395027'] }]),
    '环节 6（图书归还） › 联系人 1 › 联系电话 1：应为带区号的座机',
    'items.5.contacts.0.phones.0',
  ],
  [
    'a trait that does not exist',
    (cohort) => (item(cohort, 'party').appliesTo = ['member']),
    '环节 9（党组织关系转接） › 适用于 1：应为其中之一：boarder',
    'items.8.appliesTo.0',
  ],
  [
    'a field that nobody reads',
    (cohort) => (item(cohort, 'card').deadlnie = '2022-07-02'),
    '环节 4（一卡通清算） › deadlnie：不认识这个字段',
    'items.3.deadlnie',
  ],
  [
    'a mini program that has no such AppID',
    (cohort) => {
      const { links } = item(cohort, 'league').guidance as { links: Record<string, unknown>[] }
      Object.assign(links[1] ?? {}, { appId: '智慧团建' })
    },
    '环节 5（团组织关系转接） › 办理说明 › 链接 2 › 小程序 AppID：应为 wx 开头',
    'items.4.guidance.links.1.appId',
  ],
  [
    'a missing title',
    (cohort) => delete item(cohort, 'archive').title,
    '环节 7 › 标题：缺少这一项',
    'items.6.title',
  ],
  [
    'a rule of an unknown kind',
    (cohort) => (item(cohort, 'archive').rule = { kind: 'magic' }),
    '环节 7（档案派遣） › 办结依据',
    'items.6.rule.kind',
  ],
  [
    'the same code twice',
    (cohort) => (item(cohort, 'lodging').code = 'tuition'),
    '环节 2（住宿费） › 代号：代号 tuition 重复了',
    'items.1.code',
  ],
  [
    'a step that is not there',
    (cohort) => (item(cohort, 'verification').step = 3),
    '环节 11（学院核验） › 所在步骤：没有第 3 步，共有 2 步',
    'items.10.step',
  ],
  [
    'a verification with nothing before it',
    (cohort) => (item(cohort, 'verification').step = 1),
    '环节 11（学院核验） › 所在步骤：核验要放在第 1 步之后',
    'items.10.step',
  ],
  [
    'a responsibility that is not in the table',
    (cohort) => (item(cohort, 'dorm').responsibility = 'rooms'),
    '环节 8（退宿） › 工作职责：工作职责里没有 rooms',
    'items.7.responsibility',
  ],
])('%s is refused by its path in Chinese', (_, spoil, sentence, field) => {
  const refusal = refusalOf(spoil)
  expect(refusal.code).toBe('INVALID')
  expect(refusal.message).toContain(sentence)
  expect(Object.keys(refusal.fields ?? {})).toEqual([field])
})

test('every mistake is named at once', () => {
  const refusal = refusalOf((cohort) => {
    item(cohort, 'card').title = ''
    item(cohort, 'dorm').required = '是'
  })
  expect(refusal.message).toMatch(
    /^批次文件有 2 处要改：\n环节 4.*：不能为空\n环节 8（退宿） › 是否必办/,
  )
})

test.each([null, 7, 'cohort'])('%p is not a cohort', (input) => {
  expect(() => parseCohort(input)).toThrow('整个文件')
})
