import type { ActionName, Input, Output } from '../../domain/api'
import { ClearanceError } from '../../domain/errors'
import { call } from './call'
import { forgetCertificate } from './certificate'
import { DRAFT } from './drafts'

const ANSWER = 'answer:'

export interface Recalled<Data> {
  data: Data
  /** Whether this is an earlier answer, kept on the phone, because no new one could be had. */
  kept: boolean
}

/**
 * Asks the cloud and keeps the answer on the phone; without an answer gives the last one kept.
 * @throws ClearanceError when the call is refused, or there is neither an answer nor a kept one
 */
export async function callOrRecall<Name extends ActionName>(
  name: Name,
  input: Input<Name>,
): Promise<Recalled<Output<Name>>> {
  const key = `${ANSWER}${name}:${JSON.stringify(input)}`
  try {
    const data = await call(name, input)
    wx.setStorageSync(key, data)
    return { data, kept: false }
  } catch (error) {
    const refused = !(error instanceof ClearanceError) || error.code !== 'UNAVAILABLE'
    if (refused) wx.removeStorageSync(key)
    const last = refused ? '' : wx.getStorageSync<Output<Name> | ''>(key)
    if (last === '') throw error
    return { data: last, kept: true }
  }
}

/** Of this person; goes with their answers. */
const HOME = `${ANSWER}home`

/** Where the person belongs, so that an opened app takes them there without a network, too. */
export function keepHome(url: string): void {
  wx.setStorageSync(HOME, url)
}

/** Empty while nothing is known. */
export function keptHome(): string {
  return wx.getStorageSync<string>(HOME)
}

/** Takes every kept answer, every draft and the printed sheet off the phone, when it is no longer this person's. */
export function forgetPerson(): void {
  forgetCertificate()
  for (const key of wx.getStorageInfoSync().keys) {
    if (key.startsWith(ANSWER) || key.startsWith(DRAFT)) wx.removeStorageSync(key)
  }
}
