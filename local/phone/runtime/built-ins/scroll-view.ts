import { builtIn, type BuiltInNode } from './built-in'

const PROPERTIES = {
  scrollX: false,
  scrollY: false,
  scrollTop: null,
  scrollLeft: null,
  scrollIntoView: '',
  scrollWithAnimation: false,
  upperThreshold: 50,
  lowerThreshold: 50,
  enableFlex: false,
  enhanced: false,
  showScrollbar: true,
  bounces: true,
}

export const scrollView = builtIn({
  properties: PROPERTIES,
  events: ['scroll', 'scrolltolower', 'scrolltoupper'],
  attached: reportScrolling,
  changed(node) {
    const { element, properties } = node
    const { scrollX, scrollY, enableFlex, scrollTop, scrollLeft, scrollIntoView } = properties
    element.toggleAttribute('scroll-x', scrollX)
    element.toggleAttribute('scroll-y', scrollY)
    element.toggleAttribute('enable-flex', enableFlex)
    const behavior = properties.scrollWithAnimation ? 'smooth' : 'instant'
    if (scrollTop !== null) element.scrollTo({ top: Number(scrollTop), behavior })
    if (scrollLeft !== null) element.scrollTo({ left: Number(scrollLeft), behavior })
    if (scrollIntoView === '') return
    queueMicrotask(() => {
      element.querySelector(`#${CSS.escape(scrollIntoView)}`)?.scrollIntoView({ behavior })
    })
  },
})

function reportScrolling(node: BuiltInNode<typeof PROPERTIES>): void {
  const { element } = node
  let last = { top: 0, left: 0 }
  let wasAtEnd = false
  let wasAtStart = true
  element.addEventListener('scroll', () => {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = element
    const { scrollX, upperThreshold, lowerThreshold } = node.properties
    const [deltaX, deltaY] = [last.left - scrollLeft, last.top - scrollTop]
    last = { top: scrollTop, left: scrollLeft }
    node.emit('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX, deltaY })
    const rest = scrollX
      ? scrollWidth - scrollLeft - clientWidth
      : scrollHeight - scrollTop - clientHeight
    const isAtEnd = rest < lowerThreshold
    const isAtStart = (scrollX ? scrollLeft : scrollTop) < upperThreshold
    if (isAtEnd && !wasAtEnd)
      node.emit('scrolltolower', { direction: scrollX ? 'right' : 'bottom' })
    if (isAtStart && !wasAtStart)
      node.emit('scrolltoupper', { direction: scrollX ? 'left' : 'top' })
    wasAtEnd = isAtEnd
    wasAtStart = isAtStart
  })
}
