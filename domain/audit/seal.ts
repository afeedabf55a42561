import { canonical, type Sha256 } from './canonical'
import type { AuditRecord, ChainHead, Seal } from './record'

/** As much of a chain's head as a seal holds down. */
type SealedHead = Pick<ChainHead, '_id' | 'seq' | 'hash'>

/**
 * The seal over all chain heads as they stood at an instant.
 * @param day YYYY-MM-DD in Asia/Shanghai
 * @param at ISO instant; every record up to it, and none after it, is under the seal
 */
export function sealOf(
  heads: readonly SealedHead[],
  day: string,
  at: string,
  previous: Seal | null,
  sha256: Sha256,
): Seal {
  const root = rootOf(heads, sha256)
  const unhashed = {
    _id: day,
    at,
    chains: heads.length,
    root,
    previous: previous?.hash ?? '',
  }
  return { ...unhashed, hash: sha256(canonical(unhashed)) }
}

/**
 * What is wrong with the seals, and what became of the records under them, in sentences that name the
 * day. Each root is made anew from the records, so that a chain cut together with its head is found.
 * @param seals all of them, by day
 * @param records all records of all persons
 */
export function verifySeals(
  seals: readonly Seal[],
  records: readonly AuditRecord[],
  sha256: Sha256,
): string[] {
  const chains = byPerson(records)
  return seals.flatMap((seal, index) => {
    const { hash, ...unhashed } = seal
    const before = seals[index - 1]
    if (hash !== sha256(canonical(unhashed))) return [`${seal._id} 的封存被改过。`]
    if (seal.previous !== (before?.hash ?? '') || (before && before._id >= seal._id)) {
      return [`${seal._id} 的封存接不上前一次，中间少了、多了或者换过封存。`]
    }
    const heads = headsAt(chains, seal.at)
    if (rootOf(heads, sha256) === seal.root) return []
    const count = `当时 ${seal.chains} 条链，现在算出 ${heads.length} 条`
    return [
      `${seal._id} 封存的记录和当时不一样：有人删、改或者补过 ${seal.at} 以前的记录（${count}）。`,
    ]
  })
}

/** The last record of each person at or before an instant. */
function headsAt(chains: readonly AuditRecord[][], at: string): SealedHead[] {
  return chains.flatMap((chain) => {
    const last = chain.filter((record) => record.at <= at).pop()
    return last ? [{ _id: last.person, seq: last.seq, hash: last.hash }] : []
  })
}

function byPerson(records: readonly AuditRecord[]): AuditRecord[][] {
  const chains = new Map<string, AuditRecord[]>()
  for (const record of records) {
    const chain = chains.get(record.person)
    if (chain) chain.push(record)
    else chains.set(record.person, [record])
  }
  return [...chains.values()].map((chain) => chain.sort((a, b) => a.seq - b.seq))
}

function rootOf(heads: readonly SealedHead[], sha256: Sha256): string {
  const sorted = heads.map(({ _id, seq, hash }) => [_id, seq, hash] as const)
  sorted.sort(([a], [b]) => (a < b ? -1 : 1))
  return sha256(canonical(sorted))
}
