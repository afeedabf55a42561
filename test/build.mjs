import { spawnSync } from 'node:child_process'
import path from 'node:path'

/** Tests of components, functions and pages run what is built, so it is built once before them. */
export default function build() {
  const root = path.resolve(import.meta.dirname, '..')
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'tools/build.ts'], { cwd: root })
  if (run.status !== 0) throw new Error(`${run.stdout}${run.stderr}`)
}
