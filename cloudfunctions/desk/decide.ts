import type { Input, Output } from '../../domain/api'
import type { Call } from '../shared/gate'
import { decideEach } from './each'

const ACTION = 'desk.decide'

/** 同意、退回……: one step for one request or for many, from the versions that the caller has seen. */
export async function decide(
  { decisions, transition, note, input, requestId }: Input<typeof ACTION>,
  call: Call,
): Promise<Output<typeof ACTION>> {
  const steps = decisions.map(({ id, version }) => ({
    id,
    move: { transition, version, note, input },
  }))
  return decideEach(steps, { requestId, action: ACTION }, call)
}
