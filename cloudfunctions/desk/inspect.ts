import type { Input, Output } from '../../domain/api'
import { ClearanceError } from '../../domain/errors'
import { partsOf } from '../../domain/procedures/damages'
import type { Call } from '../shared/gate'
import { decideEach, requestsOf } from './each'

const ACTION = 'desk.inspect'

/**
 * One look at a room, recorded for everybody who leaves it: each gets their part of the damages, their
 * keys, and a result of their own.
 * @throws ClearanceError `INVALID` when they do not share a room, or a damage is put on somebody else
 */
export async function inspect(
  { rows, checklist, damages, photos, remarks, requestId }: Input<typeof ACTION>,
  call: Call,
): Promise<Output<typeof ACTION>> {
  const ids = rows.map(({ id }) => id)
  if (damages.some((damage) => damage.ids.some((id) => !ids.includes(id)))) {
    throw wrong('damages', '损坏只能由这次检查的同学承担，请重新选择。')
  }
  await checkSameRoom(ids)
  const decisions = rows.map(({ id, version, result, keysReturned }) => {
    const input = { checklist, damages: partsOf(id, damages), keysReturned, photos, remarks }
    return { id, move: { transition: result, version, note: '', input } }
  })
  return decideEach(decisions, { requestId, action: ACTION }, call)
}

async function checkSameRoom(ids: string[]): Promise<void> {
  const found = await requestsOf(ids)
  const rooms = new Set(found.map(({ student }) => `${student.building} ${student.room}`))
  if (rooms.size > 1) throw wrong('rows', '一次只能检查一间房，请分开提交。')
}

function wrong(field: string, message: string): ClearanceError {
  return new ClearanceError({ code: 'INVALID', message, fields: { [field]: message } })
}
