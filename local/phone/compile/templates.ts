import path from 'node:path'
import { TmplGroup } from 'glass-easel-template-compiler'
import type { SourceTree } from './source'
import { WXS_RUNTIME, wxsToJavaScript } from './wxs'

interface TemplateDiagnostic {
  isError: boolean
  message: string
  path: string
  startLine: number
  startColumn: number
}

/** Compiles the WXML of these components, with what they import, to one JavaScript expression. */
export function compileTemplates(tree: SourceTree, components: string[]): string {
  const compiler = new TemplateCompiler(tree)
  for (const component of components) compiler.addTemplate(component)
  return compiler.finish()
}

class TemplateCompiler {
  private readonly group = new TmplGroup()
  private readonly added = new Set<string>()

  constructor(private readonly tree: SourceTree) {
    this.group.setExtraRuntimeScript(WXS_RUNTIME)
  }

  addTemplate(template: string): void {
    const file = `${template}.wxml`
    if (this.isNew(file)) {
      const source = this.tree.has(file) ? this.tree.read(file) : ''
      for (const found of this.group.addTmpl(template, source) as TemplateDiagnostic[]) {
        if (found.isError || !isFromNpm(template)) this.report(file, found)
      }
      this.fixInlineScripts(template)
      for (const used of this.group.getDirectDependencies(template) as string[]) {
        this.addDependency(file, used)
      }
      for (const used of this.group.getScriptDependencies(template) as string[]) {
        this.addScript(file, used)
      }
    }
  }

  finish(): string {
    const code = this.group.getTmplGenObjectGroups()
    this.group.free()
    return code
  }

  private addDependency(from: string, used: string): void {
    if (this.tree.has(`${used}.wxml`)) this.addTemplate(used)
    else this.tree.reportAt(from, path.posix.basename(used), `找不到模板 ${used}.wxml`)
  }

  /** The compiler keys WXS modules without extension and does not follow their own `require`s. */
  private addScript(from: string, used: string): void {
    const script = used.replace(/\.wxs$/, '')
    const file = `${script}.wxs`
    if (!this.isNew(file)) return
    if (!this.tree.has(file)) {
      this.tree.reportAt(from, path.posix.basename(file), `找不到 ${file}`)
      return
    }
    const source = wxsToJavaScript(this.tree.read(file)).replace(
      /require\((['"])([^'"]+?)(?:\.wxs)?\1\)/g,
      (_, _quote, reference: string) => {
        const folder = path.posix.dirname(script)
        const absolute = reference.startsWith('/')
        this.addScript(file, absolute ? reference.slice(1) : path.posix.join(folder, reference))
        return `require("${reference}")`
      },
    )
    this.group.addScript(script, source)
  }

  private fixInlineScripts(template: string): void {
    for (const name of this.group.getInlineScriptModuleNames(template) as string[]) {
      const source = this.group.getInlineScript(template, name)
      this.group.setInlineScript(template, name, wxsToJavaScript(source))
    }
  }

  /** A missing end tag is only a warning to the compiler; to us every warning is an error. */
  private report(file: string, found: TemplateDiagnostic): void {
    const { startLine, startColumn, message } = found
    const [line, column] = [startLine + 1, startColumn + 1]
    this.tree.problems.push({ file, line, column, message: `WXML：${message}` })
  }

  private isNew(file: string): boolean {
    if (this.added.has(file)) return false
    this.added.add(file)
    return true
  }
}

function isFromNpm(template: string): boolean {
  return template.includes('miniprogram_npm/')
}
