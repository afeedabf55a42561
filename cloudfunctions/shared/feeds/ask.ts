import * as v from 'valibot'
import { pageSchema, studentSchema, type Page } from '../../../domain/feeds/wire'
import type { SourceSettings } from './variable'

/** A system that does not answer as agreed; its message is a Chinese sentence for who looks after it. */
export class SourceTrouble extends Error {
  /** @param kind `brokeOff` where it had begun to answer well and said less than it meant to */
  constructor(
    sentence: string,
    readonly kind: 'brokeOff' | 'other' = 'other',
  ) {
    super(sentence)
    this.name = 'SourceTrouble'
  }
}

type Asked = Required<SourceSettings>

/** Of one answer: far more than a page, far less than a function's memory. */
const BYTES_MOST = 5 * 1024 * 1024
const PAGE_WAIT_MS = 15_000
/** A student waits for this one. */
const STUDENT_WAIT_MS = 8_000

/**
 * One page of what a system has to say.
 * @param cursor where it left off, for one that can tell what has changed since
 * @throws SourceTrouble
 */
export function askPage(asked: Asked, page: number, cursor: string | null): Promise<Page> {
  const query = new URLSearchParams({ page: String(page), ...(cursor !== null && { cursor }) })
  return ask(asked, `/students?${query.toString()}`, pageSchema, PAGE_WAIT_MS)
}

/** What a system has to say of one student. @throws SourceTrouble */
export function askStudent(asked: Asked, studentNo: string) {
  return ask(asked, `/students/${encodeURIComponent(studentNo)}`, studentSchema, STUDENT_WAIT_MS)
}

async function ask<Schema extends v.GenericSchema>(
  { url, secret }: Asked,
  path: string,
  schema: Schema,
  waitMs: number,
): Promise<v.InferOutput<Schema>> {
  try {
    const response = await fetch(url + path, {
      headers: { authorization: `Bearer ${secret}`, accept: 'application/json' },
      // Our secret follows no redirect.
      redirect: 'error',
      signal: AbortSignal.timeout(waitMs),
    })
    if (!response.ok) throw new SourceTrouble(`系统答复了错误 ${response.status}。`)
    return parsed(await bodyOf(response), schema)
  } catch (error) {
    if (error instanceof SourceTrouble) throw error
    const isSlow = error instanceof Error && error.name === 'TimeoutError'
    throw new SourceTrouble(
      isSlow ? `系统 ${waitMs / 1000} 秒没有答复。` : '系统连不上，或者答复到一半断了。',
    )
  }
}

async function bodyOf(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > BYTES_MOST) throw new SourceTrouble('系统一次答复超过 5 MB，请它分页。')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function parsed<Schema extends v.GenericSchema>(
  body: Buffer,
  schema: Schema,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, jsonOf(body))
  if (result.success) return result.output
  throw new SourceTrouble(`系统的答复不合约定：${result.issues[0].message}。`)
}

function jsonOf(body: Buffer): unknown {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    throw new SourceTrouble('系统答复的文字编码不是 UTF-8。')
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new SourceTrouble('系统的答复不是完整的 JSON。', 'brokeOff')
  }
}
