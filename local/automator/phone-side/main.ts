import type {
  Handlers,
  OfElement,
  PhoneRequests,
  PhoneSideCall,
  Reply,
  Touching,
} from '../protocol'
import { actingHandlers } from './acting'
import { aim, aimTouch } from './aim'
import { elementHandlers } from './elements'
import { eventsDelivered, reportEvents } from './events'
import { nativeHandlers } from './native'
import { pageHandlers } from './pages'
import { wxHandlers } from './wx'

const handlers: Handlers<PhoneRequests> = {
  ...wxHandlers,
  ...nativeHandlers,
  ...pageHandlers,
  ...elementHandlers,
  ...actingHandlers,
}

/** What the bridge calls in the phone's page; each answers a reply as JSON. */
const automator: Record<PhoneSideCall, (...given: never[]) => Promise<string>> = {
  call: (method: string, params: never) => reply(() => answer(method, params)),
  aim: (params: OfElement) => reply(() => aim(params)),
  aimTouch: (params: OfElement & Touching) => reply(() => aimTouch(params)),
}

function answer(method: string, params: never): unknown {
  const handler = (handlers as Record<string, ((params: never) => unknown) | undefined>)[method]
  if (!handler) throw new Error(`miniprogram-automator 没有 ${method}`)
  return handler(params)
}

async function reply(run: () => unknown): Promise<string> {
  const json = await settle(run)
  await eventsDelivered()
  return json
}

async function settle(run: () => unknown): Promise<string> {
  try {
    return JSON.stringify({ result: (await run()) ?? {} } satisfies Reply)
  } catch (error) {
    const message = error instanceof Error ? error.message : JSON.stringify(error)
    return JSON.stringify({ error: { message } } satisfies Reply)
  }
}

reportEvents()
Object.assign(globalThis, { __automator: automator })
