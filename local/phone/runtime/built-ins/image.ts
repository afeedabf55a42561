import { phoneFiles } from '../files/phone-files'
import { builtIn, type BuiltInNode } from './built-in'

const PROPERTIES = {
  src: '',
  mode: 'scaleToFill',
  webp: false,
  lazyLoad: false,
  fadeIn: false,
  showMenuByLongpress: false,
}

type ImageNode = BuiltInNode<typeof PROPERTIES>

const pictures = new WeakMap<HTMLElement, HTMLImageElement>()

export const image = builtIn({
  properties: PROPERTIES,
  events: ['load', 'error'],
  attached(node) {
    const picture = pictureOf(node)
    picture.addEventListener('load', () => {
      const { naturalWidth: width, naturalHeight: height } = picture
      node.emit('load', { width, height })
    })
    picture.addEventListener('error', () => {
      node.emit('error', { errMsg: `GET ${node.properties.src} failed` })
    })
  },
  changed(node) {
    const { src, mode, lazyLoad } = node.properties
    const picture = pictureOf(node)
    node.element.setAttribute('mode', mode)
    picture.loading = lazyLoad ? 'lazy' : 'eager'
    const address = addressOf(src)
    if (address === '') picture.removeAttribute('src')
    else if (picture.getAttribute('src') !== address) picture.src = address
  },
})

/** The picture's words stand on the element around it (`aria-label`), so that its own are empty. */
function pictureOf({ element }: ImageNode): HTMLImageElement {
  const known = pictures.get(element)
  if (known) return known
  const picture = document.createElement('img')
  picture.alt = ''
  picture.draggable = false
  element.append(picture)
  pictures.set(element, picture)
  return picture
}

/** Files of the phone lie in the browser, those of the mini program are served under `/phone/files/`. */
function addressOf(src: string): string {
  const address = phoneFiles.addressOf(src)
  if (address !== undefined) return address
  if (src === '' || /^(https?:|data:|blob:)/.test(src)) return src
  return `/phone/files/${src.replace(/^(\.{0,2}\/)+/, '')}`
}
