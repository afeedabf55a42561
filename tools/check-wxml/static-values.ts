import ts from 'typescript'
import type { ConvertedTemplate } from './check'
import { placeOf } from './place'
import type { Problem } from './problem'

/** The converter writes `size="large"` as a read of this name: it knows the property, not the value. */
const MARK = '_string_or_number_'

/** Whether the complaint is about a value written out, which is looked at here instead. */
export function isStaticValue(source: ts.SourceFile, { start = 0, code }: ts.Diagnostic): boolean {
  const text = source.text.slice(start)
  return code === NOT_ASSIGNABLE && text.startsWith(`${MARK}:string|number=_tag_.`)
}

const NOT_ASSIGNABLE = 2322

/** Values written out in a template (`rows="5"`) against the type of the component's property. */
export function checkStaticValues(
  checker: ts.TypeChecker,
  source: ts.SourceFile,
  template: ConvertedTemplate,
): Problem[] {
  const problems: Problem[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.initializer && isMarked(node)) {
      const problem = checkValue(checker, source, template, node.initializer.name)
      if (problem) problems.push(problem)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return problems
}

function isMarked(
  node: ts.VariableDeclaration,
): node is ts.VariableDeclaration & { initializer: ts.PropertyAccessExpression } {
  const { name, initializer } = node
  return (
    ts.isIdentifier(name) &&
    name.text === MARK &&
    initializer !== undefined &&
    ts.isPropertyAccessExpression(initializer)
  )
}

function checkValue(
  checker: ts.TypeChecker,
  source: ts.SourceFile,
  template: ConvertedTemplate,
  name: ts.MemberName,
): Problem | undefined {
  const place = placeOf(source, template, name.getStart(source), name.getWidth(source))
  if (!place) return undefined
  const value = valueAt(template.wxml, place)
  const type = checker.getTypeAtLocation(name)
  if (value === undefined || accepts(type, value)) return undefined
  const wanted = checker.typeToString(type)
  return { ...place, message: `属性 ${name.text} 不能是 "${value}"，要的是 ${wanted}` }
}

function valueAt(wxml: string, place: { line: number; column: number }): string | undefined {
  const rest = wxml.split('\n').slice(place.line - 1)
  const [, double, single] =
    /^[^\s=]+\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(rest.join('\n').slice(place.column - 1)) ?? []
  return double ?? single
}

/** WeChat turns a written-out value into the property's own type: "5" into a number. */
function accepts(type: ts.Type, value: string): boolean {
  const { flags } = type
  if (type.isUnion()) return type.types.some((part) => accepts(part, value))
  if (type.isStringLiteral()) return type.value === value
  if (flags & ts.TypeFlags.NumberLike) return value.trim() !== '' && !Number.isNaN(Number(value))
  return Boolean(flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.String))
}
