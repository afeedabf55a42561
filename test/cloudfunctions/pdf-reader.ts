import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { paths } from '../../tools/paths'

/**
 * The words of a PDF without their spaces, as a reader would copy them. pdf.js is an ES module that Jest
 * cannot load, so it reads in a process of its own.
 */
export async function readPdf(content: Buffer): Promise<string> {
  const script = path.join(paths.root, 'test', 'cloudfunctions', 'print-pdf-text.mjs')
  const run = promisify(execFile)(process.execPath, [script])
  run.child.stdin?.end(content)
  return (await run).stdout
}
