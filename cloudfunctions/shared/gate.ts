import * as v from 'valibot'
import {
  api,
  type ActionOf,
  type Answer,
  type FunctionName,
  type Input,
  type Output,
} from '../../domain/api'
import { ClearanceError, type Refusal } from '../../domain/errors'
import { log } from './log'

/** The use cases of one function, one for each of its actions in the contract. */
export type UseCases<Name extends FunctionName> = {
  [Action in ActionOf<Name>]: (input: Input<Action>) => Promise<Output<Action>>
}

interface CallEvent {
  action?: unknown
  input?: unknown
}

/**
 * The one gate in front of every function: a known action → valid input → the use case → an answer.
 * Whatever goes wrong inside, the caller gets a refusal with a sentence, never a stack.
 */
export function serve<Name extends FunctionName>(name: Name, useCases: UseCases<Name>) {
  return async (event: CallEvent): Promise<Answer<unknown>> => {
    const action = `${name}.${String(event.action)}`
    try {
      if (!isActionOf(action, useCases)) throw unknownAction()
      const run = useCases[action] as (input: unknown) => Promise<unknown>
      return { ok: true, data: await run(validInput(action, event.input)) }
    } catch (error) {
      return { ok: false, error: toRefusal(error, name) }
    }
  }
}

function isActionOf<Name extends FunctionName>(
  action: string,
  useCases: UseCases<Name>,
): action is ActionOf<Name> {
  return Object.hasOwn(useCases, action)
}

function unknownAction(): ClearanceError {
  return new ClearanceError({
    code: 'NOT_FOUND',
    message: '小程序的版本和服务器不一致，请关闭小程序后重新打开。',
  })
}

function validInput(action: keyof typeof api, input: unknown): unknown {
  const result = v.safeParse(api[action].input, input ?? {})
  if (result.success) return result.output
  const fields: Record<string, string> = {}
  for (const issue of result.issues) fields[v.getDotPath(issue) ?? ''] ??= issue.message
  throw new ClearanceError({ code: 'INVALID', message: result.issues[0].message, fields })
}

function toRefusal(error: unknown, functionName: FunctionName): Refusal {
  if (error instanceof ClearanceError) {
    const { code, message, fields } = error
    log('info', { function: functionName, refused: code })
    return { code, message, ...(fields && { fields }) }
  }
  const trace = error instanceof Error ? error.stack : String(error)
  log('error', { function: functionName, error: trace })
  return { code: 'UNAVAILABLE', message: '服务暂时没有答复，已经记下来了。请过一会儿再试。' }
}
