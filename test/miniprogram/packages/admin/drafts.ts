import type { DraftAnswer } from '../../../../domain/cohort/answers'
import { copyForYear } from '../../../../domain/cohort/copy'
import { todosOf } from '../../../../domain/cohort/todos'
import { cohort2022 } from '../../../domain/cohort2022'

const NOW = '2022-06-10T04:00:00.000Z'

/** 2027 届 as it was copied from 2022 届. */
export function copied(change: Partial<DraftAnswer> = {}): DraftAnswer {
  const draft = {
    _id: '2027',
    from: '2022',
    base: 0,
    version: 3,
    changedAt: NOW,
    changedBy: '程序云',
    ...copyForYear(cohort2022, '2027'),
  }
  return { ...draft, todos: todosOf(draft), now: NOW, ...change }
}
