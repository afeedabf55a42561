import type { Cohort, Item } from './schema'

export interface Fault {
  path: (string | number)[]
  message: string
}

/** What only shows when the fields of a cohort are held against each other. */
export function findFaults(cohort: Cohort): Fault[] {
  const faults = cohort.items.flatMap((item, index) =>
    itemFaults(item, cohort).map(({ path, message }) => ({
      path: ['items', index, ...path],
      message,
    })),
  )
  return [
    ...repeatedCodes(cohort.items, 'items'),
    ...repeatedCodes(cohort.responsibilities, 'responsibilities'),
    ...faults,
  ]
}

function itemFaults(item: Item, cohort: Cohort): Fault[] {
  const faults: Fault[] = []
  if (item.step < 1 || item.step > cohort.steps.length) {
    faults.push({
      path: ['step'],
      message: `没有第 ${item.step} 步，共有 ${cohort.steps.length} 步`,
    })
  }
  const window = item.window
  if (window && 'to' in window && window.from && window.from > window.to) {
    faults.push({ path: ['window', 'to'], message: `早于开始日期 ${window.from}` })
  }
  const duties = cohort.responsibilities.map((responsibility) => responsibility.code)
  if (item.responsibility && !duties.includes(item.responsibility)) {
    faults.push({ path: ['responsibility'], message: `工作职责里没有 ${item.responsibility}` })
  }
  if (item.rule.kind === 'verification' && item.step === 1) {
    faults.push({ path: ['step'], message: '核验要放在第 1 步之后，它等前面的步骤办完' })
  }
  return faults
}

function repeatedCodes(entries: { code: string }[], list: string): Fault[] {
  return entries.flatMap(({ code }, index) =>
    entries.findIndex((entry) => entry.code === code) < index
      ? [{ path: [list, index, 'code'], message: `代号 ${code} 重复了` }]
      : [],
  )
}
