import type { Draft } from '../../../../domain/cohort/draft'
import { textsIn } from '../../../../domain/cohort/leaves'
import { lines } from '../../../../domain/procedures/fields'
import { placeOf } from './places'
import { textIn, type PartForm } from './part-form'

const LETTERS_MOST = 2000

/** Texts that speak of the old year or of a day, each once, wherever it stands. */
export function textsForm({
  cohort,
  from,
  unseen,
}: Pick<Draft, 'cohort' | 'from' | 'unseen'>): PartForm {
  const leaves = textsIn(cohort)
  const texts = unseen.texts.map(({ text, was }, index) => ({
    name: `text-${index}`,
    text,
    was,
    paths: leaves.filter(({ value }) => value === text).map(({ path }) => path),
  }))
  return {
    headline: texts.length > 0 ? `${texts.length} 段文字写着日期` : '没有要看的文字了',
    lead: texts.length > 0 ? `${from} 届的字已经换成今年的，日子要你看一遍，不对就改。` : '',
    typed: Object.fromEntries(texts.map(({ name, text }) => [name, text])),
    fields: () =>
      texts.map(({ name, text, was, paths }) => {
        const [first = []] = paths
        const more = paths.length > 1 ? ` 等 ${paths.length} 处` : ''
        const hint = was === text ? '' : `${from} 届：${was}`
        const field = lines(`${placeOf(first, cohort)}${more}`, { hint, most: LETTERS_MOST })
        return { name, ...field.view }
      }),
    places: Object.fromEntries(
      texts.map(({ name, paths }) => [name, paths.map((path) => path.join('.'))]),
    ),
    changes: (typed) =>
      texts.flatMap(({ name, paths }) =>
        paths.map((path) => ({
          do: 'set' as const,
          path: path.join('.'),
          value: textIn(typed, name),
        })),
      ),
  }
}
