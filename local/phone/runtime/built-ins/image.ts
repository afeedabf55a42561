import { cloudStorage } from '../cloud-storage'
import { phoneFiles } from '../files/phone-files'
import { sameOrigin } from '../transfer'
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
    if (src.startsWith('cloud://')) void showFromCloud(node, picture)
    else show(picture, addressOf(src))
  },
})

/** The `src` that each shows or waits for. */
const wanted = new WeakMap<HTMLImageElement, string>()

function show(picture: HTMLImageElement, address: string): void {
  if (address === '') picture.removeAttribute('src')
  else picture.src = address
}

/** A file id is good for whom the cloud gives a link. */
async function showFromCloud({ properties, emit }: ImageNode, picture: HTMLImageElement) {
  const { src } = properties
  try {
    const address = await cloudStorage.link(src)
    if (wanted.get(picture) === src) show(picture, sameOrigin(address))
  } catch {
    picture.removeAttribute('src')
    emit('error', { errMsg: `GET ${src} failed` })
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

/** Files of the phone lie in the browser, those of the mini program are served under `/phone/files/`. */
function addressOf(src: string): string {
  const address = phoneFiles.addressOf(src)
  if (address !== undefined) return address
  if (src === '' || /^(https?:|data:|blob:)/.test(src)) return src
  return `/phone/files/${src.replace(/^(\.{0,2}\/)+/, '')}`
}
