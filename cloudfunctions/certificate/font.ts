import { readFileSync } from 'node:fs'
import path from 'node:path'
import { create, type Font } from 'fontkit'

/**
 * Noto Sans SC (SIL OFL 1.1), which the build puts beside the bundle: every ideograph of the basic
 * block and of Extension A but ten, and those of 通用规范汉字表 beyond. The PDF carries what it uses of it.
 */
export const fontFile = readFileSync(path.join(__dirname, 'font.ttf'))

const font = create(fontFile) as Font

/** What printers have always set for a character that they do not have. */
const MISSING = '〓'

/**
 * A text as the font can print it, and the characters that it cannot. A name is never printed with an
 * empty box in it: the reader is told by its number which character is meant.
 */
export function printable(text: string): { text: string; missing: string[] } {
  const letters = Array.from(text)
  const has = (letter: string): boolean => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)
  return {
    text: letters.map((letter) => (has(letter) ? letter : MISSING)).join(''),
    missing: letters.filter((letter) => !has(letter)),
  }
}

/** `姓名里的「〓」是字体没有的字，统一码 U+20BB7。`; empty when nothing is missing. */
export function footnote(missing: readonly string[]): string {
  if (missing.length === 0) return ''
  const numbers = missing.map((letter) => `U+${letter.codePointAt(0)?.toString(16).toUpperCase()}`)
  return `姓名里的「${MISSING}」是字体里没有的字，统一码依次是 ${numbers.join('、')}。`
}
