import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'
import { promisify } from 'node:util'
import type { ScryptHash } from './documents'

const KEY_BYTES = 32
const COST = { n: 16_384, r: 8, p: 1 }

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

export async function hashProof(secret: string): Promise<ScryptHash> {
  const salt = randomBytes(16)
  const hash = await hashOf(secret, salt, COST)
  return { salt: salt.toString('base64'), hash: hash.toString('base64'), ...COST }
}

/**
 * Whether a secret is the one that was hashed. Without a proof the same work is done and the answer is
 * no, so that it takes as long to be wrong about a person as about a secret.
 */
export async function matchesProof(secret: string, proof: ScryptHash | null): Promise<boolean> {
  const { salt, hash, ...cost } = proof ?? NOBODY
  const given = await hashOf(secret, Buffer.from(salt, 'base64'), cost)
  return timingSafeEqual(given, Buffer.from(hash, 'base64')) && proof !== null
}

function hashOf(secret: string, salt: Buffer, { n, r, p }: typeof COST): Promise<Buffer> {
  return derive(secret, salt, KEY_BYTES, { N: n, r, p })
}

const NOBODY: ScryptHash = {
  salt: Buffer.alloc(16).toString('base64'),
  hash: Buffer.alloc(KEY_BYTES).toString('base64'),
  ...COST,
}
