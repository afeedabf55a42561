import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { findBrowser, requireBrowser } from './browser'
import { paths } from './paths'

type Command = [program: string, ...args: string[]]

/** Makes sure there is a browser for the tests; throws with what to do when none could be had. */
export function ensureBrowser(): void {
  if (findBrowser() !== undefined) return
  console.log('没有找到 Chrome 或 Chromium，正在安装…')
  for (const [program, ...args] of installCommands(process.getuid?.() === 0, systemRelease())) {
    spawnSync(program, args, { stdio: 'inherit' })
  }
  requireBrowser()
}

/**
 * Debian's own Chromium where we are root there, else the one that Playwright downloads. Not on
 * Ubuntu, whose package is an empty shell around a snap.
 */
export function installCommands(root: boolean, release: string): Command[] {
  if (root && /^ID=debian$/m.test(release)) {
    return [
      ['apt-get', 'update'],
      ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
    ]
  }
  const playwright = path.join(paths.root, 'node_modules/playwright-core/cli.js')
  return [[process.execPath, playwright, 'install', 'chromium']]
}

function systemRelease(): string {
  const file = '/etc/os-release'
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
