import jsQR from 'jsqr'

const KEPT = 'phone:picture:'

/** How large a picture is looked at, in pixels; an SVG has no size of its own to speak of. */
const SIDE = 400

/** A QR code on the screen of another phone of this desk. */
export interface ShownCode {
  openid: string
  text: string
}

/**
 * Remembers the last picture that a phone drew itself. The desk has one phone at a time, so the one that
 * shows a code is put away when another one comes to scan it.
 */
export function rememberPicture(src: string): void {
  if (src.startsWith('data:image/')) localStorage.setItem(KEPT + owner(), src)
}

/** The codes on the other phones of this desk, as far as their pictures are codes. */
export async function shownCodes(): Promise<ShownCode[]> {
  const others = Object.keys(localStorage).filter(
    (key) => key.startsWith(KEPT) && key !== KEPT + owner(),
  )
  const codes = others.map(async (key) => ({
    openid: key.slice(KEPT.length),
    text: await readCode(localStorage.getItem(key) ?? ''),
  }))
  return (await Promise.all(codes)).flatMap(({ openid, text }) => (text ? [{ openid, text }] : []))
}

/** What a picture says, or null when there is no QR code in it. */
async function readCode(src: string): Promise<string | null> {
  const picture = new Image()
  picture.src = src
  try {
    await picture.decode()
  } catch {
    return null
  }
  const context = new OffscreenCanvas(SIDE, SIDE).getContext('2d')
  if (!context) return null
  context.fillStyle = '#fff'
  context.fillRect(0, 0, SIDE, SIDE)
  context.drawImage(picture, 0, 0, SIDE, SIDE)
  return jsQR(context.getImageData(0, 0, SIDE, SIDE).data, SIDE, SIDE)?.data ?? null
}

function owner(): string {
  return new URLSearchParams(location.search).get('openid') ?? ''
}
