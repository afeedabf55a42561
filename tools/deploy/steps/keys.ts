import { dayOf } from '../../../domain/calendar'
import type { Cloud } from '../cloud'
import type { Database } from '../database'
import type { EnvironmentFile } from '../environment-file'
import { newKeys } from '../keys'
import { VARIABLES } from '../variables'
import type { Step } from '../step'

/** A function that is given all of the keys. */
const HOLDER = 'pass'

const MADE = VARIABLES.filter(({ origin }) => origin === 'made').map(({ name }) => name)

/**
 * Keys are made once in the life of an environment: those that are in use there are taken back, and
 * nothing is deployed without them, because what they encrypted could never be read again.
 */
export const keys: Step = {
  title: '密钥',
  async look({ cloud, database, variables, now }) {
    const inUse = await keysInUse(cloud)
    await checkNoneLost(database, variables, inUse)
    const lacking = MADE.filter((name) => !variables.get(name))
    if (lacking.length === 0) return { changes: [], remarks: [] }
    if (lacking.includes('SECRET_KEYS') !== lacking.includes('SECRET_KEY_CURRENT')) {
      throw new Error('.env.local 里 SECRET_KEYS 和 SECRET_KEY_CURRENT 只写了一个，要写就写一对')
    }
    const fresh = newKeys(`k${dayOf(now).replaceAll('-', '')}`)
    const kept = lacking.map((name) => [name, inUse[name] ?? fresh[name] ?? ''] as const)
    const fetched = lacking.every((name) => inUse[name])
    const verb = fetched ? '从云上取回正在用的' : '生成'
    return {
      changes: [
        {
          what: `${verb} ${lacking.join('、')}，写进 .env.local（不显示）`,
          make: async () => variables.keep(Object.fromEntries(kept)),
        },
      ],
      remarks: fetched ? [] : ['把 .env.local 另外抄一份收好：密钥丢了，加密的资料就打不开了。'],
    }
  },
}

async function keysInUse(cloud: Cloud): Promise<Record<string, string | undefined>> {
  return (await cloud.deployed(HOLDER))?.variables ?? {}
}

/** A key may go when nothing is under it any more, as at the end of a rotation (decision 0008). */
async function checkNoneLost(
  database: Database,
  variables: EnvironmentFile,
  inUse: Record<string, string | undefined>,
): Promise<void> {
  const own = variables.get('SECRET_KEYS')
  if (!own) return
  const here = new Set(entriesOf(own))
  const gone = entriesOf(inUse.SECRET_KEYS ?? '').filter((entry) => !here.has(entry))
  for (const id of gone.map((entry) => entry.split(':')[0] ?? '')) {
    const where = { 'sealed.keyId': id }
    if (!(await database.hasAny('secrets', where)) && !(await database.hasAny('answers', where)))
      continue
    throw new Error(
      `云上还有用密钥 ${id} 加密的资料，本机的 SECRET_KEYS 里没有这一把，部署上去就打不开了。请用原来那份 .env.local，或者从里面删掉 SECRET_KEYS 和 SECRET_KEY_CURRENT，让它从云上取回`,
    )
  }
}

function entriesOf(list: string): string[] {
  return list.split(',').flatMap((entry) => entry.trim() || [])
}
