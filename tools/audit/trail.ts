import type { AuditRecord, ChainHead, Seal } from '../../domain/audit/record'
import type { Read } from './reader'

export interface Trail {
  records: AuditRecord[]
  chains: ChainHead[]
  /** By day. */
  seals: Seal[]
}

/** What was written while we read is read again so often; what then still does not fit is a fault. */
const ROUNDS = 3

/** Reads the whole trail while the functions may go on writing it. */
export async function readTrail(read: Read): Promise<Trail> {
  const seals = await read<Seal>('seals')
  const chains = await read<ChainHead>('chains')
  const records = await read<AuditRecord>('audit')
  let trail: Trail = { records, chains, seals }
  for (let round = 1; round <= ROUNDS; round++) {
    for (const person of unfinished(trail)) trail = await readAgain(trail, person, read)
  }
  return trail
}

/** The people whose records do not end where their chain does. */
function unfinished({ records, chains }: Trail): string[] {
  const ends = new Map<string, number>()
  for (const { person, seq } of records) ends.set(person, Math.max(seq, ends.get(person) ?? 0))
  const heads = new Map(chains.map(({ _id, seq }) => [_id, seq]))
  const people = new Set([...ends.keys(), ...heads.keys()])
  return [...people].filter((person) => ends.get(person) !== heads.get(person))
}

async function readAgain(trail: Trail, person: string, read: Read): Promise<Trail> {
  const records = await read<AuditRecord>('audit', { person })
  const head = await read<ChainHead>('chains', { _id: person })
  return {
    ...trail,
    records: [...trail.records.filter((record) => record.person !== person), ...records],
    chains: [...trail.chains.filter(({ _id }) => _id !== person), ...head],
  }
}
