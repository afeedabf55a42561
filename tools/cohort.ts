import { parseArgs } from 'node:util'
import { putCohort, readCohortFile } from './deploy/cohort'
import { databaseAt } from './deploy/database'
import { useLocalVariables } from './deploy/variables'
import { nameOf, placeOf } from './place'

/**
 * `npm run cohort -- check <file>` says what is wrong with a cohort file, without any cloud;
 * `npm run cohort -- put <file>` publishes a cohort that is not there yet. A published one is changed in
 * the mini program.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { local: { type: 'string' } },
    allowPositionals: true,
  })
  const [what, file] = positionals
  if (!file || (what !== 'check' && what !== 'put')) {
    throw new Error('要写 npm run cohort -- check 文件，或者 npm run cohort -- put 文件')
  }
  const cohort = readCohortFile(file)
  if (what === 'check') {
    console.log(`${cohort.name}没有写错的地方，${cohort.items.length} 个环节。`)
    return
  }
  useLocalVariables()
  const place = placeOf(values.local)
  console.log(nameOf(place))
  await putCohort(databaseAt(place), cohort)
  console.log(`${cohort.name}放好了。`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
