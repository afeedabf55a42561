/**
 * What the compiler hands to the phone: one JSON document, `/phone/program.json`.
 * Types only, so that both sides (Node and browser) can read them.
 */
export interface Program {
  app: AppConfig
  /** theme.json: the values of `@name` in app.json and page configs. */
  theme: Record<'light' | 'dark', Record<string, string>>
  pages: string[]
  components: ComponentSource[]
  appCss: string
  /** A JavaScript expression: all compiled templates by path. */
  templates: string
  /** CommonJS sources by path without `.js`. */
  modules: Record<string, string>
}

export interface ComponentSource {
  /** Path inside the mini program, without extension: `pages/sheet/sheet`. */
  path: string
  isPage: boolean
  config: PageConfig
  /** The prefix of its classes; absent when its styles are shared. */
  scope?: string
  css: string
  /** Components it may create, by path. */
  uses: string[]
}

/** `window` of app.json, which each page's own json overrides. */
export interface WindowConfig {
  navigationBarTitleText?: string
  navigationBarBackgroundColor?: string
  navigationBarTextStyle?: string
  navigationStyle?: 'default' | 'custom'
  backgroundColor?: string
  backgroundTextStyle?: string
  enablePullDownRefresh?: boolean
  onReachBottomDistance?: number
}

export interface PageConfig extends WindowConfig {
  component?: boolean
  usingComponents?: Record<string, string>
  componentGenerics?: Record<string, true | { default?: string }>
  styleIsolation?: string
  addGlobalClass?: boolean
  pureDataPattern?: string
}

export interface AppConfig {
  pages: string[]
  entryPagePath?: string
  subPackages?: { root: string; pages: string[] }[]
  subpackages?: { root: string; pages: string[] }[]
  window?: WindowConfig
  usingComponents?: Record<string, string>
  darkmode?: boolean
  themeLocation?: string
  style?: string
  /** Asks for WeChat's privacy guide to be agreed to. */
  __usePrivacyCheck__?: boolean
  tabBar?: { list: { pagePath: string; text: string }[] }
}

/** A mistake in the mini program's files; lines and columns count from 1. */
export interface CompileProblem {
  file: string
  line: number
  column: number
  message: string
}

export type Compiled = { program: Program } | { problems: CompileProblem[] }
