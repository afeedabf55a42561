import { askToSubscribe } from '../overlays/subscribe'
import { isTapTurn } from '../tap-turn'
import { api, ApiFailure } from './api'
import type { Apis, WxContext } from './context'

type Choice = 'accept' | 'reject'

/** Titles by template id; null when none are declared, so that any id is good. */
type Templates = Record<string, string> | null

const ADDRESS = '/dev/subscriptions'

/**
 * `wx.requestSubscribeMessage` for one-time templates.
 * https://developers.weixin.qq.com/miniprogram/dev/api/open-api/subscribe-message/wx.requestSubscribeMessage.html
 */
export function subscriptionApis({ settings: { openid } }: WxContext): Apis {
  const request = async ({ tmplIds }: { tmplIds?: unknown }): Promise<object> => {
    const ids = checked(tmplIds)
    if (!isTapTurn()) throw new ApiFailure('can only be invoked by user TAP gesture.')
    const titles = titlesOf(ids, await readTemplates())
    const choices = await choose(openid, titles)
    for (const [id, choice] of choices) if (choice === 'accept') await tellWeChat(openid, id)
    const filtered = ids.filter((id) => !titles.has(id)).map((id) => [id, 'filter'])
    return Object.fromEntries([...choices, ...filtered]) as object
  }
  return { requestSubscribeMessage: api('requestSubscribeMessage', request) }
}

function checked(tmplIds: unknown): string[] {
  if (!Array.isArray(tmplIds)) throw failure(10004, 'tmplIds should be an array')
  const ids = tmplIds as unknown[]
  if (ids.length === 0) throw failure(10001, "TmplIds can't be empty")
  if (ids.length > 3) throw failure(20003, 'Templates count out of max bounds')
  return ids.map(String)
}

/** Of templates with one title only the first is asked for. */
function titlesOf(ids: string[], templates: Templates): Map<string, string> {
  const titles = new Map<string, string>()
  for (const id of ids) {
    const title = templates ? templates[id] : id
    if (title === undefined) {
      throw failure(20001, 'No template data return, verify the template id exist')
    }
    if (![...titles.values()].includes(title)) titles.set(id, title)
  }
  return titles
}

/** Asks for what was not answered for good before. */
async function choose(openid: string, titles: Map<string, string>): Promise<Map<string, Choice>> {
  const kept = readKept(openid)
  const offered = [...titles].filter(([id]) => !kept[id]).map(([id, title]) => ({ id, title }))
  const answer = offered.length > 0 ? await askToSubscribe(offered) : undefined
  const choices = new Map<string, Choice>()
  for (const id of titles.keys()) {
    choices.set(id, kept[id] ?? (answer?.allowed.includes(id) ? 'accept' : 'reject'))
  }
  const all = { ...kept, ...Object.fromEntries(choices) }
  if (answer?.isKept) localStorage.setItem(keyOf(openid), JSON.stringify(all))
  return choices
}

async function readTemplates(): Promise<Templates> {
  const { templates } = (await ask(ADDRESS, {}, 10002)) as { templates: Templates }
  return templates
}

async function tellWeChat(openid: string, templateId: string): Promise<void> {
  const body = JSON.stringify({ openid, templateId })
  await ask(ADDRESS, { method: 'POST', body }, 10003)
}

/** @param errCode WeChat's code for when the network is away */
async function ask(address: string, init: RequestInit, errCode: number): Promise<unknown> {
  try {
    const response = await fetch(address, init)
    return await response.json()
  } catch {
    throw failure(errCode, 'network error')
  }
}

function failure(errCode: number, text: string): ApiFailure {
  return new ApiFailure(text, { errCode })
}

function readKept(openid: string): Partial<Record<string, Choice>> {
  return JSON.parse(localStorage.getItem(keyOf(openid)) ?? '{}') as Record<string, Choice>
}

/** Apart from the mini program's own storage, which it can clear. */
function keyOf(openid: string): string {
  return `phone-subscriptions:${openid}`
}
