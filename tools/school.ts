import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { paths } from './paths'

export interface RunningSchool {
  url: string
  /** Ends the process and removes its store. */
  close(): Promise<void>
}

/**
 * Runs `npm start` on what `dist/` holds, on a free port and with a store of its own, for tests and
 * tools. Rejects with what the program said when it did not start.
 */
export function startSchool(): Promise<RunningSchool> {
  const folder = mkdtempSync(path.join(tmpdir(), 'school-'))
  const program = path.join(paths.root, 'local', 'start.ts')
  const args = ['--import', 'tsx', program, '--built', '--port', '0', '--data', folder]
  const child = spawn(process.execPath, args, { cwd: paths.root })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const close = async (): Promise<void> => {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  let said = ''
  return new Promise((resolve, reject) => {
    child.stderr.on('data', (chunk) => (said += String(chunk)))
    child.stdout.on('data', (chunk) => {
      said += String(chunk)
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
      if (url) resolve({ url, close })
    })
    void ended.then(() => reject(new Error(`学校没有开起来：${said}`)))
  })
}
