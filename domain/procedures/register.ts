import type { StaffRole } from '../roles/people'
import { plain } from './plain'
import type { Procedure } from './procedure'
import { done, returned, revoke } from './states'

/**
 * 部门登记: a student does something at an office, and the office puts it on record. Nothing is filed,
 * so any item that the college thinks of can be had this way.
 * @param by the role that the item names
 */
export function registerBy(by: readonly StaffRole[]): Procedure<'register'> {
  return plain({
    code: 'register',
    title: '部门登记',
    prefix: 'DJ',
    states: {
      done: done('已登记办结', '部门已经登记，这一项办好了。'),
      returned: {
        ...returned('done'),
        // There is nothing to send: the student comes again, and the office takes the next step.
        waitsFor: 'nobody',
        says: ({ note }) => `还不能登记：${note}`,
        explains: '补好以后再来办一次，部门登记后这里变绿。',
      },
    },
    rows: [
      {
        name: 'register',
        from: ['none', 'returned'],
        to: 'done',
        by,
        label: '登记办结',
        did: '登记了办结',
      },
      {
        name: 'refuse',
        from: ['none', 'returned'],
        to: 'returned',
        by,
        label: '还不能登记',
        did: '说明了还不能登记',
        tone: 'danger',
        note: 'required',
        usualNotes: ['东西不全', '有损坏，请先处理'],
        undoable: true,
      },
      revoke('done', 'returned', by),
    ],
    way: [{ state: 'done', label: '部门登记' }],
    summary: () => '部门登记',
  })
}
