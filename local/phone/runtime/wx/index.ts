import { unsupported } from '../trouble'
import { canvasApis } from './canvas'
import { choosingApis } from './choosing'
import { cloudApis } from './cloud'
import { cloudStorageApis } from './cloud-storage'
import type { Apis, WxContext } from './context'
import { deviceApis } from './device'
import { documentApis } from './documents'
import { downloadApis } from './download'
import { eventApis } from './events'
import { fileApis } from './file-system'
import { feedbackApis } from './feedback'
import { handOverApis } from './hand-over'
import { leavingApis } from './leaving'
import { navigationApis, pullDownApis, scrollApis } from './navigation'
import { navigationBarApis } from './navigation-bar'
import { pictureApis } from './pictures'
import { privacyApis } from './privacy'
import { queryApis } from './query'
import { randomApis } from './random'
import { scanningApis } from './scanning'
import { screenApis } from './screen'
import { storageApis } from './storage'
import { subscriptionApis } from './subscriptions'

/**
 * Fills the `wx` that the mini program already holds. Its methods can be replaced, as a test does;
 * one that is missing is said by name and stays `undefined`, so that `wx.x?.()` and `canIUse` work.
 */
export function installWx(wx: Apis, context: WxContext): void {
  Object.assign(wx, {
    ...navigationApis(context),
    ...pullDownApis(context),
    ...scrollApis(context),
    ...navigationBarApis(context),
    ...feedbackApis(),
    ...handOverApis(),
    ...storageApis(context),
    ...deviceApis(context),
    ...eventApis(context),
    ...queryApis(context),
    ...privacyApis(context),
    ...fileApis(failByName),
    ...downloadApis(),
    ...documentApis(),
    ...leavingApis(context),
    ...choosingApis(),
    ...pictureApis(),
    ...canvasApis(),
    ...scanningApis(),
    ...screenApis(),
    ...subscriptionApis(context),
    ...randomApis(),
    cloud: failByName('wx.cloud', { ...cloudApis(context), ...cloudStorageApis() }),
    canIUse: (schema: string) => (schema.split('.')[0] ?? '') in wx,
  })
}

export function failByName(owner: string, apis: Apis): Apis {
  return new Proxy(apis, {
    get(target, name) {
      if (typeof name === 'string' && !(name in target)) unsupported(`${owner}.${name}`)
      return Reflect.get(target, name) as unknown
    },
  })
}
