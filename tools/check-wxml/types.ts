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
      return place ? [{ ...place, message: sentenceOf(source, diagnostic) }] : []
    })
  return [...problems, ...checkStaticValues(program.getTypeChecker(), source, template)]
}

function unregistered({ file }: ConvertedTemplate): Problem {
  return { file, line: 1, column: 1, message: '同名的 .ts 里没有 Page({…}) 或 Component({…})' }
}
