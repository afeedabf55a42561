import type { Documents } from '../../cloudfunctions/shared/store'
import { DuplicateKey } from '../../cloudfunctions/shared/transaction'
import type { Database } from './database'
import { declaredCollections } from './declared-collections'

/** Takes back what a transaction has tried. */
class Undone extends Error {}

/**
 * What the documentation of the cloud leaves open is tried before any data goes in, in transactions
 * that are taken back.
 * @returns a sentence for each thing that the database does not do and has to
 */
export async function failedTrials(database: Database): Promise<string[]> {
  return [...(await indexesNotSparse(database)), ...(await refusedFieldNames(database))]
}

/** A unique index that is not sparse lets in one person who has bound no WeChat account. */
async function indexesNotSparse(database: Database): Promise<string[]> {
  const faults: string[] = []
  for (const { name, indexes } of declaredCollections()) {
    const unique = indexes.find((index) => index.unique && index.sparse)
    if (!unique) continue
    const refusal = await refusalOf(database, name as keyof Documents, [
      { _id: 'deploy-try-1' },
      { _id: 'deploy-try-2' },
    ])
    if (!refusal) continue
    if (!(refusal instanceof DuplicateKey)) throw refusal
    faults.push(
      `集合 ${name} 的索引 ${unique.name} 不是稀疏的，没有绑定微信的人只放得进一个，名单导不进来。请在控制台删掉它，手工建一个同名的唯一、稀疏索引，再运行一次。`,
    )
  }
  return faults
}

/** The audit trail names what changed in Chinese, and those names are fields. */
async function refusedFieldNames(database: Database): Promise<string[]> {
  const refusal = await refusalOf(database, 'audit', [
    { _id: 'deploy-try', person: 'deploy-try', seq: 1, after: { 岗位: '管理员' } },
  ])
  if (!refusal) return []
  return [
    `云数据库没有收下字段名是中文的记录（${refusal.message}），操作记录写不进去，先不要放数据。请把这句话告诉做系统的人。`,
  ]
}

/** Why documents are not let in together; null when they are. None of them stays. */
async function refusalOf(
  database: Database,
  collection: keyof Documents,
  documents: object[],
): Promise<Error | null> {
  try {
    await database.inTransaction(async (transaction) => {
      for (const document of documents) {
        await transaction.insert(collection, document as Documents[typeof collection])
      }
      throw new Undone()
    })
  } catch (error) {
    if (error instanceof Undone) return null
    return error instanceof Error ? error : new Error(String(error))
  }
  return null
}
