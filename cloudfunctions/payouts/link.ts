import type { Input, Output } from '../../domain/api'
import { ClearanceError } from '../../domain/errors'
import { checkTotal, type PayoutBatch, type PayoutRow } from '../../domain/procedures/payout'
import { toSheet } from '../../domain/procedures/payout-sheet'
import { record } from '../shared/audit'
import { answeredBefore, changeOnce } from '../shared/change'
import { clock } from '../shared/clock'
import type { Secret } from '../shared/documents'
import { files } from '../shared/files'
import type { Call } from '../shared/gate'
import { randomName } from '../shared/random-name'
import { contextOf, decrypt } from '../shared/secrets'
import { inTransaction } from '../shared/transaction'
import { checkNotCancelled, upToDate } from './batches'
import { forEachInTurn } from './in-turn'
import { officerOf } from './officer'
import { requestsBy, secretsBy } from './requests'
import { writeXlsx } from '../shared/spreadsheet/xlsx'

const ACTION = 'payouts.link'
const LINK_SECONDS = 600
/** Of the columns of the bank's sheet, in characters. */
const WIDTHS = [18, 12, 14, 12, 24, 24, 14]

type Answer = Output<typeof ACTION>
type Revealing = Input<typeof ACTION> & { openid: string; by: string }

/**
 * Makes the sheet of what is still to be paid anew, with the full account numbers, and answers a link
 * that lives ten minutes. First each reveal is written down in the audit trail of its person.
 * @throws ClearanceError `CONFLICT` when nothing is left to pay, a number is erased, or sums differ
 */
export async function link(input: Input<typeof ACTION>, { openid, caller }: Call): Promise<Answer> {
  const attempt = { by: openid, action: ACTION, requestId: input.requestId } as const
  const before = await answeredBefore<Answer>(attempt)
  if (before) return before
  const batch = await upToDate(input.batch)
  const rows = openRows(batch)
  const secrets = await secretsOf(rows)
  await writeDown(rows, { ...input, openid, by: officerOf(caller).person })
  const sheet = await writeXlsx(toSheet(await linesOf(rows, secrets)), WIDTHS)
  const answer = await putAway(input.batch, sheet)
  return changeOnce(attempt, () => Promise.resolve(answer))
}

function openRows(batch: PayoutBatch): PayoutRow[] {
  checkNotCancelled(batch)
  checkTotal(batch)
  const open = batch.rows.filter(({ result }) => result === 'open')
  if (open.length > 0) return open
  const message = '这一批的每一笔都有结果了，没有要付的款。'
  throw new ClearanceError({ code: 'CONFLICT', message })
}

async function secretsOf(rows: readonly PayoutRow[]): Promise<Map<string, Secret>> {
  const secrets = await secretsBy(rows.map(({ id }) => id))
  const byId = new Map(secrets.map((secret) => [secret._id, secret]))
  const missing = rows.filter(({ id }) => !byId.has(id)).length
  if (missing === 0) return byId
  const message = `有 ${missing} 人的银行卡号过了保存期限，已经删除。请取消批次，退回给本人重新填写。`
  throw new ClearanceError({ code: 'CONFLICT', message })
}

/** Each reveal once, however often the request comes. @throws ClearanceError when one was not written */
async function writeDown(rows: readonly PayoutRow[], reveal: Revealing): Promise<void> {
  const { openid, requestId, by, reason: why, batch } = reveal
  const outcomes = await forEachInTurn(rows, ({ id, studentNo, lastFour }) =>
    changeOnce({ by: openid, action: ACTION, requestId: `${requestId}:${id}` }, async (inside) => {
      await record(inside, {
        person: `student:${studentNo}`,
        by,
        role: 'finance',
        action: ACTION,
        why,
        before: {},
        after: { 银行卡号: `给银行的表里写出完整卡号（尾号 ${lastFour}）`, 批次: batch },
      })
      return {}
    }),
  )
  if (outcomes.every((outcome) => 'done' in outcome)) return
  const message = '表格没有做好，请过一会儿再试。'
  throw new ClearanceError({ code: 'CONFLICT', message })
}

async function linesOf(rows: readonly PayoutRow[], secrets: ReadonlyMap<string, Secret>) {
  const requests = await requestsBy(rows.map(({ id }) => id))
  const byId = new Map(requests.map((request) => [request._id, request]))
  return rows.map(({ id, name, studentNo, bank, amountFen }) => {
    const [secret, request] = [secrets.get(id), byId.get(id)]
    if (!secret || request?.outcome.payout?.amountFen !== amountFen) {
      throw new Error('a row of the batch does not fit its request')
    }
    const cardNumber = decrypt(secret.sealed, contextOf(secret))
    const { holder } = request.form
    return { id, name, studentNo, holder, bank, cardNumber, amountFen }
  })
}

/** The file's id is on record before there is anything in the file, so that it is always removed. */
async function putAway(batch: string, sheet: Buffer): Promise<Answer> {
  const path = `payouts/${randomName()}.xlsx`
  const id = await files.put(path, Buffer.from('-'))
  const expiresAt = new Date(clock.now().getTime() + LINK_SECONDS * 1000).toISOString()
  await inTransaction(async (transaction) => {
    const document = await transaction.get('batches', batch)
    const { files: others = [], filesUntil = expiresAt } = document ?? {}
    const all = [...others, { id, expiresAt }]
    await transaction.update('batches', batch, { files: all, filesUntil })
  })
  await files.put(path, sheet)
  const { [id]: url } = await files.linksTo([id], LINK_SECONDS)
  if (url) return { url, expiresAt }
  throw new Error('the storage gave no link to a file that it has just taken')
}
