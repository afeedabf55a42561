import type ts from 'typescript'
import type { ConvertedTemplate } from './check'
import { placeOf } from './place'
import type { Problem } from './problem'
import { findRegistration } from './program'
import { sentenceOf } from './sentences'
import { checkStaticValues, isStaticValue } from './static-values'

/** What TypeScript finds in a template's code, at the place in the WXML that it stands for. */
export function checkTypes(program: ts.Program, template: ConvertedTemplate): Problem[] {
  const script = template.script && program.getSourceFile(template.script)
  if (script && !findRegistration(script)) return [unregistered(template)]
  const source = program.getSourceFile(template.codeFile)
  if (!source) throw new Error(`no code for ${template.file}`)
  const found = [
    ...program.getSyntacticDiagnostics(source),
    ...program.getSemanticDiagnostics(source),
  ]
  const problems = found
    .filter((diagnostic) => !isStaticValue(source, diagnostic))
    .flatMap((diagnostic) => {
      const place = placeOf(source, template, diagnostic.start, diagnostic.length)
      if (!place && TOLD_ELSEWHERE.has(diagnostic.code)) return []
      const { file } = template
      return [
        { ...(place ?? { file, line: 1, column: 1 }), message: sentenceOf(source, diagnostic) },
      ]
    })
  return [...problems, ...checkStaticValues(program.getTypeChecker(), source, template)]
}

/** An import that finds no file, no types or no registration: told where the component is declared. */
const TOLD_ELSEWHERE = new Set([1192, 2306, 2307, 2613, 7016])

function unregistered({ file }: ConvertedTemplate): Problem {
  return { file, line: 1, column: 1, message: '同名的 .ts 里没有 Page({…}) 或 Component({…})' }
}
