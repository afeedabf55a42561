import type { ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

/** How a system can be today. */
export const DAYS = {
  normal: '正常',
  slow: '很慢',
  errors: '出错（500）',
  half: '只传一半',
  empty: '传来空的',
  encoding: '文字编码不对',
} as const

export type Day = keyof typeof DAYS

/** Longer than anybody waits. */
const SLOW_MS = 20_000

/** 数据 in GBK, which is no UTF-8 whatever the header says. */
const GBK = Buffer.from([0xca, 0xfd, 0xbe, 0xdd])

interface Page {
  mode: string
  total: number
  records: unknown[]
  next: number | null
}

/** Answers as a system does on such a day. */
export async function answerOn(day: Day, response: ServerResponse, page: object): Promise<void> {
  if (day === 'slow') await pause(SLOW_MS, undefined, { ref: false })
  const status = day === 'errors' ? 500 : 200
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
  response.end(day === 'encoding' ? Buffer.concat([GBK, bytesOf(page)]) : bytesOf(onDay(day, page)))
}

function onDay(day: Day, page: object): object {
  if (day === 'errors') return { error: 'internal server error' }
  if (!('total' in page)) return page
  const { records } = page as Page
  if (day === 'half') {
    return {
      ...page,
      total: records.length,
      records: records.slice(records.length / 2),
      next: null,
    }
  }
  const nothing = { mode: 'snapshot', total: 0, records: [], cleared: [], next: null }
  return day === 'empty' ? { ...page, ...nothing } : page
}

function bytesOf(body: object): Buffer {
  return Buffer.from(JSON.stringify(body))
}
