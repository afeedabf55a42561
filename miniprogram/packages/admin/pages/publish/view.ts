import type { CheckAnswer, PublishedAnswer } from '../../../../../domain/cohort/answers'
import { leftOf } from '../../../../../domain/cohort/todos'

export interface PublishView {
  headline: string
  lead: string
  todos: string[]
  changesTitle: string
  changes: string[]
  ready: boolean
}

/** What publishing would do, in the words of its page. */
export function toPublishView(answer: CheckAnswer): PublishView {
  const { name, todos, changes, students } = answer
  const left = leftOf(todos)
  return {
    headline: left > 0 ? `还有 ${left} 处要看，才能发布` : `发布 ${name}`,
    lead:
      students > 0
        ? `${students.toLocaleString('en')} 名学生马上看到新的离校单。`
        : '名单里还没有这一届的学生，导入以后他们就看得到。',
    todos: todos.map(({ text }) => text),
    changesTitle: titleOf(answer),
    changes,
    ready: left === 0,
  }
}

function titleOf({ against, changes }: CheckAnswer): string {
  const other = against ? ` ${against} 届` : '已经发布的'
  return changes.length > 0 ? `和${other}比，改了 ${changes.length} 处` : `和${other}一样`
}

export function toPublishedView({ name, number, students }: PublishedAnswer) {
  return {
    headline: `${name}第 ${number} 版已发布`,
    lead:
      students > 0
        ? '学生打开离校单就是新的；各班的数在后台更新，几分钟内好。'
        : '下一步：导入毕业生名单，或者先加一名学生看看。',
  }
}
