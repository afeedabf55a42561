import type { Runner } from '../functions/runner'
import type { Actions } from './actions'

/** `cloud.callFunction` from a function: the callee sees the same person, and one more `scf`. */
export function functionActions(runner: Runner): Actions {
  return {
    async 'functions.invokeFunction'({ function_name, request_data, wxCloudApiToken }) {
      const caller = runner.running(wxCloudApiToken)?.caller ?? {}
      const data: unknown = typeof request_data === 'string' ? JSON.parse(request_data || '{}') : {}
      const result = await runner.invoke(String(function_name), data, {
        ...caller,
        source: [caller.source ?? 'wx_client', 'scf'].join(),
      })
      return { data: { response_data: JSON.stringify(result) } }
    },
  }
}
