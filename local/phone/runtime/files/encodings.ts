import { FileError } from './phone-files'

type Bytes = Uint8Array<ArrayBuffer>

interface Encoding {
  encode(text: string): Bytes
  decode(bytes: Bytes): string
}

const UTF8: Encoding = {
  encode: (text) => new TextEncoder().encode(text),
  decode: (bytes) => new TextDecoder().decode(bytes),
}

/** One byte a letter. */
const LATIN1: Encoding = {
  encode: (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff),
  decode: (bytes) => bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''),
}

const BASE64: Encoding = {
  encode: (text) => LATIN1.encode(atob(text)),
  decode: (bytes) => btoa(LATIN1.decode(bytes)),
}

const HEX: Encoding = {
  encode: (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16)),
  decode: (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''),
}

/** Of WeChat's encodings those without `ucs2` and `utf16le`. */
const ENCODINGS: Partial<Record<string, Encoding>> = {
  utf8: UTF8,
  'utf-8': UTF8,
  latin1: LATIN1,
  binary: LATIN1,
  ascii: LATIN1,
  base64: BASE64,
  hex: HEX,
}

/** @throws FileError for an encoding that is not there */
export function encodingOf(name: string): Encoding {
  const encoding = ENCODINGS[name]
  if (!encoding) throw new FileError(`invalid encoding "${name}"`)
  return encoding
}
