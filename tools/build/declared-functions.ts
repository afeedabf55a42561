import path from 'node:path'
import { paths } from '../paths'
import { readJson } from './components'

/** A function as `cloudbaserc.json` declares it, the one source of what is deployed. */
export interface FunctionDeclaration {
  name: string
  handler: string
  runtime: string
  /** Seconds. */
  timeout: number
  /** MB. */
  memorySize: number
  installDependency: boolean
  triggers?: TimerDeclaration[]
  /** By name; each is `{{env.NAME}}`. */
  envVariables?: Record<string, string>
}

export interface TimerDeclaration {
  name: string
  type: 'timer'
  /** Seven-field cron, Asia/Shanghai. */
  config: string
}

export function declaredFunctions(): FunctionDeclaration[] {
  const file = path.join(paths.root, 'cloudbaserc.json')
  return readJson<{ functions: FunctionDeclaration[] }>(file).functions
}
