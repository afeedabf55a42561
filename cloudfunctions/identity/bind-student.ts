import type { Input, Output } from '../../domain/api'
import { ClearanceError } from '../../domain/errors'
import { changeOnce } from '../shared/change'
import type { Call } from '../shared/gate'
import { bind } from './bind'
import { matchesProof } from '../shared/proof'
import { forgetTries, takeTry } from '../shared/tries'

const ACTION = 'identity.bindStudent'

/**
 * Student number, name and the last six of the ID card together prove who it is. The refusal does not
 * tell which was wrong, and costs the same work whichever it was.
 */
export async function bindStudent(
  { studentNo, name, idCardTail, requestId }: Input<typeof ACTION>,
  { openid, now }: Call,
): Promise<Output<typeof ACTION>> {
  const keys = [`openid:${openid}`, `student:${studentNo}`]
  await takeTry(keys, now)
  const request = { by: openid, action: ACTION, requestId } as const
  const answer = await changeOnce(request, async (transaction) => {
    const student = await transaction.get('students', studentNo)
    const proof = await transaction.get('proofs', `student:${studentNo}`)
    const proved = await matchesProof(idCardTail, proof)
    if (!proved || !student || !isSameName(student.name, name)) throw unproved()
    return bind(transaction, openid, { kind: 'student', id: studentNo }, ACTION, now)
  })
  await forgetTries(keys)
  return answer
}

/** Names are typed with other kinds of spaces and middle dots than they are registered with. */
function isSameName(registered: string, typed: string): boolean {
  const plain = (name: string): string => name.normalize('NFKC').replace(/[\s·•‧・]/g, '')
  return plain(registered) === plain(typed)
}

function unproved(): ClearanceError {
  return new ClearanceError({
    code: 'INVALID',
    message: '学号、姓名和身份证后六位对不上，请核对后再试。',
  })
}
