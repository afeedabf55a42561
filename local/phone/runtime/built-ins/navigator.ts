import { makeFocusable } from '../accessibility'
import { builtIn } from './built-in'
import { followHover, HOVER } from './hover'

const METHODS: Record<string, string> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
}

type Navigate = (target: { url: string; delta: number }) => Promise<unknown>

export const navigator = builtIn({
  properties: {
    ...HOVER,
    hoverClass: 'navigator-hover',
    url: '',
    openType: 'navigate',
    delta: 1,
  },
  events: ['success', 'fail', 'complete'],
  attached(node) {
    if (!node.element.hasAttribute('role')) node.element.setAttribute('role', 'link')
    makeFocusable(node.element)
    followHover(node)
    node.on('tap', () => {
      const { url, openType, delta } = node.properties
      const { wx } = globalThis as unknown as { wx: Record<string, Navigate> }
      void wx[METHODS[openType] ?? openType]?.({ url, delta }).then(
        (result) => node.emit('success', result),
        (failure: unknown) => {
          console.error(failure)
          node.emit('fail', failure)
        },
      )
    })
  },
})
