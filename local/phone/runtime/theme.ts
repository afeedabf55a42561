import type { Program } from '../program'
import type { Settings } from './settings'

export type Theme = 'light' | 'dark'

const PREFERENCE = /\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/g

/** Light or dark, as chosen on the desk or preferred by the browser. */
export class ThemeSwitch {
  private readonly listeners = new Set<(theme: Theme) => void>()
  private readonly dark = matchMedia('(prefers-color-scheme: dark)')
  private readonly written = new Map<MediaList, string>()
  private chosen: Theme | undefined

  constructor(
    settings: Settings,
    private readonly program: Program,
  ) {
    this.chosen = settings.theme
    this.dark.addEventListener('change', () => this.apply())
    this.applyToStyles()
  }

  /** Without `darkmode` in app.json WeChat keeps a mini program light. */
  get current(): Theme {
    if (this.program.app.darkmode !== true) return 'light'
    return this.chosen ?? (this.dark.matches ? 'dark' : 'light')
  }

  choose(theme: Theme): void {
    this.chosen = theme
    this.apply()
  }

  onChange(listener: (theme: Theme) => void): void {
    this.listeners.add(listener)
  }

  offChange(listener: (theme: Theme) => void): void {
    this.listeners.delete(listener)
  }

  /** A value of app.json or a page config; `@name` stands for one of theme.json. */
  valueOf(value: string | undefined): string | undefined {
    if (!value?.startsWith('@')) return value
    return this.program.theme[this.current][value.slice(1)]
  }

  /** Makes `@media (prefers-color-scheme)` in the mini program's styles follow the phone's theme. */
  private applyToStyles(): void {
    document.documentElement.dataset.theme = this.current
    for (const style of document.querySelectorAll<HTMLStyleElement>('style[data-wxss]')) {
      for (const rule of style.sheet?.cssRules ?? []) {
        if (rule instanceof CSSMediaRule) this.rewrite(rule.media)
      }
    }
  }

  private apply(): void {
    this.applyToStyles()
    for (const listener of this.listeners) listener(this.current)
  }

  private rewrite(media: MediaList): void {
    const original = this.written.get(media) ?? media.mediaText
    this.written.set(media, original)
    media.mediaText = original.replace(PREFERENCE, (_, theme: string) =>
      theme === this.current ? '(min-width: 0px)' : '(max-width: 0px)',
    )
  }
}
