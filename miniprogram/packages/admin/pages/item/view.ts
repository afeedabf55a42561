import { formatFullDay } from '../../../../../domain/calendar'
import { RULE_NAMES } from '../../../../../domain/cohort/fit'
import type { Cohort, Item } from '../../../../../domain/cohort/schema'
import type { PartRow } from '../../components/part-rows/part-rows'
import { TRAIT_NAMES } from '../../forms/entries'

export interface ItemEditView {
  headline: string
  lead: string
  what: PartRow[]
  how: PartRow[]
}

/** An item of a draft in the words of its page; null when there is none of this code. */
export function toItemEditView({ items }: Cohort, code: string): ItemEditView | null {
  const index = items.findIndex((each) => each.code === code)
  const item = items[index]
  if (!item) return null
  const path = `items.${index}`
  const { title, required, appliesTo, todo, department, rule, guidance, contacts } = item
  const whom = appliesTo.map((trait) => TRAIT_NAMES[trait]).join('、') || '全部学生'
  return {
    headline: title,
    lead: `${required ? '必办' : '不是必办'}，${whom}，${todo}`,
    what: [
      row('form', path, '名称、★、给谁、部门', `${whom}，${department}`),
      row('form', `${path}.window`, '办理时间', windowWords(item)),
      row('form', `${path}.rule`, '凭什么算办好', RULE_NAMES[rule.kind]),
    ],
    how: [
      row(
        'list',
        `${path}.contacts`,
        '联系人',
        contacts.map(({ name }) => name).join('、') || '还没有',
      ),
      row('form', `${path}.guidance`, '地点、时间、办完以后', guidance.place ?? '没有写地点'),
      row('list', `${path}.guidance.paragraphs`, '办理说明', `${guidance.paragraphs.length} 段`),
      row('list', `${path}.guidance.links`, '链接', `${guidance.links.length} 个`),
      row('list', `${path}.guidance.milestones`, '时间节点', `${guidance.milestones.length} 个`),
    ],
  }
}

function windowWords({ window }: Item): string {
  if (!window) return '没有期限'
  if ('undated' in window) return window.undated
  const until = `${formatFullDay(window.to)}截止`
  return window.from ? `${formatFullDay(window.from)}开始，${until}` : until
}

function row(page: PartRow['page'], part: string, title: string, hint: string): PartRow {
  return { title, hint, required: false, page, part, label: `${title}，${hint}` }
}
