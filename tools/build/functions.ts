import { existsSync, readdirSync } from 'node:fs'
import { cp, rm, writeFile } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import path from 'node:path'
import { rolldown } from 'rolldown'
import { paths } from '../paths'

/** The names of the cloud functions: the folders with an `index.ts`. */
export function functionNames(): string[] {
  return readdirSync(paths.functions).filter((name) =>
    existsSync(path.join(paths.functions, name, 'index.ts')),
  )
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
  const bundle = await rolldown({
    input: path.join(paths.functions, name, 'index.ts'),
    cwd: paths.root,
    platform: 'node',
    external: builtinModules.flatMap((module) => [module, `node:${module}`]),
    // The SDK's own code draws warnings (eval in protobufjs); ours is held by the linter.
    onLog: () => undefined,
  })
  await bundle.write({ file: path.join(target, 'index.js'), format: 'cjs', minify: true })
  await bundle.close()
  await cp(path.join(paths.functions, name, 'config.json'), path.join(target, 'config.json'))
  const manifest = { name, version: '1.0.0', private: true, main: 'index.js' }
  await writeFile(path.join(target, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}
