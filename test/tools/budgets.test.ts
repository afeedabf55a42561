import type { ActionName } from '../../domain/api'
import { PERMISSIONS } from '../../domain/roles/permissions'
import {
  measuredActions,
  packageSizes,
  readsPerAction,
  setDataBytes,
  type Measure,
} from '../../tools/bench/measure'
import { useOpenedSchool } from '../opened-school'

const school = useOpenedSchool()

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
  expect(over(await setDataBytes(school.browser, school.url))).toEqual([])
})

test('every reading action of the contract costs no more reads than it may', async () => {
  const reading = (Object.keys(PERMISSIONS) as ActionName[]).filter(
    (action) => !PERMISSIONS[action].changes,
  )
  expect(measuredActions.sort()).toEqual(reading.sort())
  expect(over(await readsPerAction(school.url))).toEqual([])
})

test('a number over its limit is named, and so is one that was not counted', () => {
  const measure = { what: '主包', limit: 600, unit: 'KB' } as const
  expect(over([{ ...measure, value: 601 }])).toEqual(['主包: 601 of 600 KB'])
  expect(over([{ ...measure, value: 0 }])).toEqual(['主包: 0 of 600 KB'])
  expect(over([{ ...measure, value: 600 }])).toEqual([])
})
