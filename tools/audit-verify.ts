import { parseArgs } from 'node:util'
import { faultsOf } from './audit/faults'
import { readerOf, type Place } from './audit/reader'
import { readTrail } from './audit/trail'

const LOCAL = 'http://127.0.0.1:5173'

/**
 * `npm run audit:verify`: reads the whole audit trail and prints every fault; ends with 1 when there is
 * one. With TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY and TCB_ENV it reads the real cloud, without
 * them, or with `--local <address>`, the one on this laptop.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { local: { type: 'string' } } })
  const place = placeOf(values.local)
  console.log(place.kind === 'cloud' ? `云环境 ${place.env}` : `本地云 ${place.url}`)
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

function placeOf(local: string | undefined): Place {
  const { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey } = process.env
  if (local !== undefined || !secretId || !secretKey) return { kind: 'local', url: local ?? LOCAL }
  const { TCB_ENV: env } = process.env
  if (!env) throw new Error('缺少环境变量 TCB_ENV，不知道核对哪个云环境')
  return { kind: 'cloud', env, secretId, secretKey }
}

main().catch((error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error)
  console.error(`没有核对成：${reason}。本地云要先用 npm start 开起来。`)
  process.exitCode = 2
})
