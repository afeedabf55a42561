import * as v from 'valibot'
import type { Clock } from '../clock'
import type { Timers } from '../functions/timers'
import type { Messages } from '../messages'
import type { Stats } from '../stats'
import { callReply } from './call-routes'
import type { EventStreams } from './event-streams'
import { readJson, sendJson } from './exchange'
import type { Exchange, Route } from './route'

export interface DevServices {
  clock: Clock
  timers: Timers
  messages: Messages
  stats: Stats
  events: EventStreams
}

const clockMove = v.object({ now: v.string() })
const refusal = v.object({ openid: v.string(), templateId: v.optional(v.string()) })

/** What tests and the desktop panel use, and the real cloud does not have. */
export function devRoutes({ clock, timers, messages, stats, events }: DevServices): Route[] {
  const time = () => ({ now: clock.now().toISOString() })
  return [
    {
      method: 'GET',
      path: /^\/dev\/clock$/,
      handle({ response }) {
        sendJson(response, 200, time())
      },
    },
    {
      method: 'POST',
      path: /^\/dev\/clock$/,
      async handle(exchange) {
        const move = await bodyOf(exchange, clockMove, '请写 {"now": "带时区的 ISO 时刻"}。')
        if (!move) return
        try {
          clock.set(move.now)
          sendJson(exchange.response, 200, time())
        } catch (error) {
          if (!(error instanceof RangeError)) throw error
          sendJson(exchange.response, 400, { error: error.message })
        }
      },
    },
    {
      method: 'POST',
      path: /^\/dev\/timer\/([\w-]+)$/,
      async handle({ response, parameter }) {
        sendJson(response, 200, await callReply(() => timers.fire(parameter)))
      },
    },
    {
      method: 'GET',
      path: /^\/dev\/stats$/,
      handle({ response }) {
        sendJson(response, 200, stats.take())
      },
    },
    {
      method: 'GET',
      path: /^\/dev\/messages$/,
      handle({ response }) {
        sendJson(response, 200, messages.list())
      },
    },
    {
      method: 'POST',
      path: /^\/dev\/messages\/refuse$/,
      async handle(exchange) {
        const wanted = await bodyOf(exchange, refusal, '请写 {"openid": …, "templateId": …}。')
        if (!wanted) return
        const { openid, templateId } = wanted
        messages.refuseNext({ openid, ...(templateId ? { templateId } : {}) })
        sendJson(exchange.response, 200, {})
      },
    },
    {
      method: 'GET',
      path: /^\/dev\/events$/,
      handle({ response }) {
        events.add(response)
      },
    },
  ]
}

/** The JSON body; when it is not as it should be, answers 400 with `hint` and gives undefined. */
async function bodyOf<T>(
  { request, response }: Exchange,
  schema: v.GenericSchema<unknown, T>,
  hint: string,
): Promise<T | undefined> {
  const body = await readJson(request).catch(() => undefined)
  const result = v.safeParse(schema, body)
  if (result.success) return result.output
  sendJson(response, 400, { error: `请求内容看不懂：${hint}` })
  return undefined
}
