import { spawn } from 'node:child_process'
import path from 'node:path'
import { paths } from '../../tools/paths'

/** What one of the programs says, and the code it ends with. It sees no variables but these. */
export function runProgram(
  name: string,
  args: string[],
  environment: Record<string, string> = {},
): Promise<{ code: number | null; said: string }> {
  const program = path.join(paths.root, 'tools', `${name}.ts`)
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...args], {
    cwd: paths.root,
    env: { PATH: process.env.PATH, ...environment },
  })
  let said = ''
  child.stdout.on('data', (chunk) => (said += String(chunk)))
  child.stderr.on('data', (chunk) => (said += String(chunk)))
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })))
}
