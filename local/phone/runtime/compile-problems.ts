import type { CompileProblem } from '../program'

/** Shows instead of the mini program what is wrong in its files; the next good build reloads. */
export function showCompileProblems(problems: CompileProblem[]): void {
  const panel = document.createElement('phone-problems')
  panel.setAttribute('role', 'alert')
  const title = document.createElement('h1')
  title.textContent = '小程序没有编译通过'
  panel.append(title, ...problems.map(describe))
  document.body.replaceChildren(panel)
  document.documentElement.dataset.ready = ''
}

function describe({ file, line, column, message }: CompileProblem): HTMLElement {
  const item = document.createElement('p')
  const where = document.createElement('code')
  where.textContent = `${file}:${line}:${column}`
  item.append(where, ` ${message}`)
  return item
}
