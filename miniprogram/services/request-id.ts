const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const LENGTH = 24

/** What was sent, and the id it was sent under. */
export interface Attempt {
  input: string
  requestId: string
}

export const NO_ATTEMPT: Attempt = { input: '', requestId: '' }

/**
 * The attempt to send an input: the last one again as long as the input is the same, so that a retry
 * after a lost answer does the thing once.
 */
export async function attemptFor(input: string, last: Attempt): Promise<Attempt> {
  return input === last.input ? last : { input, requestId: await newRequestId() }
}

/** 24 random letters that need no escaping in a URL. */
export async function newRequestId(): Promise<string> {
  const bytes = await randomBytes(LENGTH)
  return Array.from(bytes, (byte) => LETTERS.charAt(byte % LETTERS.length)).join('')
}

/** An id must not repeat but is no secret, so an old WeChat's `Math.random` will do. */
async function randomBytes(length: number): Promise<Uint8Array> {
  if (wx.canIUse('getRandomValues')) {
    try {
      const { randomValues } = await wx.getRandomValues({ length })
      return new Uint8Array(randomValues)
    } catch (error) {
      console.warn('no random values', error)
    }
  }
  return Uint8Array.from({ length }, () => Math.floor(Math.random() * 256))
}
