import { builtIn } from './built-in'

const SPACES: Record<string, string> = { nbsp: '\u00a0', ensp: '\u2002', emsp: '\u2003' }

const ENTITIES: Record<string, string> = {
  '&nbsp;': '\u00a0',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&apos;': "'",
  '&ensp;': '\u2002',
  '&emsp;': '\u2003',
}

export const text = builtIn({
  properties: { selectable: false, userSelect: false, space: '', decode: false },
  attached({ element, properties }) {
    const { decode, space } = properties
    if (!decode && space === '') return
    const rewrite = (): void => rewriteTexts(element, (content) => spell(content, decode, space))
    rewrite()
    const texts = new MutationObserver(rewrite)
    texts.observe(element, { characterData: true, childList: true, subtree: true })
  },
  changed({ element, properties }) {
    element.toggleAttribute('user-select', properties.userSelect || properties.selectable)
  },
})

function spell(content: string, decode: boolean, space: string): string {
  const decoded = decode
    ? content.replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity)
    : content
  const spacing = SPACES[space]
  return spacing === undefined ? decoded : decoded.replaceAll(' ', spacing)
}

function rewriteTexts(element: HTMLElement, rewrite: (content: string) => string): void {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const rewritten = rewrite(node.nodeValue ?? '')
    if (rewritten !== node.nodeValue) node.nodeValue = rewritten
  }
}
