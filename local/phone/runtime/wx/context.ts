import type { Program } from '../../program'
import type { Chrome } from '../chrome'
import type { PageStack } from '../page-stack'
import type { Settings } from '../settings'
import type { ThemeSwitch } from '../theme'

export interface CloudCall {
  name: string
  data: unknown
  /** Absent while it runs and when it succeeded. */
  errCode?: number
}

export interface LaunchOptions {
  path: string
  query: Record<string, string>
  scene: number
  referrerInfo: object
}

/** What the APIs act on. */
export interface WxContext {
  program: Program
  settings: Settings
  theme: ThemeSwitch
  chrome: Chrome
  stack: PageStack
  launch: LaunchOptions
  calls: CloudCall[]
}

/** A group of `wx.*` by name. */
export type Apis = Record<string, unknown>
