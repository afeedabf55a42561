import { existsSync } from 'node:fs'
import type { ConvertedTemplate } from './check'
import type { Problem } from './problem'
import type { UsedComponent } from './template'

/** Of the declared components: those whose files are not there, and those that nothing uses. */
export function checkComponents({ used, code, wxml }: ConvertedTemplate): Problem[] {
  return used.flatMap((component) => {
    const { tag, source, global } = component
    const missing = missingFile(source)
    if (missing) return [at(component, `组件 ${tag} 缺少文件 ${missing}`)]
    if (global || isUsed(tag, code, wxml)) return []
    return [at(component, `组件 ${tag} 声明了，但模板没有用到`)]
  })
}

function missingFile(source: string): string | undefined {
  const script = ['.ts', '.js'].some((end) => existsSync(source + end))
  return ['.json', '.wxml'].find((end) => !existsSync(source + end)) ?? (script ? undefined : '.ts')
}

/** As a tag, or given to another component for one of its abstract nodes. */
function isUsed(tag: string, code: string, wxml: string): boolean {
  return code.includes(`tags['${tag}']`) || new RegExp(`generic:[\\w-]+="${tag}"`).test(wxml)
}

function at({ json, position }: UsedComponent, message: string): Problem {
  const start = json.text.indexOf('"', position)
  const { line, character } = json.getLineAndCharacterOfPosition(start)
  return { file: json.fileName, line: line + 1, column: character + 1, message }
}
