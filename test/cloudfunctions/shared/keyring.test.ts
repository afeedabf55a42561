import { randomBytes } from 'node:crypto'
import { required } from '../../../cloudfunctions/shared/environment'
import { openKeyring, type Sealed } from '../../../cloudfunctions/shared/keyring'

const key = (bytes = 32) => randomBytes(bytes).toString('base64')
const FIRST = `2022a:${key()}`
const SECOND = `2022b:${key()}`
const CARD = '6217000010001234567'

const before = openKeyring(FIRST, '2022a')
const during = openKeyring(`${FIRST},${SECOND}`, '2022b')
const afterwards = openKeyring(SECOND, '2022b')

test('what is sealed opens again, and does not show what it holds', () => {
  const sealed = before.encrypt(CARD, 'secrets/1')
  expect(sealed.keyId).toBe('2022a')
  expect(JSON.stringify(sealed)).not.toContain(CARD)
  expect(before.decrypt(sealed, 'secrets/1')).toBe(CARD)
  expect(before.encrypt(CARD, 'secrets/1').data).not.toBe(sealed.data)
})

test('a key is changed by its id: add the new one, reseal, take the old one away', () => {
  const old = before.encrypt(CARD, 'secrets/1')
  expect(during.decrypt(old, 'secrets/1')).toBe(CARD)
  const renewed = during.reseal(old, 'secrets/1')
  expect(renewed.keyId).toBe('2022b')
  expect(afterwards.decrypt(renewed, 'secrets/1')).toBe(CARD)
  expect(() => afterwards.decrypt(old, 'secrets/1')).toThrow('没有编号 2022a 的密钥')
})

test('a text sealed for one document does not open in another', () => {
  const sealed = before.encrypt(CARD, 'secrets/1')
  expect(() => before.decrypt(sealed, 'secrets/2')).toThrow('不属于这条记录')
})

test.each(['iv', 'tag', 'data'] as const)('a changed %s does not open', (part) => {
  const sealed = before.encrypt(CARD, 'secrets/1')
  const bytes = Buffer.from(sealed[part], 'base64')
  bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0)
  const changed: Sealed = { ...sealed, [part]: bytes.toString('base64') }
  expect(() => before.decrypt(changed, 'secrets/1')).toThrow('它被改过')
})

test('a shortened tag does not open', () => {
  const sealed = before.encrypt(CARD, 'secrets/1')
  const tag = Buffer.from(sealed.tag, 'base64').subarray(0, 4).toString('base64')
  expect(() => before.decrypt({ ...sealed, tag }, 'secrets/1')).toThrow('它被改过')
})

test.each([
  ['2022a:AAAA', '2022a', '编号 2022a 的密钥应为 32 字节，现在是 3 字节'],
  [`2022a:${key(33)}`, '2022a', '现在是 33 字节'],
  [FIRST, '2023a', 'SECRET_KEY_CURRENT 是 2023a'],
  ['', '2022a', 'SECRET_KEYS 写得不对'],
  [`{"2022a":"${key()}"}`, '2022a', 'SECRET_KEYS 写得不对'],
])('the keys %p are refused by name', (list, current, sentence) => {
  expect(() => openKeyring(list, current)).toThrow(sentence)
})

test('a wrong list of keys is not quoted', () => {
  const secret = key()
  const open = () => openKeyring(`2022a=${secret}`, '2022a')
  expect(open).toThrow('SECRET_KEYS')
  expect(open).not.toThrow(secret)
})

test('a missing variable is named', () => {
  expect(required('SECRET_KEYS', { SECRET_KEYS: 'x' })).toBe('x')
  expect(() => required('SECRET_KEYS', {})).toThrow('缺少环境变量 SECRET_KEYS')
  expect(() => required('SECRET_KEYS', { SECRET_KEYS: '' })).toThrow('缺少环境变量 SECRET_KEYS')
})
