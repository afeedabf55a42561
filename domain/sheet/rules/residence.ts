import { formatFullDay } from '../../calendar'
import { fedBy, unheard, type RuleOf } from './rule'

/** A boarder has checked out when the room has been handed back. */
export const residence: RuleOf<'residence'> = ({ facts }) => {
  const fact = facts.residence
  if (!fact) return unheard('住宿数据')
  const { building, room, bed, checkedOutOn } = fact.value
  const place = `${building} ${room} 室 ${bed} 床`
  const basis = fedBy(fact)
  const lines = [{ label: '床位', value: place }]
  if (checkedOutOn) {
    const day = formatFullDay(checkedOutOn)
    return { status: 'done', reason: `${day}已退宿`, headline: `${day}已退宿`, lines, basis }
  }
  return {
    status: 'pending',
    turn: 'student',
    reason: `${place}，还没退宿`,
    headline: '还没退宿',
    lines,
    basis,
  }
}
