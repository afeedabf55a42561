import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { paths } from '../paths'
import { functionNames } from './function-names'
import { readJson } from './components'

const KB = 1024

/** Of one function (design §9). */
const FUNCTION_BYTES = 1536 * KB

/**
 * The function that prints carries a whole Chinese font (10.1 MB), because any name may come; nothing
 * else may be in it that is large.
 */
const LARGER: Record<string, number> = { certificate: 13 * 1024 * KB }

export interface Size {
  name: string
  bytes: number
  budget: number
}

/** The size of each package and function against its budget (design §9). */
export function measureSizes(): Size[] {
  const { subPackages = [] } = readJson<{ subPackages?: { root: string }[] }>(
    path.join(paths.distMiniprogram, 'app.json'),
  )
  const subs = subPackages.map(({ root }) => ({
    name: `分包 ${root}`,
    bytes: bytesIn(path.join(paths.distMiniprogram, root)),
    budget: 400 * KB,
  }))
  const subTotal = subs.reduce((sum, { bytes }) => sum + bytes, 0)
  return [
    { name: '主包', bytes: bytesIn(paths.distMiniprogram) - subTotal, budget: 600 * KB },
    ...subs,
    ...functionNames().map((name) => ({
      name: `云函数 ${name}`,
      bytes: bytesIn(path.join(paths.distFunctions, name)),
      budget: LARGER[name] ?? FUNCTION_BYTES,
    })),
  ]
}

/** One line a size, as the build prints it. */
export function formatSize({ name, bytes, budget }: Size): string {
  const used = `${Math.ceil(bytes / KB)} KB`.padStart(8)
  return `${used} / ${budget / KB} KB  ${name}${bytes > budget ? '  超出预算' : ''}`
}

function bytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => statSync(path.join(folder, file)))
    .reduce((sum, stat) => (stat.isFile() ? sum + stat.size : sum), 0)
}
