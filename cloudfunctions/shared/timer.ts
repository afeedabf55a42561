import type { Answer } from '../../domain/api'
import { callerOpenid, callerSource } from './store'

/** A function that only its timer starts; a call from a phone is refused. */
export function onTimer<Report>(work: () => Promise<Report>) {
  return async (): Promise<Answer<Report>> => {
    if (callerOpenid() !== undefined || callerSource() !== 'wx_trigger') {
      const message = '这个任务只由定时器启动，不能从小程序里调用。'
      return { ok: false, error: { code: 'FORBIDDEN', message } }
    }
    return { ok: true, data: await work() }
  }
}
