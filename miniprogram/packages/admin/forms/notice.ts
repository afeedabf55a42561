import type { PartChange } from '../../../../domain/cohort/edit'
import type { Cohort } from '../../../../domain/cohort/schema'
import { day, line, lines } from '../../../../domain/procedures/fields'
import { textIn, type PartForm } from './part-form'

/** What the cohort and its notice are called. */
export function noticeForm({ name, school, notice }: Cohort): PartForm {
  const { title, issuedBy, issuedOn, aim } = notice
  const fields = {
    name: line('这一届叫什么', { hint: '例如 2027 届', most: 20 }),
    school: line('学校'),
    'notice.title': line('通知的标题', { most: 100 }),
    'notice.issuedBy': line('哪个部门发的'),
    'notice.issuedOn': day('发文日期'),
    'notice.aim': lines('通知的目的', { most: 400 }),
  }
  const names = Object.keys(fields)
  return {
    headline: '名称和通知',
    lead: '',
    typed: {
      name,
      school,
      'notice.title': title,
      'notice.issuedBy': issuedBy,
      'notice.issuedOn': issuedOn,
      'notice.aim': aim,
    },
    fields: () => Object.entries(fields).map(([field, { view }]) => ({ name: field, ...view })),
    places: Object.fromEntries(names.map((field) => [field, [field]])),
    changes: (typed) =>
      names.map((path): PartChange => ({ do: 'set', path, value: textIn(typed, path) })),
  }
}
