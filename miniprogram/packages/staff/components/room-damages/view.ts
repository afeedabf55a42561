import { formatYuan, sumFen } from '../../../../../domain/money'
import { partsOf, type RoomDamage } from '../../../../../domain/procedures/damages'
import type { Texts } from '../../../../services/submission'
import type { DraftDamage, DraftPerson } from '../../inspections/draft'
import { readPrice } from '../../inspections/price'

export interface DamageView {
  key: number
  thing: string
  price: string
  /** What is wrong with each field; may be empty. */
  wrongThing: string
  wrongPrice: string
  wrongPeople: string
  sharers: { id: string; name: string; chosen: boolean }[]
  /** 林知夏 33.34 元; none while there is no price or nobody. */
  parts: string[]
}

type Person = Pick<DraftPerson, 'id' | 'name'>

/** Damages with each one's part, which add up to the price to the fen. */
export function toDamageViews(
  damages: readonly DraftDamage[],
  people: readonly Person[],
  errors: Texts,
): DamageView[] {
  return damages.map(({ key, thing, price, ids }, index) => {
    const wrong = (field: string) => errors[`damages.${index}.${field}`] ?? ''
    const sharers = people.map(({ id, name }) => ({ id, name, chosen: ids.includes(id) }))
    const priced = toPriced({ key, thing, price, ids })
    const parts = people.flatMap(({ id, name }) =>
      partsOf(id, priced).map(({ owedFen }) => `${name} ${formatYuan(owedFen)} 元`),
    )
    return {
      key,
      thing,
      price,
      sharers,
      parts,
      wrongThing: wrong('thing'),
      wrongPrice: wrong('priceFen'),
      wrongPeople: wrong('ids'),
    }
  })
}

/** What each of them owes for all damages: 林知夏 120.00 元; empty while nobody owes anything. */
export function totalsOf(damages: readonly DraftDamage[], people: readonly Person[]): string[] {
  const priced = damages.flatMap(toPriced)
  if (priced.length < 2) return []
  return people.flatMap(({ id, name }) => {
    const owed = sumFen(partsOf(id, priced).map(({ owedFen }) => owedFen))
    return owed > 0 ? [`${name} ${formatYuan(owed)} 元`] : []
  })
}

function toPriced({ thing, price, ids }: DraftDamage): RoomDamage[] {
  const read = readPrice(price)
  return 'fen' in read && ids.length > 0 ? [{ thing, priceFen: read.fen, ids }] : []
}
