import { required } from './environment'
import { parseTemplate } from './template-variable'

/** The account's own message templates. Loading this file with a wrong variable refuses to start. */
export const templates = {
  /** 办理结果通知, to students. */
  result: parseTemplate('TEMPLATE_RESULT', required('TEMPLATE_RESULT')),
  /** 待办提醒, to staff. */
  turn: parseTemplate('TEMPLATE_TURN', required('TEMPLATE_TURN')),
}
