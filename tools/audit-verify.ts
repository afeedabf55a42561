import { parseArgs } from 'node:util'
import { faultsOf } from './audit/faults'
import { readerOf } from './audit/reader'
import { readTrail } from './audit/trail'
import { useLocalVariables } from './deploy/variables'
import { nameOf, placeOf } from './place'

/**
 * `npm run audit:verify`: reads the whole audit trail and prints every fault; ends with 1 when there is
 * one. With TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY and TCB_ENV it reads the real cloud, without
 * them, or with `--local <address>`, the one on this laptop.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { local: { type: 'string' } } })
  useLocalVariables()
  const place = placeOf(values.local)
  console.log(nameOf(place))
  const trail = await readTrail(readerOf(place))
  const { records, chains, seals } = trail
  console.log(`审计记录 ${records.length} 条，链 ${chains.length} 条，封存 ${seals.length} 次`)
  const newest = seals.at(-1)
  // A seal noted somewhere else shows that the seals, too, are the ones from then.
  if (newest) console.log(`最近一次封存 ${newest._id}：${newest.hash}`)
  const faults = faultsOf(trail)
  for (const fault of faults) console.error(`✗ ${fault}`)
  console.log(faults.length > 0 ? `发现 ${faults.length} 处问题。` : '完整：没有删过、改过、补过。')
  if (faults.length > 0) process.exitCode = 1
}

main().catch((error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error)
  console.error(`没有核对成：${reason}。本地云要先用 npm start 开起来。`)
  process.exitCode = 2
})
