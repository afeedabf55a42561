import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { findBrowser } from '../local/browser'
import { paths } from './paths'

/**
 * Makes sure there is a browser for the tests: an installed one, else Debian's Chromium when we are
 * root there, else the one Playwright downloads.
 */
export function ensureBrowser(): void {
  if (findBrowser()) return
  console.log('没有找到 Chrome 或 Chromium，正在安装…')
  const root = process.getuid?.() === 0
  if (root && existsSync('/etc/debian_version')) {
    run('apt-get', 'update')
    run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium')
  } else {
    run(
      process.execPath,
      path.join(paths.root, 'node_modules/playwright-core/cli.js'),
      'install',
      'chromium',
    )
  }
  if (!findBrowser()) {
    throw new Error(
      '浏览器没有装好。请安装 Chrome 或 Chromium，或用环境变量 CHROME_PATH 指出它在哪里。',
    )
  }
}

function run(command: string, ...args: string[]): void {
  spawnSync(command, args, { stdio: 'inherit' })
}
