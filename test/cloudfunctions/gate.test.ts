import { serve } from '../../cloudfunctions/shared/gate'
import type { ItemAnswer, NoticeAnswer, SheetAnswer } from '../../domain/sheet/answers'
import { ClearanceError } from '../../domain/errors'

const logged: string[] = []

beforeEach(() => {
  logged.splice(0)
  for (const method of ['log', 'error'] as const) {
    jest.spyOn(console, method).mockImplementation((...line) => void logged.push(line.join()))
  }
})

afterEach(() => jest.restoreAllMocks())

function gate(item: () => Promise<ItemAnswer>) {
  return serve('clearance', {
    'clearance.sheet': () => Promise.resolve({ missing: 3 } as SheetAnswer),
    'clearance.item': item,
    'clearance.notice': () => Promise.resolve({} as NoticeAnswer),
  })
}

const quiet = gate(() => Promise.resolve({} as ItemAnswer))

test('a known action with valid input is answered', async () => {
  expect(await quiet({ action: 'sheet' })).toEqual({ ok: true, data: { missing: 3 } })
  expect(await quiet({ action: 'sheet', input: {} })).toEqual({ ok: true, data: { missing: 3 } })
})

test.each([undefined, 'nothing', 'toString', '__proto__', 7, { action: 'sheet' }])(
  'the action %p is refused',
  async (action) => {
    expect(await quiet({ action })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
  },
)

test.each([
  [{}, { code: '请选择一个环节' }],
  [{ code: '' }, { code: '请选择一个环节' }],
  [{ code: 7 }, { code: '请选择一个环节' }],
  [{ code: 'x'.repeat(41) }, { code: '没有这个环节' }],
])('the input %p is refused at its field', async (input, fields) => {
  expect(await quiet({ action: 'item', input })).toMatchObject({
    ok: false,
    error: { code: 'INVALID', message: Object.values(fields)[0], fields },
  })
})

test('input that the action does not know is refused', async () => {
  const answer = await quiet({ action: 'sheet', input: { studentNo: '1907010216' } })
  expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID' } })
})

test('a refusal passes as it is, a bug as UNAVAILABLE without a word of itself', async () => {
  const refusing = gate(() =>
    Promise.reject(new ClearanceError({ code: 'CLOSED', message: '已经截止。' })),
  )
  const broken = gate(() => Promise.reject(new TypeError('cannot read x of undefined')))
  const ask = { action: 'item', input: { code: 'dorm' } }
  expect(await refusing(ask)).toEqual({
    ok: false,
    error: { code: 'CLOSED', message: '已经截止。' },
  })
  const answer = await broken(ask)
  expect(answer).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } })
  expect(JSON.stringify(answer)).not.toContain('cannot read')
  expect(logged.join('\n')).toContain('cannot read')
})
