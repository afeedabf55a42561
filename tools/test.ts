import { execFile, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { ensureBrowser } from './install-browser'
import { paths } from './paths'

/**
 * `npm test` runs everything; `npm test -- unit` the quick half, which needs no browser and no local
 * cloud. Ends with `N passed, N failed`, where each gate before the tests counts as one.
 */
const quick = process.argv.includes('unit')
const bin = (...parts: string[]) => path.join(paths.root, 'node_modules', ...parts)
const report = path.join(paths.root, '.local', 'jest.json')

/** Tests that need a browser, the local cloud, or the type checker over planted errors. */
const SLOW = [
  '/test/(e2e|accessibility|tools)/',
  '/test/local/(cloud|phone|automator)/',
  '/test/cloudfunctions/[^/]*.test.ts',
]

const END_TO_END = '/test/e2e/'

const gates: [name: string, script: string, ...args: string[]][] = [
  ['类型', bin('typescript', 'bin', 'tsc'), '-b'],
  ['模板', path.join(paths.root, 'tools', 'run.mjs'), 'tools/check-wxml.ts'],
  ['代码规范', bin('eslint', 'bin', 'eslint.js'), '--max-warnings', '0', '.'],
  ['样式', bin('stylelint', 'bin', 'stylelint.mjs'), 'miniprogram/**/*.wxss'],
  ['格式', bin('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.'],
]

function run(script: string, args: string[]): boolean {
  return (
    spawnSync(process.execPath, [script, ...args], { cwd: paths.root, stdio: 'inherit' }).status ===
    0
  )
}

interface Counts {
  passed: number
  failed: number
}

/** @param pick what of all tests is run, in Jest's own words */
function runJest(...pick: string[]): Counts {
  mkdirSync(path.dirname(report), { recursive: true })
  const ok = run(bin('jest', 'bin', 'jest.js'), ['--json', '--outputFile', report, ...pick])
  const result = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number
    numFailedTests: number
    numRuntimeErrorTestSuites: number
  }
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites
  return { passed: result.numPassedTests, failed: failed || (ok ? 0 : 1) }
}

/**
 * Who holds a phone waits as long as a person would, so nothing else runs beside the end-to-end tests;
 * the others share the computer's cores.
 */
function runTests(): Counts {
  if (quick) return runJest('--testPathIgnorePatterns', ...SLOW)
  const rest = runJest('--testPathIgnorePatterns', END_TO_END)
  const phones = runJest('--runInBand', '--testPathPatterns', END_TO_END)
  return { passed: rest.passed + phones.passed, failed: rest.failed + phones.failed }
}

/** Passes all gates at once, each on one core. Answers the names of those that are shut. */
async function passGates(): Promise<string[]> {
  const shut = await Promise.all(
    gates.map(async ([name, script, ...args]) => {
      const complaint = await complaintOf(script, args)
      console.log(`— ${name}${complaint && `\n${complaint}`}`)
      return complaint ? [name] : []
    }),
  )
  return shut.flat()
}

/** What a program that fails has to say; '' of one that does not. */
async function complaintOf(script: string, args: string[]): Promise<string> {
  try {
    await promisify(execFile)(process.execPath, [script, ...args], {
      cwd: paths.root,
      maxBuffer: Infinity,
    })
    return ''
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    return `${stdout}${stderr}` || String(error)
  }
}

async function main(): Promise<void> {
  if (!quick) ensureBrowser()
  const failedGates = await passGates()
  console.log('— 测试')
  const tests = runTests()
  const passed = tests.passed + gates.length - failedGates.length
  const failed = tests.failed + failedGates.length
  if (failedGates.length) console.log(`没有通过：${failedGates.join('、')}`)
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed ? 1 : 0
}

void main()
