import { required } from './environment'

/**
 * The account's own subscription message templates (订阅消息, one-time), as they were applied for in the
 * console of the mini program: each has the fields `thing1` (事项), `thing2` (进度) and `time3` (时间).
 */
export const templates = {
  /** 办理结果通知, to students. */
  result: required('TEMPLATE_RESULT'),
  /** 待办提醒, to staff. */
  turn: required('TEMPLATE_TURN'),
}
