import { component } from 'glass-easel-miniprogram-adapter'
import type { GeneralComponent } from 'glass-easel'

export interface SetDataBytes {
  /** The first `setData` of the page itself. */
  first: number
  /** All `setData` of the page and its components. */
  total: number
  max: number
  count: number
}

export type SetDataMeter = Record<string, SetDataBytes>

type Data = Record<string, unknown>

/**
 * In WeChat `setData` crosses to another thread as JSON. Here there is one thread, so that we make the
 * copy ourselves, with what gets lost on the way, and count its bytes.
 */
export function cloneSetData(meter: SetDataMeter): void {
  const prototype = component.ComponentCaller.prototype
  const apply = prototype.setData as (data: Data, callback?: () => void) => void
  prototype.setData = function (data: Data, callback?: () => void): void {
    const json = JSON.stringify(withoutUndefined(this.is, data))
    count(meter, this._$ as GeneralComponent, new TextEncoder().encode(json).length)
    apply.call(this, JSON.parse(json) as Data, callback)
  }
}

function withoutUndefined(path: string, data: Data): Data {
  for (const [field, value] of Object.entries(data)) {
    if (value !== undefined) continue
    const message = `${path} 的 setData：字段 "${field}" 是 undefined，微信不会写入它`
    if (path.includes('miniprogram_npm/')) console.warn(message)
    else console.error(message)
  }
  return data
}

function count(meter: SetDataMeter, node: GeneralComponent, bytes: number): void {
  const page = pageOf(node)
  const counted = (meter[page.is] ??= { first: 0, total: 0, max: 0, count: 0 })
  if (page === node && counted.first === 0) counted.first = bytes
  counted.total += bytes
  counted.max = Math.max(counted.max, bytes)
  counted.count += 1
}

function pageOf(node: GeneralComponent): GeneralComponent {
  let host = node
  while (host.ownerShadowRoot) host = host.ownerShadowRoot.getHostNode()
  return host
}
