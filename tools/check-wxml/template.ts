import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { resolveReference, sourceOf } from '../build/components'
import { slashed } from './problem'

/** A component that a template may use, as its JSON (or `app.json`) declares it. */
export interface UsedComponent {
  tag: string
  /** Its files without their extension. */
  source: string
  /** The JSON that declares it, and where in it. */
  json: ts.JsonSourceFile
  position: number
  /** Declared for the whole app, so that one template need not use it. */
  global: boolean
}

/** A WXML file; its script and its components when it is a page's or a component's own. */
export interface Template {
  /** Its path in the mini program without extension, with slashes. */
  name: string
  file: string
  wxml: string
  script: string | undefined
  used: UsedComponent[]
}

/** Every template of a mini program. */
export function findTemplates(miniprogram: string): Template[] {
  const global = componentsOf(miniprogram, 'app')
  return readdirSync(miniprogram, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.wxml'))
    .map((file) => {
      const name = slashed(file.slice(0, -'.wxml'.length))
      const script = slashed(path.join(miniprogram, `${name}.ts`))
      return {
        name,
        file: slashed(path.join(miniprogram, file)),
        wxml: readFileSync(path.join(miniprogram, file), 'utf8'),
        script: existsSync(script) ? script : undefined,
        used: [...global, ...componentsOf(miniprogram, name)],
      }
    })
}

/** The `usingComponents` of a page, a component or the app, with their places in the JSON. */
function componentsOf(miniprogram: string, name: string): UsedComponent[] {
  const file = path.join(miniprogram, `${name}.json`)
  if (!existsSync(file)) return []
  const json = ts.parseJsonText(file, readFileSync(file, 'utf8'))
  return entriesOf(member(json.statements[0]?.expression, 'usingComponents')).map(
    ({ tag, reference, position }) => ({
      tag,
      source: slashed(sourceOf(resolveReference(reference, name, miniprogram), miniprogram)),
      json,
      position,
      global: name === 'app',
    }),
  )
}

function entriesOf(node: ts.Expression | undefined) {
  if (!node || !ts.isObjectLiteralExpression(node)) return []
  return node.properties.flatMap((entry) =>
    ts.isPropertyAssignment(entry) &&
    ts.isStringLiteral(entry.name) &&
    ts.isStringLiteral(entry.initializer)
      ? [{ tag: entry.name.text, reference: entry.initializer.text, position: entry.name.pos }]
      : [],
  )
}

function member(node: ts.Expression | undefined, name: string): ts.Expression | undefined {
  if (!node || !ts.isObjectLiteralExpression(node)) return undefined
  const found = node.properties.find(
    ({ name: key }) => key && ts.isStringLiteral(key) && key.text === name,
  )
  return found && ts.isPropertyAssignment(found) ? found.initializer : undefined
}
