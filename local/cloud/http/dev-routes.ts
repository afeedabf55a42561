import * as v from 'valibot'
import type { Clock } from '../clock'
import type { Timers } from '../functions/timers'
import type { Stats } from '../stats'
import { callReply } from './call-routes'
import { bodyOf } from './dev-body'
import type { EventStreams } from './event-streams'
import { sendJson } from './exchange'
import type { Route } from './route'

export interface DevServices {
  clock: Clock
  timers: Timers
  stats: Stats
  events: EventStreams
}

const clockMove = v.object({ now: v.string() })

/** What tests and the desktop panel use, and the real cloud does not have. */
export function devRoutes({ clock, timers, stats, events }: DevServices): Route[] {
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
      path: /^\/dev\/events$/,
      handle({ response }) {
        events.add(response)
      },
    },
  ]
}
