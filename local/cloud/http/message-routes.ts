import * as v from 'valibot'
import type { Messages } from '../messages'
import { bodyOf } from './dev-body'
import { sendJson } from './exchange'
import type { Route } from './route'

const times = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1)
const acceptance = v.object({ openid: v.string(), templateId: v.string(), times })
const failure = v.object({ errcode: v.number(), errmsg: v.optional(v.string()), times })

/** Subscription messages: what was sent, who allowed what, and WeChat's troubles. */
export const messageRoutes = (messages: Messages): Route[] => [
  {
    method: 'GET',
    path: /^\/dev\/messages$/,
    handle({ response }) {
      sendJson(response, 200, messages.list())
    },
  },
  {
    method: 'POST',
    path: /^\/dev\/messages\/fail$/,
    async handle(exchange) {
      const wanted = await bodyOf(exchange, failure, '请写 {"errcode": 45009, "times": 1}。')
      if (!wanted) return
      messages.failNext(wanted, wanted.times)
      sendJson(exchange.response, 200, {})
    },
  },
  {
    method: 'GET',
    path: /^\/dev\/subscriptions$/,
    handle({ response }) {
      const { templates = null } = messages
      sendJson(response, 200, { templates, accepted: messages.accepted() })
    },
  },
  {
    method: 'POST',
    path: /^\/dev\/subscriptions$/,
    async handle(exchange) {
      const hint = '请写 {"openid": …, "templateId": …, "times": 1}。'
      const allowed = await bodyOf(exchange, acceptance, hint)
      if (!allowed) return
      messages.accept(allowed.openid, allowed.templateId, allowed.times)
      sendJson(exchange.response, 200, {})
    },
  },
]
