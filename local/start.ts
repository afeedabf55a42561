import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildFunctions } from '../tools/build/functions'
import { buildMiniprogram } from '../tools/build/miniprogram'
import { paths } from '../tools/paths'
import type { Log } from './cloud'
import { openSchool } from './school'
import { rebuildOnChange } from './watch'

/**
 * `npm start`: builds, opens the school and prints its address.
 * `--port N` moves it, `--fresh` starts over, `--data DIR` keeps the store elsewhere, `--built` takes
 * `dist/` as it is and watches nothing (the tests have built it).
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '5173' },
      fresh: { type: 'boolean', default: false },
      data: { type: 'string', default: path.join(paths.root, '.local', 'school') },
      built: { type: 'boolean', default: false },
    },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port 要写 0 到 65535 之间的整数，现在是「${values.port}」。`)
  }
  if (!values.built) await Promise.all([buildMiniprogram(), buildFunctions()])
  const school = await openSchool({ port, dataDir: values.data, fresh: values.fresh, log })
  if (!values.built) rebuildOnChange(school)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void school.close().then(() => process.exit(0)))
  }
  console.log(`离校单在 ${school.url}/`)
}

const log: Log = ({ level, function: name, text }) => {
  if (level === 'error') console.error(`[${name ?? '云'}] ${text}`)
}

main().catch((error: unknown) => {
  const inUse = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
  const message = error instanceof Error ? error.message : String(error)
  console.error(inUse ? '端口被占用了，用 --port 换一个，例如 npm start -- --port 5200' : message)
  process.exit(1)
})
