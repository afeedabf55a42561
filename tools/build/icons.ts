import { paths } from '../paths'
import { readJson } from './components'

interface IconSet {
  icons: Record<string, { body: string }>
}

let icons: IconSet['icons'] | undefined

/**
 * Replaces `icon(call)` in a style sheet by the drawing itself. TDesign's icon font comes from a CDN
 * and shows boxes offline; a mask takes the colour of the text around it, which an image cannot.
 */
export function inlineIcons(wxss: string, file: string): string {
  return wxss.replace(/\bicon\(([a-z0-9-]+)\)/g, (_, name: string) => {
    icons ??= readJson<IconSet>(paths.icons).icons
    const icon = icons[name]
    if (!icon) throw new Error(`${file}：没有图标 ${name}`)
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${icon.body}</svg>`
    return `url("data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}")`
  })
}
