import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { rolldown } from 'rolldown'
import { paths } from '../paths'
import { collectAssets } from './assets'
import { findUnits, type Unit } from './components'

/**
 * Builds `dist/miniprogram`, which WeChat DevTools opens as it is: one CommonJS file for the app and
 * for each page and component, what they share in `chunks/`, everything else copied.
 */
export async function buildMiniprogram(): Promise<void> {
  const units = findUnits()
  const assets = collectAssets(units)
  await rm(paths.distMiniprogram, { recursive: true, force: true })
  await buildScripts(units)
  for (const [name, content] of assets) {
    const file = path.join(paths.distMiniprogram, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, content)
  }
}

async function buildScripts(units: readonly Unit[]): Promise<void> {
  const bundle = await rolldown({
    input: {
      app: path.join(paths.miniprogram, 'app.ts'),
      ...Object.fromEntries(units.map(({ name, source }) => [name, source])),
    },
    cwd: paths.root,
    platform: 'neutral',
    resolve: { mainFields: ['module', 'main'] },
    onLog: refuseWarnings,
  })
  await bundle.write({
    dir: paths.distMiniprogram,
    format: 'cjs',
    exports: 'named',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
  })
  await bundle.close()
}

function refuseWarnings(level: string, entry: { message: string }): void {
  if (level === 'warn') throw new Error(entry.message)
}
