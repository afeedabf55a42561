/** WeChat's 2d canvas, as far as a signature needs it. */
export type Canvas = WechatMiniprogram.Canvas

export interface Point {
  x: number
  y: number
}

/** Black on white, whatever the theme: it ends up on paper. */
const INK = '#000000'
const PAPER = '#ffffff'
const WIDTH_PX = 3

/** A sheet to sign on, as fine as the screen. @param ratio device pixels a pixel of the page */
export function spread(canvas: Canvas, width: number, height: number, ratio: number): void {
  canvas.width = width * ratio
  canvas.height = height * ratio
  const context = contextOf(canvas)
  context.scale(ratio, ratio)
  context.fillStyle = PAPER
  context.fillRect(0, 0, width, height)
  context.strokeStyle = INK
  context.lineWidth = WIDTH_PX
  context.lineCap = 'round'
  context.lineJoin = 'round'
}

/** A stroke's next bit; a touch that does not move leaves a dot. */
export function stroke(canvas: Canvas, from: Point, to: Point): void {
  const context = contextOf(canvas)
  context.beginPath()
  context.moveTo(from.x, from.y)
  context.lineTo(to.x, to.y)
  context.stroke()
}

function contextOf(canvas: Canvas) {
  return canvas.getContext('2d')
}
