import type ts from 'typescript'
import type { ConvertedTemplate } from './check'

/** The place in the WXML of a span of the code made from it; undefined where there is none. */
export function placeOf(
  source: ts.SourceFile,
  { file, expression }: ConvertedTemplate,
  start = 0,
  length = 0,
): { file: string; line: number; column: number } | undefined {
  const from = source.getLineAndCharacterOfPosition(start)
  const to = source.getLineAndCharacterOfPosition(start + length)
  const found = expression.getSourceLocation(from.line, from.character, to.line, to.character)
  const [line, column] = found ?? []
  if (line === undefined || column === undefined) return undefined
  return { file, line: line + 1, column: column + 1 }
}
