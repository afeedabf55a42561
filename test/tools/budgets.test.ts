import { chromium, type Browser } from 'playwright-core'
import type { ActionName } from '../../domain/api'
import { PERMISSIONS } from '../../domain/roles/permissions'
import {
  measuredActions,
  packageSizes,
  readsPerAction,
  setDataBytes,
  type Measure,
} from '../../tools/bench/measure'
import { BROWSER_FLAGS, findBrowser } from '../../tools/browser'
import { startSchool, type RunningSchool } from '../../tools/school'

let browser: Browser
let school: RunningSchool

beforeAll(async () => {
  ;[school, browser] = await Promise.all([
    startSchool(),
    chromium.launch({ executablePath: findBrowser(), args: BROWSER_FLAGS }),
  ])
})

afterAll(() => Promise.all([browser.close(), school.close()]))

function over(measures: Measure[]): string[] {
  expect(measures.length).toBeGreaterThan(0)
  return measures
    .filter(({ value, limit }) => !(value > 0 && value <= limit))
    .map(({ what, value, limit, unit }) => `${what}: ${value} of ${limit} ${unit}`)
}

test('every package and function is within its size', () => {
  expect(over(packageSizes())).toEqual([])
})

test('no page hands more than its bytes to setData at once', async () => {
  expect(over(await setDataBytes(browser, school.url))).toEqual([])
})

test('every reading action of the contract costs no more reads than it may', async () => {
  const reading = (Object.keys(PERMISSIONS) as ActionName[]).filter(
    (action) => !PERMISSIONS[action].changes,
  )
  expect(measuredActions.sort()).toEqual(reading.sort())
  expect(over(await readsPerAction(school.url))).toEqual([])
})
