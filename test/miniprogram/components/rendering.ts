import path from 'node:path'
import simulate from 'miniprogram-simulate'

const ROOT = path.join(__dirname, '../../../dist/miniprogram')

/** The part of jsdom that is needed here; the types of the tests are Node's. */
const { document } = globalThis as unknown as {
  document: { createElement(tag: string): Node & { textContent: string; innerHTML: string } }
}

type Listener = (event: { detail: unknown }) => void

/** What the library's components can do besides their published types. */
interface Listening {
  addEventListener(event: string, listener: Listener): void
}

interface Handling {
  instance: Record<string, ((event: object) => void) | undefined>
}

interface Node {
  readonly nodeName: string
}

export interface Rendered {
  text(): string
  html(): string
  /** Taps the first element that the selector finds, as a finger would. */
  tap(selector: string): Promise<void>
  on(event: string, listener: Listener): void
  /** Fires another event of WeChat's on an element that the selector finds: the first, or a later one. */
  fire(selector: string, event: string, detail?: object, index?: number): Promise<void>
  /** Calls a handler of the component, with an event that only WeChat can make. */
  call(handler: string, event: object): void
  /** Its page is closed. */
  close(): void
}

/**
 * Renders a built component of ours, its own templates and styles included.
 * @param folder where it is, when not among those that all pages share
 */
export function render(
  name: string,
  properties: Record<string, unknown>,
  folder = 'components',
): Rendered {
  jest.resetModules()
  const id = simulate.load(path.join(ROOT, folder, name, name), { rootPath: ROOT })
  const component = simulate.render(id, properties)
  const parent = document.createElement('div')
  ;(component as typeof component & { attach(to: Node): void }).attach(parent)
  const fire: Rendered['fire'] = async (selector, event, detail = {}, index = 0) => {
    const element = component.querySelectorAll(selector)[index]
    if (!element) throw new Error(`nothing matches ${selector}`)
    element.dispatchEvent(event, { detail })
    await simulate.sleep(0)
  }
  return {
    text: () => parent.textContent,
    html: () => parent.innerHTML,
    tap: (selector) => fire(selector, 'tap'),
    fire,
    call: (handler, event) => {
      const { instance } = component as unknown as Handling
      instance[handler]?.(event)
    },
    close: () => component.detach(),
    on: (event, listener) => (component as unknown as Listening).addEventListener(event, listener),
  }
}
