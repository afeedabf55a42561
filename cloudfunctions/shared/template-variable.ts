/** A subscription message template (订阅消息, one-time) as it was picked in the console of the mini program. */
export interface Template {
  id: string
  fields: TemplateFields
}

/** Which of its fields holds what: WeChat numbers them, differently in each template. */
export interface TemplateFields {
  /** 事项 */
  subject: string
  /** 进度 */
  progress: string
  /** 时间 */
  time: string
}

const USUAL: TemplateFields = { subject: 'thing1', progress: 'thing2', time: 'time3' }

/**
 * A template in the environment.
 * @param name the variable: `TEMPLATE_RESULT`
 * @param text `<id>:<subject>,<progress>,<time>` with its own field names, or `<id>` alone for one with
 *   `thing1`, `thing2` and `time3`. Subject and progress are `thing` (20 characters of any kind).
 * @throws Error with a sentence that names the variable
 */
export function parseTemplate(name: string, text: string): Template {
  const [, id, fields] = /^([\w-]+)(?::(.*))?$/.exec(text.trim()) ?? []
  if (!id) throw wrong(name)
  if (fields === undefined) return { id, fields: USUAL }
  const kinds = /^(thing\d{1,2}),(thing\d{1,2}),((?:time|date)\d{1,2})$/
  const [, subject, progress, time] = kinds.exec(fields.replace(/\s/g, '')) ?? []
  if (!subject || !progress || !time || subject === progress) throw wrong(name)
  return { id, fields: { subject, progress, time } }
}

function wrong(name: string): Error {
  return new Error(
    `${name} 写得不对，应为「模板号」或「模板号:事项字段,进度字段,时间字段」，例如 AbC_123:thing1,thing4,time2；事项和进度用 thing 字段，时间用 time 或 date 字段。`,
  )
}
