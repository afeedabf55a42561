/**
 * Whatever goes wrong is on the screen as well as in the console: uncaught errors, rejected promises,
 * `console.error`, and everything this phone does not support, by name.
 */
const said: string[] = []

export function watchForTrouble(onUncaught: (message: string) => void): void {
  const print = console.error
  console.error = (...values: unknown[]) => {
    print.apply(console, values)
    show(values.map(describe).join(' '))
  }
  addEventListener('error', (event) => {
    const message = describe(event.error ?? event.message)
    show(message)
    onUncaught(message)
  })
  addEventListener('unhandledrejection', (event) => {
    show(`未处理的 Promise：${describe(event.reason)}`)
  })
}

/** Says by name what the mini program asked for and this phone does not have. */
export function unsupported(what: string): void {
  const message = `预览手机不支持 ${what}`
  if (!said.includes(message)) console.error(message)
}

function describe(value: unknown): string {
  if (value instanceof Error) return `${value.name}: ${value.message}`
  if (typeof value !== 'object' || value === null) return String(value)
  const { errMsg } = value as { errMsg?: unknown }
  return typeof errMsg === 'string' ? errMsg : JSON.stringify(value)
}

function show(message: string): void {
  said.push(message)
  const bar = document.querySelector('phone-trouble') ?? createBar()
  const line = document.createElement('p')
  line.textContent = message
  bar.append(line)
}

function createBar(): HTMLElement {
  const bar = document.createElement('phone-trouble')
  bar.setAttribute('role', 'alert')
  const close = document.createElement('button')
  close.type = 'button'
  close.textContent = '×'
  close.setAttribute('aria-label', '关闭错误提示')
  close.addEventListener('click', () => bar.remove())
  bar.append(close)
  document.body.append(bar)
  return bar
}
