import { copyFile, rm, writeFile } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import path from 'node:path'
import { rolldown } from 'rolldown'
import { paths } from '../paths'
import { readJson } from './components'
import { declaredFunctions, type FunctionDeclaration } from './declared-functions'
import { functionNames } from './function-names'

/**
 * Builds `dist/cloudfunctions`: one folder a function whose `index.js` carries all it needs, the SDK
 * included, so that the cloud installs nothing. Its `config.json` says what WeChat DevTools and the
 * local cloud read: the own permissions, and the timers and the time-out of `cloudbaserc.json`.
 */
export async function buildFunctions(): Promise<void> {
  await rm(paths.distFunctions, { recursive: true, force: true })
  await Promise.all(functionNames().map(buildFunction))
}

async function buildFunction(name: string): Promise<void> {
  const target = path.join(paths.distFunctions, name)
  const { assets = {}, ...config } = ownConfig(name)
  await bundleFunction(path.join(paths.functions, name, 'index.ts'), target)
  for (const [file, source] of Object.entries(assets)) {
    await copyFile(path.join(paths.root, 'node_modules', source), path.join(target, file))
  }
  const { triggers = [], timeout } = declared(name)
  await writeFile(path.join(target, 'config.json'), json({ ...config, triggers, timeout }))
  const manifest = { name, version: '1.0.0', private: true, main: 'index.js' }
  await writeFile(path.join(target, 'package.json'), json(manifest))
}

/** Bundles a function, with all it needs, into `index.js` of the target folder. */
export async function bundleFunction(input: string, target: string): Promise<void> {
  const bundle = await rolldown({
    input,
    cwd: paths.root,
    platform: 'node',
    external: builtinModules.flatMap((module) => [module, `node:${module}`]),
    // The SDK's own code draws warnings (eval in protobufjs); ours is held by the linter.
    onLog: () => undefined,
  })
  await bundle.write({ file: path.join(target, 'index.js'), format: 'cjs', minify: true })
  await bundle.close()
}

interface OwnConfig {
  /** Files to put beside the bundle, by name, from `node_modules`. */
  assets?: Record<string, string>
}

/** What `cloudbaserc.json` does not know of: its permissions at WeChat, and its assets. */
function ownConfig(name: string): OwnConfig {
  return readJson<OwnConfig>(path.join(paths.functions, name, 'config.json'))
}

function declared(name: string): FunctionDeclaration {
  const found = declaredFunctions().find((declaration) => declaration.name === name)
  if (!found) throw new Error(`cloudbaserc.json 里没有函数 ${name}`)
  return found
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
