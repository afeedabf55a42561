import type { PhotoView } from '../../../domain/procedures/answers'
import type { FieldView, Value } from '../../../domain/procedures/fields'
import { scrollToFirst } from '../../services/scroll'
import { NO_TEXTS, type Texts } from '../../services/submission'
import { ON_ITS_WAY } from '../signature-pad/on-its-way'
import { NOTHING_TYPED, type Typed } from './typed'
import { drawFields, type DrawnField } from './view'

type FieldEvent<Detail extends object = object> = WechatMiniprogram.CustomEvent<
  Detail,
  object,
  { name: string }
>
type RowEvent = WechatMiniprogram.TouchEvent<object, object, { name: string; value: string }>

/**
 * The fields of any simple form, as its procedure declares them. Fires `change` with
 * `{ name, value }` for each field that is filled in; what stands in them belongs to whoever uses it.
 */
Component({
  properties: {
    /** `FieldView[]` of the contract. */
    fields: { type: Array, value: [] as FieldView[] },
    typed: { type: Object, value: NOTHING_TYPED },
    /** Sentences by field; new ones bring the first of them onto the screen. */
    errors: { type: Object, value: NO_TEXTS },
    /** Where a day's wheel opens that nobody has set; YYYY-MM-DD. */
    today: { type: String, value: '' },
  },

  data: { drawn: [] as DrawnField[], wrong: [] as string[] },

  observers: {
    'fields, typed, errors'(fields: FieldView[], typed: Typed | null, errors: Texts | null) {
      const wrong = Object.keys(errors ?? NO_TEXTS)
      const more = wrong.some((name) => !this.data.wrong.includes(name))
      this.setData(
        { drawn: drawFields(fields, typed ?? NOTHING_TYPED, errors ?? NO_TEXTS), wrong },
        () => {
          if (more) scrollToFirst(this, '.wrong')
        },
      )
    },
  },

  methods: {
    type({ detail, currentTarget }: FieldEvent<{ value: string }>) {
      this.put(currentTarget.dataset.name, detail.value)
    },

    turn({ detail, currentTarget }: FieldEvent<{ value: string }>) {
      const { name } = currentTarget.dataset
      const field = this.data.drawn.find((each) => each.name === name)
      const option = field?.options[Number(detail.value)]
      if (option) this.put(name, option.value)
    },

    /** One of the rows, or some of them. */
    tick({ currentTarget }: RowEvent) {
      const { name, value } = currentTarget.dataset
      const field = this.data.fields.find((each) => each.name === name)
      const before = this.valueOf(name)
      const chosen = Array.isArray(before) ? before : []
      const left = chosen.filter((each) => each !== value)
      const some = left.length < chosen.length ? left : [...chosen, value]
      this.put(name, field?.kind === 'several' ? some : value)
    },

    /** The ids of the photos that are in the cloud, and a place for each that is not there yet. */
    picture({ detail, currentTarget }: FieldEvent<{ photos: PhotoView[]; waiting: number }>) {
      const ids = detail.photos.map(({ id }) => id)
      const waiting = Array.from({ length: detail.waiting }, () => ON_ITS_WAY)
      this.put(currentTarget.dataset.name, [...ids, ...waiting])
    },

    agree({ currentTarget }: FieldEvent) {
      const { name } = currentTarget.dataset
      this.put(name, this.valueOf(name) !== true)
    },

    valueOf(name: string): Value | undefined {
      return (this.data.typed as Typed | null)?.[name]
    },

    put(name: string, value: Value) {
      this.triggerEvent('change', { name, value })
    },
  },
})
