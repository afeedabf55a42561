import { ownStudent } from '../shared/caller'
import { serve } from '../shared/gate'
import { procedureAnswer } from '../shared/procedure-answer'
import { act } from './act'
import { messagesOf } from './messages'
import { readerOf } from './reader'
import { remind } from './remind'

/** 申请, the student's side: what there is to file, where it stands, and the steps that are theirs. */
export const main = serve('requests', {
  async 'requests.open'({ procedure }, { caller }) {
    const student = ownStudent(caller)
    return procedureAnswer(student, procedure, readerOf(student))
  },

  'requests.act': act,
  'requests.remind': remind,
  'requests.messages': (_, { caller }) => messagesOf(ownStudent(caller)),
})
