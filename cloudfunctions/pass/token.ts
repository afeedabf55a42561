import { createCipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

/** What a token stands for. */
export interface Claim {
  studentNo: string
  /** From this instant on it opens nothing. Whole seconds. */
  expiresAt: Date
}

export interface Tokens {
  mint(claim: Claim): string
  /** Null for whatever this key has not made, without saying what is wrong with it. */
  read(token: string): Claim | null
}

const KEY_BYTES = 32
const SIGNATURE_BYTES = 16
const EXPIRY_BYTES = 4

/**
 * Makes and reads the tokens of exit passes. The claim is signed by HMAC-SHA256 and the signature is
 * the IV that hides the claim (a synthetic IV), so the code holds nothing that can be read, nothing of
 * it can be changed, and nothing has to be stored (docs/decisions/0016).
 * @param key `PASS_KEY`: 32 bytes in base64
 * @throws Error with a sentence that names the variable, never its value
 */
export function openTokens(key: string): Tokens {
  const secret = Buffer.from(key, 'base64')
  if (secret.length !== KEY_BYTES) {
    throw new Error(`PASS_KEY 应为 ${KEY_BYTES} 字节的 base64，现在是 ${secret.length} 字节。`)
  }
  const [signing, hiding] = [derive(secret, 'pass/sign'), derive(secret, 'pass/hide')]
  const sign = (claim: Buffer): Buffer =>
    createHmac('sha256', signing).update(claim).digest().subarray(0, SIGNATURE_BYTES)
  // In counter mode to hide and to show are the same.
  const hide = (signature: Buffer, claim: Buffer): Buffer =>
    createCipheriv('aes-256-ctr', hiding, signature).update(claim)
  return {
    mint(claim) {
      const bytes = toBytes(claim)
      const signature = sign(bytes)
      return Buffer.concat([signature, hide(signature, bytes)]).toString('base64url')
    },
    read(token) {
      const bytes = Buffer.from(token, 'base64url')
      const isWhole = bytes.length > SIGNATURE_BYTES + EXPIRY_BYTES
      // Base64 has several spellings of the same bytes; only ours counts.
      if (!isWhole || bytes.toString('base64url') !== token) return null
      const signature = bytes.subarray(0, SIGNATURE_BYTES)
      const claim = hide(signature, bytes.subarray(SIGNATURE_BYTES))
      return timingSafeEqual(signature, sign(claim)) ? toClaim(claim) : null
    },
  }
}

function derive(secret: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, KEY_BYTES))
}

function toBytes({ studentNo, expiresAt }: Claim): Buffer {
  const expiry = Buffer.alloc(EXPIRY_BYTES)
  expiry.writeUInt32BE(Math.floor(expiresAt.getTime() / 1000))
  return Buffer.concat([expiry, Buffer.from(studentNo, 'utf8')])
}

function toClaim(bytes: Buffer): Claim {
  return {
    expiresAt: new Date(bytes.readUInt32BE() * 1000),
    studentNo: bytes.subarray(EXPIRY_BYTES).toString('utf8'),
  }
}
