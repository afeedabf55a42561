import vm from 'node:vm'
import type { SourceTree } from './source'

/** All scripts by module path. A syntax error is found here, where it still has a position. */
export function collectScripts(tree: SourceTree): Record<string, string> {
  const modules: Record<string, string> = {}
  for (const file of tree.list('.js')) {
    const source = tree.read(file)
    checkSyntax(tree, file, source)
    modules[file.replace(/\.js$/, '')] = source
  }
  return modules
}

function checkSyntax(tree: SourceTree, file: string, source: string): void {
  try {
    new vm.Script(`(function () {${source}\n})`, { filename: file })
  } catch (error) {
    const { message, stack = '' } = error as SyntaxError
    const [where = '', , caret = ''] = stack.split('\n')
    const line = Number(/:(\d+)$/.exec(where)?.[1] ?? 1)
    const column = Math.max(1, caret.indexOf('^') + 1)
    tree.problems.push({ file, line, column, message: `JS：${message}` })
  }
}
