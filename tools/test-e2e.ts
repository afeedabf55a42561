import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { ensureBrowser } from './install-browser'
import { paths } from './paths'

/**
 * `npm run test:e2e`: the end-to-end tests on phones of our own, or in WeChat DevTools when
 * `AUTOMATOR_WS=ws://127.0.0.1:9420` names its automation port. Arguments go to Jest.
 */
function main(): void {
  if (process.env.AUTOMATOR_WS === undefined) ensureBrowser()
  const jest = path.join(paths.root, 'node_modules', 'jest', 'bin', 'jest.js')
  // DevTools has one phone, so that only one file may hold it at a time.
  const args = [jest, '--runInBand', 'test/e2e', ...process.argv.slice(2)]
  const { status } = spawnSync(process.execPath, args, { cwd: paths.root, stdio: 'inherit' })
  process.exitCode = status ?? 1
}

main()
