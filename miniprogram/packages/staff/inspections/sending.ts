import type { DecisionsAnswer } from '../../../../domain/procedures/answers'
import { ClearanceError } from '../../../../domain/errors'
import { call } from '../../../services/call'
import { attemptFor, NO_ATTEMPT } from '../../../services/request-id'
import { toFailure } from '../../../services/failure'
import type { Texts } from '../../../services/submission'
import { toFindings } from './checking'
import { drop, keep, keptDrafts, type KeptDraft } from './kept'
import { forgetPhotos, uploadPhotos } from './photos'

/** What became of an inspection that was handed in. */
export type Delivery = { kept: KeptDraft } & (
  | { kind: 'answered'; results: DecisionsAnswer['results'] }
  /** It stays on the phone and is sent again by itself, under the same id. */
  | { kind: 'waiting' }
  /** It stays on the phone and has to be put right. */
  | { kind: 'refused'; message: string; errors: Texts }
)

type Listener = (delivery: Delivery) => void

const listeners = new Map<object, Listener>()
const underWay = new Set<string>()
let watching = false

/** Hands an inspection in: it is kept as such first, then photos go up, then the findings. */
export async function handIn({ name, draft }: KeptDraft): Promise<Delivery | null> {
  if (underWay.has(name)) return null
  underWay.add(name)
  try {
    return await deliver({ name, draft: { ...draft, waiting: true } })
  } finally {
    underWay.delete(name)
  }
}

async function deliver(handedIn: KeptDraft): Promise<Delivery> {
  let kept = handedIn
  const put = (change: Partial<KeptDraft['draft']>): void => {
    kept = { ...kept, draft: { ...kept.draft, ...change } }
    keep(kept)
  }
  put({})
  try {
    await uploadPhotos(kept.draft.photos, (photos) => put({ photos }))
    const findings = toFindings(kept.draft)
    put({ attempt: await attemptFor(JSON.stringify(findings), kept.draft.attempt) })
    const { requestId } = kept.draft.attempt
    const { results } = await call('desk.inspect', { ...findings, requestId })
    drop(kept)
    forgetPhotos(kept.draft.photos)
    return { kind: 'answered', kept, results }
  } catch (error) {
    if (error instanceof ClearanceError && error.code === 'UNAVAILABLE') {
      return { kind: 'waiting', kept }
    }
    put({ waiting: false, attempt: NO_ATTEMPT })
    const { fields: errors = {} } = error instanceof ClearanceError ? error : {}
    return { kind: 'refused', kept, message: toFailure(error).message, errors }
  }
}

/** Sends again what was handed in and has no answer. */
export async function sendWaiting(): Promise<void> {
  for (const kept of keptDrafts()) {
    if (!kept.draft.waiting) continue
    const delivery = await handIn(kept)
    if (delivery) for (const listener of [...listeners.values()]) listener(delivery)
  }
}

/** From now on what waits is sent again as soon as the phone has a network; and once right away. */
export function watchNetwork(): void {
  if (!watching) {
    watching = true
    wx.onNetworkStatusChange(({ isConnected }) => {
      if (isConnected) void sendWaiting()
    })
  }
  void sendWaiting()
}

/** Tells a component of what was sent again, until `forgetDeliveries`. */
export function onDelivery(owner: object, listener: Listener): void {
  listeners.set(owner, listener)
}

export function forgetDeliveries(owner: object): void {
  listeners.delete(owner)
}
