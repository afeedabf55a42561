import { cloud } from './cloud'
import type { Template } from './template-variable'

/** A one-time subscription message (订阅消息); texts longer than WeChat allows are cut. */
export interface SubscriptionMessage {
  openid: string
  template: Template
  page: string
  /** 事项 */
  subject: string
  /** 进度 */
  progress: string
  /** 时间, `2022年6月10日 09:12` */
  time: string
}

/** What became of a send: it went; the person does not want it or is gone; or WeChat failed. */
export type SendResult = { sent: true } | { sent: false; again: boolean; error: string }

/** The most that WeChat takes in a `thing` field. */
const THING_MOST = 20

/**
 * The person has no subscription left (43101) or the account is none of this mini program's (40003):
 * trying again changes nothing. Anything else may be over in a minute.
 */
const FINAL = new Set([43101, 40003])

interface OpenApi {
  subscribeMessage: { send(message: object): Promise<unknown> }
}

export async function sendSubscription(message: SubscriptionMessage): Promise<SendResult> {
  const { openid, template, page, subject, progress, time } = message
  const { fields } = template
  const { subscribeMessage } = cloud.openapi as unknown as OpenApi
  try {
    await subscribeMessage.send({
      touser: openid,
      templateId: template.id,
      page: page.replace(/^\//, ''),
      data: {
        [fields.subject]: { value: cut(subject) },
        [fields.progress]: { value: cut(progress) },
        [fields.time]: { value: time },
      },
    })
    return { sent: true }
  } catch (error) {
    const { errCode, code } = Object(error) as { errCode?: unknown; code?: unknown }
    const number = Number(errCode ?? code)
    return {
      sent: false,
      again: !FINAL.has(number),
      error: `WeChat answered ${String(errCode ?? code)}`,
    }
  }
}

function cut(text: string): string {
  const letters = Array.from(text)
  return letters.length > THING_MOST ? `${letters.slice(0, THING_MOST - 1).join('')}…` : text
}
