import path from 'node:path'
import ts from 'typescript'
import { paths } from '../paths'
import { PRELUDE } from './environment'
import { slashed } from './problem'

const PRELUDE_FILE = slashed(path.join(paths.root, 'wxml-prelude.d.ts'))

/**
 * A program of the templates' code and the scripts it refers to. Without strict nulls: a template
 * shows nothing for null and passes it on, so a value that may be absent is no mistake there.
 */
export function createTemplateProgram(templates: ReadonlyMap<string, string>): ts.Program {
  const options = { ...readOptions(), strictNullChecks: false, noUnusedLocals: false }
  const host = ts.createCompilerHost(options, true)
  const { fileExists, getSourceFile } = host
  const virtual = new Map([...templates, [PRELUDE_FILE, PRELUDE]])
  host.fileExists = (file) => virtual.has(file) || fileExists(file)
  host.getSourceFile = (file, language) => {
    const text = virtual.get(file)
    if (text !== undefined) return ts.createSourceFile(file, text, language, true)
    return withExportedUnit(getSourceFile(file, language), language)
  }
  return ts.createProgram([...virtual.keys()], options, host)
}

function readOptions(): ts.CompilerOptions {
  const file = path.join(paths.root, 'tsconfig.miniprogram.json')
  const config = ts.readConfigFile(file, (name) => ts.sys.readFile(name)).config as unknown
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, paths.root, undefined, file)
  return { ...options, typeRoots: [path.join(paths.root, 'node_modules')] }
}

/**
 * The same script with `export default` before its `Page({…})` or `Component({…})`: this is how a
 * template's code gets at the types, and the source stays as WeChat wants it.
 */
function withExportedUnit(
  source: ts.SourceFile | undefined,
  language: ts.ScriptTarget | ts.CreateSourceFileOptions,
): ts.SourceFile | undefined {
  const start = source && findRegistration(source)?.getStart(source)
  if (!source || start === undefined) return source
  const text = `${source.text.slice(0, start)}export default ${source.text.slice(start)}`
  return ts.createSourceFile(source.fileName, text, language, true)
}

/** The `Page({…})` or `Component({…})` of a script, as it is or with `export default` before it. */
export function findRegistration(source: ts.SourceFile): ts.Statement | undefined {
  if (source.isDeclarationFile) return undefined
  return source.statements.find((statement) => {
    if (!ts.isExpressionStatement(statement) && !ts.isExportAssignment(statement)) return false
    if (!ts.isCallExpression(statement.expression)) return false
    const called = statement.expression.expression
    return ts.isIdentifier(called) && (called.text === 'Page' || called.text === 'Component')
  })
}
