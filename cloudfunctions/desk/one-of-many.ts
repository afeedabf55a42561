import { ClearanceError } from '../../domain/errors'
import { log } from '../shared/log'

/**
 * What stands for one of many that was not done: its refusal, or a sentence of ours while the log has
 * what went wrong. The others go on.
 */
export function notDone(error: unknown): {
  ok: false
  message: string
  fields?: Record<string, string>
} {
  if (error instanceof ClearanceError) {
    const { message, fields } = error
    return { ok: false, message, ...(fields && { fields }) }
  }
  log('error', { function: 'desk', error: error instanceof Error ? error.stack : 'unknown' })
  return { ok: false, message: '服务暂时没有答复，这一个没有办成。请过一会儿再试。' }
}

/**
 * The same whether it is not there or not in scope.
 * @param what 这份申请, 这位同学
 */
export function notYours(what: string): ClearanceError {
  const message = `${what}不在你负责的范围内，需要的话请联系管理员。`
  return new ClearanceError({ code: 'FORBIDDEN', message })
}
