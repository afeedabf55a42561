import { declaredCollections, type CollectionDeclaration } from '../declared-collections'
import type { IndexDeclaration } from '../declared-collections'
import type { Cloud, CollectionState, IndexState } from '../cloud'
import type { Change, Step } from '../step'

/** The collections, that only functions reach them, and their indexes. Foreign ones are left alone. */
export const collections: Step = {
  title: '集合、索引、权限',
  async look({ cloud }) {
    const there = new Set(await cloud.collections())
    const changes: Change[] = []
    for (const declared of declaredCollections()) {
      if (!there.has(declared.name)) changes.push(creation(cloud, declared))
      else changes.push(...corrections(cloud, declared, await cloud.collection(declared.name)))
    }
    return { changes, remarks: [] }
  },
}

function creation(cloud: Cloud, { name, permission, indexes }: CollectionDeclaration): Change {
  const listed = indexes.length > 0 ? `，索引 ${indexes.map(inWords).join('、')}` : ''
  return {
    what: `建集合 ${name}（只有云函数能读写）${listed}`,
    async make() {
      await cloud.createCollection(name)
      await cloud.setPermission(name, permission)
      if (indexes.length > 0) await cloud.changeIndexes(name, [], indexes)
    },
  }
}

function corrections(
  cloud: Cloud,
  { name, permission, indexes }: CollectionDeclaration,
  state: CollectionState,
): Change[] {
  const changes: Change[] = []
  if (state.permission !== permission) {
    changes.push({
      what: `集合 ${name} 的权限从 ${state.permission || '未知'} 改成只有云函数能读写`,
      make: () => cloud.setPermission(name, permission),
    })
  }
  const wrong = indexes.filter((index) => !state.indexes.some((found) => isSame(found, index)))
  if (wrong.length > 0) {
    const taken = new Set(state.indexes.map((index) => index.name))
    const drop = wrong.flatMap((index) => (taken.has(index.name) ? index.name : []))
    changes.push({
      what: `集合 ${name} ${drop.length > 0 ? '重建' : '建'}索引 ${wrong.map(inWords).join('、')}`,
      make: () => cloud.changeIndexes(name, drop, wrong),
    })
  }
  return changes
}

/** Whether it is sparse is compared when the cloud says so; `trials.ts` finds out otherwise. */
function isSame(found: IndexState, wanted: IndexDeclaration): boolean {
  const sparse = Boolean(wanted.sparse)
  return (
    found.name === wanted.name &&
    JSON.stringify(Object.entries(found.keys)) === JSON.stringify(Object.entries(wanted.keys)) &&
    Boolean(found.unique) === Boolean(wanted.unique) &&
    (found.sparse ?? sparse) === sparse
  )
}

function inWords({ name, unique, sparse }: IndexDeclaration): string {
  const how = [unique && '唯一', sparse && '稀疏'].filter(Boolean).join('、')
  return how ? `${name}（${how}）` : name
}
