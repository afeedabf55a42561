import type { Documents } from '../../cloudfunctions/shared/store'
import { DuplicateKey } from '../../cloudfunctions/shared/transaction'
import type { Database } from './database'
import { declaredCollections } from './declared-collections'

/** Takes back what a transaction has tried. */
class Undone extends Error {}

/**
 * Whether people who have bound no WeChat account fit into the database: a unique index that is not
 * sparse lets in one. The cloud does not say, so it is tried, in a transaction that is taken back.
 * @returns a sentence for each index that is not as it should be
 */
export async function indexesNotSparse(database: Database): Promise<string[]> {
  const faults: string[] = []
  for (const { name, indexes } of declaredCollections()) {
    const unique = indexes.find((index) => index.unique && index.sparse)
    if (!unique || (await admitsTwo(database, name as keyof Documents))) continue
    faults.push(
      `集合 ${name} 的索引 ${unique.name} 不是稀疏的，没有绑定微信的人只放得进一个，名单导不进来。请在控制台删掉它，手工建一个同名的唯一、稀疏索引，再运行一次。`,
    )
  }
  return faults
}

async function admitsTwo(database: Database, collection: keyof Documents): Promise<boolean> {
  try {
    await database.inTransaction(async (transaction) => {
      for (const _id of ['deploy-try-1', 'deploy-try-2']) {
        await transaction.insert(collection, { _id } as Documents[typeof collection])
      }
      throw new Undone()
    })
  } catch (error) {
    if (error instanceof Undone) return true
    if (error instanceof DuplicateKey) return false
    throw error
  }
  return true
}
