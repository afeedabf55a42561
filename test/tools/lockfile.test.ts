import { readFileSync } from 'node:fs'
import path from 'node:path'
import { paths } from '../../tools/paths'

interface Lock {
  packages: Record<string, { optionalDependencies?: Record<string, string>; resolved?: string }>
}

const text = readFileSync(path.join(paths.root, 'package-lock.json'), 'utf8')
const { packages } = JSON.parse(text) as Lock

// npm forgets the native packages of platforms that it could not fetch, and `npm ci` then refuses.
test('the lock file has the native packages of every platform', () => {
  const wanted = Object.entries(packages).flatMap(([at, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`${at}/node_modules/${name}`] && !packages[`node_modules/${name}`],
    ),
  )
  expect(wanted).toEqual([])
})

test('the lock file ties nobody to a registry', () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved)).toEqual([])
})
