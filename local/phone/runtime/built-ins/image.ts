import { addressOf } from '../pictures'
import { rememberPicture } from '../shown-codes'
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
    if (wanted.get(picture) === src) return
    wanted.set(picture, src)
    rememberPicture(src)
    const address = addressOf(src)
    if (typeof address === 'string') show(picture, address)
    else void showLater(node, picture, address)
  },
})

/** The `src` that each shows or waits for. */
const wanted = new WeakMap<HTMLImageElement, string>()

function show(picture: HTMLImageElement, address: string): void {
  if (address === '') picture.removeAttribute('src')
  else picture.src = address
}

/** A file of the cloud: it is there for whom the cloud gives a link. */
async function showLater(node: ImageNode, picture: HTMLImageElement, address: Promise<string>) {
  const { src } = node.properties
  try {
    const found = await address
    if (wanted.get(picture) === src) show(picture, found)
  } catch {
    picture.removeAttribute('src')
    node.emit('error', { errMsg: `GET ${src} failed` })
  }
}

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
