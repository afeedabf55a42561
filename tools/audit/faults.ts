import { sha256 } from '../../cloudfunctions/shared/sha256'
import { verifyChain } from '../../domain/audit/chain'
import type { AuditRecord } from '../../domain/audit/record'
import { verifySeals } from '../../domain/audit/seal'
import type { Trail } from './trail'

/** Every fault of a trail: of each chain, of chains without records, and of the seals over them. */
export function faultsOf({ records, chains, seals }: Trail): string[] {
  const heads = new Map(chains.map((head) => [head._id, head]))
  const byPerson = new Map<string, AuditRecord[]>(chains.map(({ _id }) => [_id, []]))
  for (const record of records) {
    const chain = byPerson.get(record.person)
    if (chain) chain.push(record)
    else byPerson.set(record.person, [record])
  }
  const inChains = [...byPerson].flatMap(([person, chain]) => {
    chain.sort((a, b) => a.seq - b.seq)
    return verifyChain(chain, heads.get(person) ?? null, sha256)
  })
  return [...inChains, ...verifySeals(seals, records, sha256)]
}
