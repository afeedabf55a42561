import type { HeldPhone } from './held-phone'
import type { HandRequests, Handlers } from './protocol'

interface Point {
  x: number
  y: number
}

/** What is done to a phone from outside: pressing, taking its picture, putting it away. */
export function handHandlers(phone: HeldPhone): Handlers<HandRequests> {
  const inTurn = oneAtATime()
  const { mouse } = phone
  const touch = (params: object, act: (point: Point) => Promise<void>): Promise<void> =>
    inTurn(async () => act((await phone.ask('aimTouch', params)) as Point))
  return {
    'Tool.close': () => undefined,
    'App.exit': () => phone.putAway(),
    // The mailbox has taken note.
    'App.enableLog': () => undefined,
    'App.captureScreenshot': async () => ({ data: await phone.screenshot() }),
    'Element.tap': (params) =>
      inTurn(async () => {
        const { x, y } = (await phone.ask('aim', params)) as Point
        await mouse.click(x, y)
      }),
    'Element.touchstart': (params) =>
      touch(params, async ({ x, y }) => {
        await mouse.move(x, y)
        await mouse.down()
      }),
    'Element.touchmove': (params) => touch(params, ({ x, y }) => mouse.move(x, y)),
    'Element.touchend': (params) =>
      touch(params, async ({ x, y }) => {
        await mouse.move(x, y)
        await mouse.up()
      }),
  }
}

/** A phone has one mouse; two taps that are asked for together come one after the other. */
function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(act: () => Promise<T>): Promise<T> => {
    const done = last.then(act)
    last = done.catch(() => undefined)
    return done
  }
}
