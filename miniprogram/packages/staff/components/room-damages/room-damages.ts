import { NO_TEXTS, type Texts } from '../../../../services/submission'
import type { DraftDamage, DraftPerson } from '../../inspections/draft'
import { toDamageViews, totalsOf, type DamageView } from './view'

interface Place {
  key: number
  field: 'thing' | 'price'
  id: string
}

type Of<Detail extends object> = WechatMiniprogram.CustomEvent<Detail, object, Place>

/** What has to be paid, and by whom: one of them, or several in equal parts. Fires `change` and `add`. */
Component({
  properties: {
    /** `DraftDamage[]` */
    damages: { type: Array, value: [] as DraftDamage[] },
    /** `DraftPerson[]`; those who are not looked at answer for nothing. */
    people: { type: Array, value: [] as DraftPerson[] },
    /** What is wrong, by `damages.<index>.<field>`. */
    errors: { type: Object, value: NO_TEXTS },
  },

  data: { views: [] as DamageView[], totals: [] as string[] },

  observers: {
    'damages, people, errors'(damages: DraftDamage[], people: DraftPerson[], errors: Texts) {
      const there = people.filter(({ chosen }) => chosen)
      const views = toDamageViews(damages, there, errors)
      this.setData({ views, totals: totalsOf(damages, there) })
    },
  },

  methods: {
    add() {
      this.triggerEvent('add', {})
    },

    type({ detail, currentTarget }: Of<{ value: string }>) {
      const { key, field } = currentTarget.dataset
      this.change(key, () => ({ [field]: detail.value }))
    },

    toggle({ currentTarget }: Of<object>) {
      const { key, id } = currentTarget.dataset
      this.change(key, ({ ids }) => ({
        ids: ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id],
      }))
    },

    remove({ currentTarget }: Of<object>) {
      const { key } = currentTarget.dataset
      this.tell(this.data.damages.filter((damage) => damage.key !== key))
    },

    change(key: number, changed: (damage: DraftDamage) => Partial<DraftDamage>) {
      this.tell(
        this.data.damages.map((damage) =>
          damage.key === key ? { ...damage, ...changed(damage) } : damage,
        ),
      )
    },

    tell(damages: DraftDamage[]) {
      this.triggerEvent('change', { damages })
    },
  },
})
