import CloudBase from '@cloudbase/manager-node'
import type { TimerDeclaration } from '../build/declared-functions'
import type { Cloud, CollectionState, FunctionState, IndexState, WantedFunction } from './cloud'
import type { IndexDeclaration } from './declared-collections'

export interface Account {
  env: string
  secretId: string
  secretKey: string
}

/**
 * A real environment, through @cloudbase/manager-node; nothing else of a deployment knows of it. Where
 * it has no method, Tencent Cloud's API is called by its documented name (document/product/876).
 */
export function managedCloud({ env, secretId, secretKey }: Account): Cloud {
  const manager = new CloudBase({ envId: env, secretId, secretKey })
  const { database, functions, access, storage } = manager
  const api = <Answer>(Action: string, Param: object): Promise<Answer> =>
    manager.commonService('tcb', '2018-06-08').call({ Action, Param })

  return {
    async collections() {
      const { Collections } = await database.listCollections({ MgoLimit: MOST, MgoOffset: 0 })
      return Collections.map(({ CollectionName }) => CollectionName)
    },
    async collection(name): Promise<CollectionState> {
      const { Indexes = [] } = await database.describeCollection(name)
      const acl = await api<{ AclTag?: string }>('DescribeDatabaseACL', {
        EnvId: env,
        CollectionName: name,
      })
      return { permission: acl.AclTag ?? '', indexes: Indexes.map(indexOf) }
    },
    async createCollection(name) {
      await database.createCollection(name)
    },
    async changeIndexes(name, drop, create) {
      if (drop.length > 0) {
        const DropIndexes = drop.map((IndexName) => ({ IndexName }))
        await database.updateCollection(name, { DropIndexes })
      }
      await database.updateCollection(name, { CreateIndexes: create.map(toCreate) })
    },
    async setPermission(name, permission) {
      await api('ModifyDatabaseACL', { EnvId: env, CollectionName: name, AclTag: permission })
    },

    async access() {
      const { DefaultDomain, EnableService } = await access.getDomainList()
      // The package's own method misspells `Limit`, which the API then refuses.
      const { APISet } = await api<{ APISet: FoundPath[] | null }>('DescribeCloudBaseGWAPI', {
        ServiceId: env,
        Offset: 0,
        Limit: MOST,
      })
      const paths = Object.fromEntries((APISet ?? []).map(({ Path, Name }) => [Path, Name]))
      return { open: EnableService, domain: DefaultDomain || '', paths }
    },
    async openAccess() {
      await access.switchAuth(true)
    },
    async addPath(path, name) {
      await access.createAccess({ path, name, auth: false })
    },

    async deployed(name) {
      try {
        return stateOf(await functions.getFunctionDetail(name))
      } catch (error) {
        const { code } = error as { code?: string }
        if (code?.startsWith('ResourceNotFound.Function')) return null
        throw error
      }
    },
    async createFunction(wanted) {
      await functions.createFunction({ func: settingsOf(wanted), functionPath: wanted.folder })
    },
    async updateCode(wanted) {
      await functions.updateFunctionCode({ func: settingsOf(wanted), functionPath: wanted.folder })
      await functions.waitFunctionActive(wanted.name)
    },
    async updateSettings(wanted) {
      await functions.updateFunctionConfig(settingsOf(wanted))
      await functions.waitFunctionActive(wanted.name)
    },
    async removeTimer(name, timer) {
      await functions.deleteFunctionTrigger(name, timer)
    },
    async addTimers(name, timers: TimerDeclaration[]) {
      await functions.createFunctionTriggers(name, timers)
    },
    async invoke(name) {
      const { InvokeResult, RetMsg, ErrMsg } = await functions.invokeFunction(name)
      return InvokeResult === 0 ? { answer: RetMsg } : { error: ErrMsg || RetMsg }
    },

    storageRule: () => storage.getStorageAcl(),
    async setStorageRule(rule) {
      await storage.setStorageAcl(rule)
    },
  }
}

const MOST = 100

interface FoundPath {
  Path: string
  Name: string
}

interface FoundIndex {
  Name: string
  Unique: boolean
  Keys: { Name?: string; Direction?: string }[]
  /** Not in the documentation of the answer; taken when it is there. */
  Sparse?: boolean
}

function indexOf({ Name, Unique, Keys, Sparse }: FoundIndex): IndexState {
  const keys = Keys.map((key) => [key.Name ?? '', Number(key.Direction)] as const)
  return {
    name: Name,
    unique: Unique,
    sparse: Sparse,
    keys: Object.fromEntries(keys) as IndexState['keys'],
  }
}

/** `MgoIsSparse` is in the API (document/api/876, MgoKeySchema), though not in the types of the package. */
function toCreate({ name, keys, unique = false, sparse = false }: IndexDeclaration) {
  const MgoIndexKeys = Object.entries(keys).map(([Name, direction]) => ({
    Name,
    Direction: String(direction),
  }))
  return {
    IndexName: name,
    MgoKeySchema: { MgoIndexKeys, MgoIsUnique: unique, MgoIsSparse: sparse },
  }
}

/** As much of `GetFunction` as counts; lists of nothing may be null. */
interface Detail {
  Status: string
  Description: string | null
  Runtime: string
  Timeout: number
  MemorySize: number
  Environment: { Variables: { Key: string; Value: string }[] | null } | null
  Triggers: { TriggerName: string; Type: string; TriggerDesc: string }[] | null
}

/** Null for what is left of a creation that failed; the next creation replaces it. */
function stateOf(detail: Detail): FunctionState | null {
  if (detail.Status === 'CreateFailed') return null
  const variables = detail.Environment?.Variables ?? []
  const timers = (detail.Triggers ?? []).filter(({ Type }) => Type === 'timer')
  return {
    description: detail.Description ?? '',
    runtime: detail.Runtime,
    timeout: detail.Timeout,
    memorySize: detail.MemorySize,
    variables: Object.fromEntries(variables.map(({ Key, Value }) => [Key, Value])),
    timers: Object.fromEntries(timers.map((each) => [each.TriggerName, cronIn(each.TriggerDesc)])),
  }
}

/** The cloud answers `{"cron":"0 * * * * * *"}` for what was given as `0 * * * * * *`. */
function cronIn(description: string): string {
  if (!description.startsWith('{')) return description
  return (JSON.parse(description) as { cron: string }).cron
}

function settingsOf({ name, variables, ...wanted }: WantedFunction) {
  const { handler, runtime, timeout, memorySize, installDependency, description } = wanted
  return {
    name,
    handler,
    runtime,
    timeout,
    memorySize,
    installDependency,
    description,
    envVariables: variables,
  }
}
