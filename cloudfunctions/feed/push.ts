import * as v from 'valibot'
import { isAhead } from '../../domain/feeds/exported'
import { rowsOfRecords } from '../../domain/feeds/rows'
import type { Run } from '../../domain/feeds/run'
import { SOURCE_CARDS, SOURCE_CODES } from '../../domain/feeds/source'
import { pushSchema, type Push } from '../../domain/feeds/wire'
import { clock } from '../shared/clock'
import { carryOn } from '../shared/feeds/carry-on'
import { readIn } from '../shared/feeds/receive'
import { begin } from '../shared/feeds/runs'
import { settings } from '../shared/feeds/settings'
import { nothingStaged } from '../shared/feeds/staging'
import { log } from '../shared/log'
import { sha256 } from '../shared/sha256'
import { DuplicateKey, inTransaction } from '../shared/transaction'
import { bodyOf, headerOf, jsonAnswer, type Visit, type WebAnswer } from '../shared/web'
import { soon } from './go-on'
import { isOfNow, isSigned, signatureOf } from './signature'

const BYTES_MOST = 5 * 1024 * 1024

/** Why a push is not taken, as its system is told. */
class PushRefusal extends Error {
  constructor(
    readonly status: number,
    sentence: string,
  ) {
    super(sentence)
    this.name = 'PushRefusal'
  }
}

/**
 * What a system pushes: signed, of now, and never the same twice. A few students are on their sheets
 * before it is answered (200); more are gone on with by the minute's timer, or wait for a person (202).
 */
export async function answerPush(visit: Visit): Promise<WebAnswer> {
  try {
    if (visit.httpMethod !== 'POST') throw new PushRefusal(405, '只接受 POST。')
    const run = await take(visit)
    const { _id, state, received, changed, applied, rejected, reasons } = run
    const told = { run: _id, state, received, changed, applied, rejected, reasons }
    return jsonAnswer(state === 'done' ? 200 : 202, told)
  } catch (error) {
    if (error instanceof PushRefusal) return jsonAnswer(error.status, { message: error.message })
    log('error', { function: 'feed', error: error instanceof Error ? error.stack : 'unknown' })
    return jsonAnswer(503, { message: '离校单暂时没有收下，请过一会儿再推。' })
  }
}

async function take(visit: Visit): Promise<Run> {
  const body = bodyOf(visit)
  if (body.length > BYTES_MOST) throw new PushRefusal(413, '一次最多推 5 MB，请分几次推。')
  const json = jsonOf(body)
  const signature = proved(visit, body, json)
  const result = v.safeParse(pushSchema, json)
  if (!result.success) throw new PushRefusal(400, `${result.issues[0].message}。`)
  const push = result.output
  if (isAhead(push.asOf, clock.now()))
    throw new PushRefusal(400, 'asOf 还没有到，请核对系统的时钟。')
  const run = await beginOnce(push, signature)
  const staged = { ...nothingStaged(), cleared: push.cleared }
  return carryOn(await readIn(run, staged, rowsOfRecords(push.records)), soon())
}

/**
 * Whose secret it is signed with, the body says; it is only believed once the signature holds. A source
 * that nobody knows and a wrong signature get the same answer. Answers the right signature.
 */
function proved(visit: Visit, body: Buffer, json: unknown): string {
  const { source: named } = Object(json) as { source?: unknown }
  const source = SOURCE_CODES.find((code) => code === named)
  const secret = source && settings.get(source)?.secret
  const timestamp = headerOf(visit, 'x-timestamp')
  const right = signatureOf(secret ?? 'nobody', timestamp, body)
  if (!secret || !isSigned(headerOf(visit, 'x-signature'), right)) {
    throw new PushRefusal(401, '签名不对，请核对密钥、x-timestamp 和签名的算法。')
  }
  if (isOfNow(timestamp, clock.now())) return right
  throw new PushRefusal(401, 'x-timestamp 和现在差了 5 分钟以上，请核对系统的时钟。')
}

/** The signature is used up in the transaction that begins its run. */
async function beginOnce({ source, mode, asOf, cohort }: Push, signature: string): Promise<Run> {
  const by = SOURCE_CARDS[source].title
  const used = { _id: sha256(signature), at: clock.now().toISOString() }
  try {
    return await inTransaction(async (transaction) => {
      await transaction.insert('signatures', used)
      const beginning = { source, way: 'push', mode, state: 'comparing', asOf, by } as const
      return begin(transaction, { ...beginning, cohort: cohort ?? null })
    })
  } catch (error) {
    if (!(error instanceof DuplicateKey)) throw error
    throw new PushRefusal(409, '这个签名用过了，每次推送请用新的 x-timestamp。')
  }
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    throw new PushRefusal(400, '内容应为 UTF-8 的 JSON。')
  }
}
