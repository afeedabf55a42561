import type { Desk } from './desk'
import { section, segments } from './element'

const THEMES = [
  { value: 'light', label: '浅色' },
  { value: 'dark', label: '深色' },
]

/** Positions of WeChat's text size setting. */
const FONTS = [
  { value: '16', label: '标准' },
  { value: '20', label: '大' },
  { value: '24', label: '特大' },
]

const WIDTHS = [
  { value: '320', label: '320 小屏' },
  { value: '375', label: '375' },
  { value: '414', label: '414' },
  { value: '768', label: '768 平板' },
]

export function showLooks(desk: Desk, onChange: (changed: keyof Desk) => void): void {
  section('looks').append(
    segments('theme', '明暗', THEMES, desk.theme, (value) => {
      desk.theme = value === 'dark' ? 'dark' : 'light'
      onChange('theme')
    }),
    segments('font', '微信字号', FONTS, desk.font, (value) => {
      desk.font = value
      onChange('font')
    }),
    segments('width', '屏幕宽度', WIDTHS, desk.width, (value) => {
      desk.width = value
      onChange('width')
    }),
  )
}
