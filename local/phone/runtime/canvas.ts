import { unsupported } from './trouble'

/** By the elements of the mini program's canvases. */
const SURFACES = new WeakMap<HTMLElement, HTMLCanvasElement>()
const NODES = new WeakMap<HTMLElement, CanvasNode>()

/** The browser's canvas inside of a `<canvas>`; none for any other element. */
export function surfaceOf(element: HTMLElement): HTMLCanvasElement | undefined {
  return SURFACES.get(element)
}

/** Puts a browser's canvas into a `<canvas>` of the mini program. */
export function addSurface(element: HTMLElement): void {
  if (SURFACES.has(element)) return
  const surface = document.createElement('canvas')
  element.append(surface)
  SURFACES.set(element, surface)
}

/** What a selector query answers as the `node` of a `<canvas>`; the same one each time. */
export function canvasNodeOf(element: HTMLElement): CanvasNode | null {
  const surface = SURFACES.get(element)
  if (!surface) return null
  const node = NODES.get(element) ?? new CanvasNode(surface)
  NODES.set(element, node)
  return node
}

/** https://developers.weixin.qq.com/miniprogram/dev/api/canvas/Canvas.html, without pictures and frames */
export class CanvasNode {
  constructor(private readonly surface: HTMLCanvasElement) {}

  get width(): number {
    return this.surface.width
  }

  set width(pixels: number) {
    this.surface.width = pixels
  }

  get height(): number {
    return this.surface.height
  }

  set height(pixels: number) {
    this.surface.height = pixels
  }

  getContext(kind: string): CanvasRenderingContext2D | null {
    if (kind === '2d') return this.surface.getContext('2d')
    unsupported(`Canvas.getContext('${kind}')`)
    return null
  }

  /** A part of it as a picture file, drawn to the wanted size. */
  async toPicture(part: Part, type: string, quality: number): Promise<Uint8Array<ArrayBuffer>> {
    const { x, y, width, height, destWidth, destHeight } = part
    const picture = new OffscreenCanvas(destWidth, destHeight)
    picture
      .getContext('2d')
      ?.drawImage(this.surface, x, y, width, height, 0, 0, destWidth, destHeight)
    const blob = await picture.convertToBlob({ type, quality })
    return new Uint8Array(await blob.arrayBuffer())
  }
}

/** What to take of a canvas, and how large to draw it; pixels of the canvas. */
export interface Part {
  x: number
  y: number
  width: number
  height: number
  destWidth: number
  destHeight: number
}
