import type { Option } from '../../../../components/choice/option'
import type { DraftPerson } from '../../inspections/draft'

const RESULTS: Option[] = [
  { value: 'pass', text: '检查通过' },
  { value: 'repair', text: '先修复或赔偿' },
]

type Of<Detail extends object> = WechatMiniprogram.CustomEvent<Detail, object, { id: string }>

/** Whose part of the room is looked at, with what result, and how many keys came back. Fires `change`. */
Component({
  properties: {
    /** `DraftPerson[]` */
    people: { type: Array, value: [] as DraftPerson[] },
    wrong: { type: String, value: '' },
  },

  data: { results: RESULTS },

  methods: {
    toggle({ currentTarget }: Of<object>) {
      this.change(currentTarget.dataset.id, ({ chosen }) => ({ chosen: !chosen }))
    },

    decide({ detail, currentTarget }: Of<{ value: DraftPerson['result'] }>) {
      this.change(currentTarget.dataset.id, () => ({ result: detail.value }))
    },

    countKeys({ detail, currentTarget }: Of<{ value: number }>) {
      this.change(currentTarget.dataset.id, () => ({ keysReturned: detail.value }))
    },

    change(id: string, changed: (person: DraftPerson) => Partial<DraftPerson>) {
      const people = this.data.people.map((person) =>
        person.id === id ? { ...person, ...changed(person) } : person,
      )
      this.triggerEvent('change', { people })
    },
  },
})
