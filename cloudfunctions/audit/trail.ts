import type { Input, Output } from '../../domain/api'
import { verifyChain } from '../../domain/audit/chain'
import type { AuditRecord } from '../../domain/audit/record'
import { sha256 } from '../shared/sha256'
import { store } from '../shared/store'

const PAGE = 100
const SHOWN = 200
/** A record that comes between the reading of the chain and of its head looks like a fault, once. */
const READINGS = 3

/** What was done about a student, the newest first, and whether the whole chain holds. */
export async function trail({ studentNo }: Input<'audit.trail'>): Promise<Output<'audit.trail'>> {
  const person = `student:${studentNo}`
  for (let reading = 1; ; reading++) {
    const records = await recordsOf(person)
    const head = await store.findOne('chains', { _id: person })
    const whole = verifyChain(records, head, sha256).length === 0
    if (whole || reading === READINGS) {
      return { records: records.slice(-SHOWN).reverse().map(withoutPrevious), whole }
    }
  }
}

async function recordsOf(person: string): Promise<AuditRecord[]> {
  const records: AuditRecord[] = []
  for (;;) {
    const page = await store.find('audit', {
      where: { person },
      orderBy: [['seq', 'asc']],
      limit: PAGE,
      skip: records.length,
    })
    records.push(...page)
    if (page.length < PAGE) return records
  }
}

function withoutPrevious({ previous: _, ...record }: AuditRecord): Omit<AuditRecord, 'previous'> {
  return record
}
