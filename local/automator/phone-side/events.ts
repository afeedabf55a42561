import type { AutomatorEvent } from '../protocol'
import { toPlain, toText } from './json'

/** The binding through which the bridge hears of events. */
const { __tellAutomator: tell } = globalThis as unknown as {
  __tellAutomator(event: AutomatorEvent): Promise<void>
}

const underWay = new Set<Promise<void>>()

export function send(method: AutomatorEvent['method'], params: object): void {
  const sent = tell({ method, params }).finally(() => underWay.delete(sent))
  underWay.add(sent)
}

/** Whoever has an answer has also heard of what happened before it. */
export async function eventsDelivered(): Promise<void> {
  await Promise.all(underWay)
}

/** Must run before the phone's own script, which puts itself around `console.error`. */
export function reportEvents(): void {
  for (const type of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    const print = console[type].bind(console)
    console[type] = (...args: unknown[]) => {
      print(...args)
      send('App.logAdded', { type, args: args.map(toPlain) })
    }
  }
  addEventListener('error', ({ error, message }) => reportException(error ?? message))
  addEventListener('unhandledrejection', ({ reason }) => reportException(reason))
}

function reportException(thrown: unknown): void {
  const isError = thrown instanceof Error
  const message = isError ? thrown.message : toText(toPlain(thrown))
  send('App.exceptionThrown', { message, stack: isError ? (thrown.stack ?? '') : '' })
}
