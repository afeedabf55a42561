import { randomBytes } from 'node:crypto'

const KEY_BYTES = 32

/** 32 random bytes, in base64. */
export function newKey(): string {
  return randomBytes(KEY_BYTES).toString('base64')
}

/** The keys that the functions encrypt and sign with, as their environment. @param id the secret key's */
export function newKeys(id: string): Record<string, string> {
  return { SECRET_KEYS: `${id}:${newKey()}`, SECRET_KEY_CURRENT: id, PASS_KEY: newKey() }
}
