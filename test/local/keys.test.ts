import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openKeyring } from '../../cloudfunctions/shared/keyring'
import { functionKeys } from '../../local/keys'

let folder: string
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'keys-'))))
afterEach(() => rmSync(folder, { recursive: true }))

test('a laptop makes its keys once, and the functions can work with them', () => {
  const school = path.join(folder, 'school')
  const made = functionKeys(school)
  expect(functionKeys(school)).toEqual(made)
  const { SECRET_KEYS = '', SECRET_KEY_CURRENT = '' } = made
  const keyring = openKeyring(SECRET_KEYS, SECRET_KEY_CURRENT)
  expect(keyring.decrypt(keyring.encrypt('文', 'a'), 'a')).toBe('文')
})

test('two laptops have two keys', () => {
  const keys = (name: string) => functionKeys(path.join(folder, name)).SECRET_KEYS
  expect(keys('a')).not.toBe(keys('b'))
})

// Windows has no such modes.
const onPosix = process.platform === 'win32' ? test.skip : test

onPosix('nobody but their owner can read them', () => {
  functionKeys(folder)
  expect(statSync(path.join(folder, 'keys.json')).mode & 0o777).toBe(0o600)
})
