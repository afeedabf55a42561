import path from 'node:path'
import { TmplGroup, type TmplConvertedExpr } from 'glass-easel-template-checker'
import { checkComponents } from './components'
import { environmentOf } from './environment'
import { withForTypes } from './for-types'
import { byPlace, slashed, type Problem } from './problem'
import { createTemplateProgram } from './program'
import { checkSyntax } from './syntax'
import { findTemplates, type Template } from './template'
import { checkTypes } from './types'

/**
 * A template, and the TypeScript that the compiler makes of its expressions. The compiler can do so
 * from 0.15 on; it is not the phone's, which has to be of the same version as the engine there.
 */
export interface ConvertedTemplate extends Template {
  /** The file that the code pretends to be. */
  codeFile: string
  code: string
  expression: TmplConvertedExpr
}

/** Checks every template of a mini program; files in the answer are relative to `from`. */
export function checkWxml(miniprogram: string, from: string): Problem[] {
  const group = new TmplGroup()
  const problems: Problem[] = []
  const converted = findTemplates(miniprogram).map((template) => {
    problems.push(...checkSyntax(group, template))
    return convert(group, template)
  })
  const codes = new Map(converted.map(({ codeFile, code }) => [codeFile, code]))
  const program = createTemplateProgram(codes)
  for (const template of converted) {
    problems.push(...checkTypes(program, template), ...checkComponents(template))
  }
  return problems
    .map((problem) => ({ ...problem, file: slashed(path.relative(from, problem.file)) }))
    .sort(byPlace)
}

function convert(group: TmplGroup, template: Template): ConvertedTemplate {
  const expression = group.getTmplConvertedExpr(template.name, environmentOf(template))
  const code = withForTypes(expression.code() ?? '')
  return { ...template, codeFile: `${template.file}.ts`, code, expression }
}
