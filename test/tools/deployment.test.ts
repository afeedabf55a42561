import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readJson } from '../../tools/build/components'
import { declaredFunctions, type FunctionDeclaration } from '../../tools/build/declared-functions'
import { functionNames } from '../../tools/build/function-names'
import { paths } from '../../tools/paths'

const declared = declaredFunctions()

test('every function is declared once', () => {
  expect(declared.map(({ name }) => name).sort()).toEqual(functionNames())
})

describe.each(declared)('$name', ({ name, timeout, triggers = [], envVariables = {} }) => {
  test('is built with the timers and the time-out that it is deployed with', () => {
    const built = readJson(path.join(paths.distFunctions, name, 'config.json'))
    expect(built).toMatchObject({ timeout, triggers })
  })

  test('says only itself what it may do at WeChat, and nothing that is declared elsewhere', () => {
    const own = readJson<object>(path.join(paths.functions, name, 'config.json'))
    expect(own).toHaveProperty('permissions')
    expect(own).not.toHaveProperty('triggers')
    expect(own).not.toHaveProperty('timeout')
  })

  test('is given the variables that its code reads, and no other', () => {
    expect(Object.keys(envVariables).sort()).toEqual(variablesOf(name))
  })

  test('is given each under its own name', () => {
    for (const [variable, value] of Object.entries(envVariables)) {
      expect(value).toBe(`{{env.${variable}}}`)
    }
  })
})

test('variables are read in one place', () => {
  const reading = functionNames().flatMap((name) =>
    [...graphOf(name)].filter((file) => readFileSync(file, 'utf8').includes('process.env')),
  )
  const files = new Set(reading.map((file) => path.relative(paths.functions, file)))
  expect([...files].sort()).toEqual([
    // Its tests hand it an environment of their own.
    path.join('identity', 'campus-login.ts'),
    path.join('shared', 'environment.ts'),
  ])
})

/** The variables that a function, or anything that it imports, asks for. */
function variablesOf(name: FunctionDeclaration['name']): string[] {
  const asked = [...graphOf(name)].flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    return [...text.matchAll(/\b(?:required|optional)\('(\w+)'/g)].map(([, variable]) => variable)
  })
  return [...new Set(asked)].filter((variable) => variable !== undefined).sort()
}

function graphOf(name: string): Set<string> {
  const graph = new Set<string>()
  const follow = (file: string): void => {
    if (graph.has(file)) return
    graph.add(file)
    const text = readFileSync(file, 'utf8').replace(/^import type [^']*'[^']*'$/gm, '')
    for (const [, target = ''] of text.matchAll(/^(?:import|export|\})[^']*'(\.[^']*)'$/gm)) {
      const imported = `${path.resolve(path.dirname(file), target)}.ts`
      if (existsSync(imported)) follow(imported)
    }
  }
  follow(path.join(paths.functions, name, 'index.ts'))
  return graph
}
