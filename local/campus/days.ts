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

/** What a system says of one student; `student` where it has found them. */
export interface CampusAnswer {
  asOf: string
  student?: string
  total: number
  records: unknown[]
}

/** A page of what it says of everybody. */
export interface CampusPage extends CampusAnswer {
  mode: 'snapshot' | 'delta'
  cleared: string[]
  next: number | null
  cursor: string
}

/** Answers as a system does on such a day. */
export async function answerOn(
  day: Day,
  response: ServerResponse,
  answer: CampusAnswer,
): Promise<void> {
  if (day === 'slow') await pause(SLOW_MS, undefined, { ref: false })
  const status = day === 'errors' ? 500 : 200
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
  response.end(
    day === 'encoding' ? Buffer.concat([GBK, bytesOf(answer)]) : bytesOf(onDay(day, answer)),
  )
}

function onDay(day: Day, answer: CampusAnswer): object {
  const { asOf, records } = answer
  if (day === 'errors') return { error: 'internal server error' }
  if (day === 'half') {
    return {
      ...answer,
      total: records.length,
      records: records.slice(records.length / 2),
      next: null,
    }
  }
  // It finds nobody, also not the student whom it is asked about.
  const nothing = { asOf, mode: 'snapshot', total: 0, records: [], next: null }
  return day === 'empty' ? nothing : answer
}

function bytesOf(body: object): Buffer {
  return Buffer.from(JSON.stringify(body))
}
