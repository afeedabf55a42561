import { encode } from 'uqr'

/** White modules around a code, without which a camera does not find it. */
const BORDER = 2

/**
 * A QR code as the address of a picture: runs of black modules in one path, so that it stays small
 * enough for `setData`. Error correction M stands a fingerprint on the screen.
 */
export function qrPicture(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: BORDER })
  const path = data.map((row, y) => runsOf(row, y)).join('')
  const svg =
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${size} ${size}' ` +
    `shape-rendering='crispEdges'><path d='${path}'/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

function runsOf(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue
    const start = x
    while (row[x + 1]) x++
    const width = x - start + 1
    path += `M${start} ${y}h${width}v1h-${width}z`
  }
  return path
}
