import { copyFile, rm, writeFile } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import path from 'node:path'
import { rolldown } from 'rolldown'
import { paths } from '../paths'
import { readJson } from './components'
import { functionNames } from './function-names'

interface Deployment {
  functions: { name: string; timeout: number }[]
}

/**
 * Builds `dist/cloudfunctions`: one folder a function whose `index.js` carries all it needs, the SDK
 * included, so that the cloud installs nothing.
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
  await writeFile(path.join(target, 'config.json'), json({ ...config, timeout: timeoutOf(name) }))
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

/** Its triggers and permissions. */
function ownConfig(name: string): OwnConfig {
  return readJson<OwnConfig>(path.join(paths.functions, name, 'config.json'))
}

/** The time-out that the deployment declares for it, in seconds. */
function timeoutOf(name: string): number {
  const { functions } = readJson<Deployment>(path.join(paths.root, 'cloudbaserc.json'))
  const deployed = functions.find((declared) => declared.name === name)
  if (!deployed) throw new Error(`cloudbaserc.json 里没有函数 ${name}`)
  return deployed.timeout
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
