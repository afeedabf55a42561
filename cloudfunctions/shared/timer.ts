import type { Answer } from '../../domain/api'
import { callerOpenid, callerSource } from './store'

type Timed<Report> = () => Promise<Answer<Report>>

/** A function that only its timer starts; a call from a phone is refused. */
export function onTimer<Report>(work: () => Promise<Report>): Timed<Report> {
  return async () => {
    if (!isTimer()) {
      const message = '这个任务只由定时器启动，不能从小程序里调用。'
      return { ok: false, error: { code: 'FORBIDDEN', message } }
    }
    return { ok: true, data: await work() }
  }
}

/** A function that serves calls, and does some work of its own when its timer starts it. */
export function callsAndTimer<Event, Report>(
  calls: (event: Event) => Promise<Answer<unknown>>,
  work: () => Promise<Report>,
) {
  const timed = onTimer(work)
  return (event: Event): Promise<Answer<unknown>> => (isTimer() ? timed() : calls(event))
}

/** As the platform vouches for it: a phone cannot say that it is a timer. */
function isTimer(): boolean {
  return callerOpenid() === undefined && callerSource() === 'wx_trigger'
}
