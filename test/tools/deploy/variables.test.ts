import { readFileSync } from 'node:fs'
import path from 'node:path'
import { declaredFunctions } from '../../../tools/build/declared-functions'
import { VARIABLES } from '../../../tools/deploy/variables'
import { paths } from '../../../tools/paths'
import { runProgram } from '../program'

const example = readFileSync(path.join(paths.root, '.env.example'), 'utf8')

test('the example names every variable, each after a line that says what it is', () => {
  const named = [...example.matchAll(/^# (.*)。\n(?:# )?(\w+)=/gm)]
  expect(named.map(([, meaning, name]) => ({ name, meaning }))).toEqual(
    VARIABLES.map(({ name, meaning }) => ({ name, meaning })),
  )
})

test('every variable of a function is one that a deployment knows', () => {
  const known = VARIABLES.map(({ name }) => name)
  for (const { envVariables = {} } of declaredFunctions()) {
    expect(known).toEqual(expect.arrayContaining(Object.keys(envVariables)))
  }
})

test('a file with secrets is not committed, the example is', () => {
  const rules = readFileSync(path.join(paths.root, '.gitignore'), 'utf8').split('\n')
  expect(rules.filter((rule) => rule.includes('.env'))).toEqual(['.env*', '!.env.example'])
})

test('without an account a deployment says what to write where', async () => {
  const { code, said } = await runProgram('deploy', ['--variables', 'nowhere'])
  expect(code).toBe(1)
  expect(said).toContain('请把 .env.example 抄成 .env.local 再填')
})
