import { api, type Input } from '../../../../domain/api'
import { wrongIn, type Texts } from '../../../services/submission'
import type { Draft, DraftDamage, DraftPerson } from './draft'
import { readPrice } from './price'

/** What an inspection is sent as, besides the id of the attempt. */
export type Findings = Omit<Input<'desk.inspect'>, 'requestId'>

/** Lets the findings be looked at before their attempt has its id. */
const PLACEHOLDER_ID = '-'.repeat(24)

/**
 * A draft against the very schema that the function has at its door. What is wrong is told by the path
 * of its field: `checklist.2.condition`, `damages.0.priceFen`, `remarks`.
 */
export function checkDraft(draft: Draft): Texts {
  const errors: Texts = {}
  draft.damages.forEach(({ price }, index) => {
    const read = readPrice(price)
    if ('wrong' in read) errors[`damages.${index}.priceFen`] = read.wrong
  })
  if (saysNothing(draft)) errors.remarks = '请写明要修复或赔偿什么'
  const findings = { ...toFindings(draft), requestId: PLACEHOLDER_ID }
  return { ...wrongIn(api['desk.inspect'].input, findings), ...errors }
}

/** The draft as it is sent. Photos that are still on the phone are uploaded before. */
export function toFindings({ people, things, damages, photos, remarks }: Draft): Findings {
  return {
    rows: people.filter(({ chosen }) => chosen).map(toRow),
    checklist: things as Findings['checklist'],
    damages: damages.map(toDamage),
    photos: photos.map(({ id }) => id).filter(Boolean),
    remarks,
  }
}

function toRow({ id, version, result, keysReturned }: DraftPerson): Findings['rows'][number] {
  return { id, version, result, keysReturned }
}

function toDamage({ thing, price, ids }: DraftDamage): Findings['damages'][number] {
  const read = readPrice(price)
  return { thing, priceFen: 'fen' in read ? read.fen : 0, ids }
}

/** Somebody has to put something right, and nothing says what. */
function saysNothing({ people, damages, remarks }: Draft): boolean {
  if (remarks.trim() !== '') return false
  return people.some(
    ({ id, chosen, result }) =>
      chosen && result === 'repair' && !damages.some(({ ids }) => ids.includes(id)),
  )
}
