// @ts-check
/**
 * One instance of a cloud function: a thread with its own environment, one invocation at a time.
 * Plain JavaScript, so that it starts without a compiler.
 *
 * @typedef {{ event: object, context: object, environment: Record<string, string>, clockOffset: number }} Invocation
 */
import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'

if (!parentPort) throw new Error('worker.mjs runs as a worker thread only')
const port = parentPort

let clockOffset = workerData.clockOffset
const RealDate = Date
const realNow = Date.now
RealDate.now = () => realNow() + clockOffset

/** `Date` as the function sees it: the cloud's clock. A proxy, so that `instanceof` keeps working. */
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length ? args : [target.now()], newTarget),
  apply: (target) => new target(target.now()).toString(),
})
RealDate.prototype.constructor = globalThis.Date

const load = createRequire(workerData.entry)
const main = load(workerData.entry).main
if (typeof main !== 'function') throw new Error(`${workerData.entry} exports no function "main"`)

/** @type {string[]} */
let lent = []

/** @param {Invocation} invocation */
async function answer({ event, context, environment, clockOffset: offset }) {
  clockOffset = offset
  for (const name of lent) Reflect.deleteProperty(process.env, name)
  lent = Object.keys(environment)
  Object.assign(process.env, environment)
  try {
    const value = await main(event, context)
    port.postMessage({ ok: true, value: JSON.stringify(value ?? null) })
  } catch (error) {
    const message = error instanceof Error ? error.stack : String(error)
    port.postMessage({ ok: false, message })
  }
}

port.on('message', answer)
port.postMessage('ready')
