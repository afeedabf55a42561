import { chromium } from 'playwright-core'
import { packageSizes, readsPerAction, setDataBytes } from './bench/measure'
import { BROWSER_FLAGS, findBrowser } from './browser'
import { startSchool } from './school'

/** `npm run bench`: the numbers to hold (sizes, setData bytes, reads), as a table for the README. */
async function main(): Promise<void> {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_FLAGS })
  const school = await startSchool()
  const measures = [
    ...packageSizes(),
    ...(await setDataBytes(browser, school.url)),
    ...(await readsPerAction(school.url)),
  ]
  await Promise.all([browser.close(), school.close()])
  console.log('| 量什么 | 现在 | 上限 | 单位 |\n|---|---|---|---|')
  for (const { what, value, limit, unit } of measures) {
    console.log(`| ${what} | ${value} | ${limit} | ${unit} |`)
  }
  if (measures.some(({ value, limit }) => value > limit)) process.exitCode = 1
}

void main()
