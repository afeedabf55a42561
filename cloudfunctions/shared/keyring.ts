import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** An encrypted text. All but `keyId` is base64. */
export interface Sealed {
  /** Which key opens it. */
  keyId: string
  iv: string
  tag: string
  data: string
}

/**
 * Encrypts and decrypts with AES-256-GCM. The `context` says where a text belongs (its document): it is
 * not stored, but without the same context nothing opens, so that sealed texts cannot be swapped.
 */
export interface Keyring {
  readonly current: string
  encrypt(text: string, context: string): Sealed
  /** @throws Error for an unknown key, another context, or changed data */
  decrypt(sealed: Sealed, context: string): string
  /** The same text under the current key. @throws Error as `decrypt` does */
  reseal(sealed: Sealed, context: string): Sealed
}

const CIPHER = 'aes-256-gcm'
const KEY_BYTES = 32
const IV_BYTES = 12
const TAG_BYTES = 16

/**
 * A keyring of the keys in the environment.
 * @param list `SECRET_KEYS`: `<id>:<32 bytes in base64>`, comma-separated. No JSON: the deployment's
 *   `{{env.…}}` puts it between quotes as it is, and turns a text that is JSON into an object.
 * @param current `SECRET_KEY_CURRENT`: the id of the key that encrypts; the others only decrypt
 * @throws Error with a sentence that names the variable and the key, never its value
 */
export function openKeyring(list: string, current: string): Keyring {
  const keys = parseKeys(list)
  const currentKey = keys.get(current)
  if (!currentKey) {
    throw new Error(`SECRET_KEY_CURRENT 是 ${current}，SECRET_KEYS 里没有这个编号的密钥。`)
  }
  const encrypt: Keyring['encrypt'] = (text, context) => ({
    keyId: current,
    ...sealWith(currentKey, text, context),
  })
  const decrypt: Keyring['decrypt'] = (sealed, context) => {
    const key = keys.get(sealed.keyId)
    if (!key) throw new Error(`SECRET_KEYS 里没有编号 ${sealed.keyId} 的密钥，密文打不开。`)
    return openWith(key, sealed, context)
  }
  const reseal: Keyring['reseal'] = (sealed, context) => encrypt(decrypt(sealed, context), context)
  return { current, encrypt, decrypt, reseal }
}

function parseKeys(list: string): Map<string, Buffer> {
  return new Map(list.split(',').map((entry) => parseKey(entry.trim())))
}

/** A message names the key, never its value: it gets into a log. */
function parseKey(entry: string): [id: string, key: Buffer] {
  const [, id, base64] = /^([\w-]{1,40}):([A-Za-z\d+/]+={0,2})$/.exec(entry) ?? []
  if (!id || !base64) {
    throw new Error('SECRET_KEYS 写得不对，应为「编号:32 字节的 base64」，几把密钥之间用逗号。')
  }
  const key = Buffer.from(base64, 'base64')
  if (key.length === KEY_BYTES) return [id, key]
  throw new Error(
    `SECRET_KEYS 里编号 ${id} 的密钥应为 ${KEY_BYTES} 字节，现在是 ${key.length} 字节。`,
  )
}

function sealWith(key: Buffer, text: string, context: string): Omit<Sealed, 'keyId'> {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(context, 'utf8'))
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return {
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    data: data.toString('base64'),
  }
}

function openWith(key: Buffer, { iv, tag, data }: Sealed, context: string): string {
  try {
    const options = { authTagLength: TAG_BYTES }
    const decipher = createDecipheriv(CIPHER, key, Buffer.from(iv, 'base64'), options)
    decipher.setAAD(Buffer.from(context, 'utf8'))
    decipher.setAuthTag(Buffer.from(tag, 'base64'))
    return decipher.update(data, 'base64', 'utf8') + decipher.final('utf8')
  } catch {
    throw new Error('密文打不开：它被改过，或者不属于这条记录。')
  }
}
