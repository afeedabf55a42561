import type { Option } from '../../../../components/choice/option'
import { CONDITIONS, type Condition } from '../../../../../domain/procedures/forms/dorm-checkout'
import { NO_TEXTS, type Texts } from '../../../../services/submission'
import type { DraftThing } from '../../inspections/draft'

const OPTIONS: Option[] = Object.entries(CONDITIONS).map(([value, text]) => ({ value, text }))

type Of<Detail extends object> = WechatMiniprogram.CustomEvent<Detail, object, { thing: string }>

/** The things of the room, one by one. Fires `change`, and `damage` for a thing that is to be paid. */
Component({
  properties: {
    /** `DraftThing[]` */
    things: { type: Array, value: [] as DraftThing[] },
    /** What is wrong, by `checklist.<index>.condition`. */
    errors: { type: Object, value: NO_TEXTS },
  },

  data: { options: OPTIONS, left: 0, wrongs: [] as string[] },

  observers: {
    'things, errors'(things: DraftThing[], errors: Texts) {
      this.setData({
        left: things.filter(({ condition }) => condition === '').length,
        wrongs: things.map((_, index) => errors[`checklist.${index}.condition`] ?? ''),
      })
    },
  },

  methods: {
    look({ detail, currentTarget }: Of<{ value: Condition }>) {
      const { thing } = currentTarget.dataset
      this.change((each) => (each.thing === thing ? { thing, condition: detail.value } : each))
    },

    restIsGood() {
      this.change((each) => (each.condition === '' ? { ...each, condition: 'good' } : each))
    },

    change(changed: (thing: DraftThing) => DraftThing) {
      this.triggerEvent('change', { things: this.data.things.map(changed) })
    },

    recordDamage({ currentTarget }: Of<object>) {
      this.triggerEvent('damage', { thing: currentTarget.dataset.thing })
    },
  },
})
