import { cloudStorage } from './cloud-storage'
import { phoneFiles } from './files/phone-files'
import { sameOrigin } from './transfer'

/**
 * Where the browser finds a picture by what the mini program calls it: a file of the phone lies in the
 * browser, one of the mini program under `/phone/files/`, and for one of the cloud there has to be a link.
 * A promise only for the cloud's, so that the others are there at once.
 */
export function addressOf(src: string): string | Promise<string> {
  if (src.startsWith('cloud://')) return cloudStorage.link(src).then(sameOrigin)
  const address = phoneFiles.addressOf(src)
  if (address !== undefined) return address
  if (src === '' || /^(https?:|data:|blob:)/.test(src)) return src
  return `/phone/files/${src.replace(/^(\.{0,2}\/)+/, '')}`
}

export interface Compression {
  /** 0 to 100. */
  quality: number
  width?: number
  height?: number
}

/** The picture as a JPEG. @throws when the browser cannot read it as a picture */
export async function toJpeg(
  bytes: Uint8Array<ArrayBuffer>,
  { quality, ...wanted }: Compression,
): Promise<Uint8Array<ArrayBuffer>> {
  const picture = await createImageBitmap(new Blob([bytes]))
  const scale = (wanted.width ?? 0) / picture.width || (wanted.height ?? 0) / picture.height || 1
  const width = Math.max(1, wanted.width ?? Math.round(picture.width * scale))
  const height = Math.max(1, wanted.height ?? Math.round(picture.height * scale))
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  // A JPEG has nothing to see through.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.drawImage(picture, 0, 0, width, height)
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: quality / 100 })
  return new Uint8Array(await blob.arrayBuffer())
}
