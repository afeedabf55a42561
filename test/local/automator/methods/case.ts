import type MiniProgram from 'miniprogram-automator/out/MiniProgram'
import type Element from 'miniprogram-automator/out/Element'
import type Page from 'miniprogram-automator/out/Page'

/** What one request does, tried with the real client on the fixture's first page. */
export type Case = (held: { mp: MiniProgram; page: Page }) => Promise<void>

export type Cases = Record<string, Case>

/** An element that is there, with the methods of its own kind. */
export async function one<Kind extends Element = Element>(
  owner: Pick<Element, '$'>,
  selector: string,
): Promise<Kind> {
  const found = await owner.$(selector)
  if (!found) throw new Error(`没有 ${selector}`)
  return found as Kind
}
