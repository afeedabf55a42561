import * as v from 'valibot'
import { readJson, sendJson } from './exchange'
import type { Exchange } from './route'

/** The JSON body; when it is not as it should be, answers 400 with `hint` and gives undefined. */
export async function bodyOf<T>(
  { request, response }: Exchange,
  schema: v.GenericSchema<unknown, T>,
  hint: string,
): Promise<T | undefined> {
  const body = await readJson(request).catch(() => undefined)
  const result = v.safeParse(schema, body)
  if (result.success) return result.output
  sendJson(response, 400, { error: `请求内容看不懂：${hint}` })
  return undefined
}
