import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * Bundles browser code for one `<script type="module">`. Rolldown runs in a process of its own: it is
 * an ES module with a native part, which Jest cannot load.
 */
export async function bundleForBrowser(entry: string): Promise<string> {
  const script = path.join(import.meta.dirname, 'print-bundle.mjs')
  const { stdout } = await run(process.execPath, [script, entry], { maxBuffer: 64 * 1024 * 1024 })
  return stdout
}
