import { formatDay } from '../../calendar'
import { canonical } from '../../audit/canonical'
import type { Residence } from '../../student/facts'
import { hearTraits } from '../../student/hearing'
import { STUDENT_NO } from '../student-no'
import { reject, source } from './table'

/**
 * 住宿: where a student has a bed, and since when no more. Whoever has a bed is a boarder; whoever is
 * not in it may have been taken out of the system on leaving, so nothing follows.
 */
export const dorm = source<Residence, Residence>({
  columns: {
    studentNo: STUDENT_NO,
    building: { names: ['楼栋', '宿舍楼', '楼号', '公寓', '楼宇'] },
    room: { names: ['房间', '房间号', '宿舍号', '寝室', '房号'] },
    bed: { names: ['床位', '床号', '床位号', '铺位'] },
    checkedOutOn: { names: ['退宿日期', '退宿时间', '离宿日期', '离宿时间'], optional: true },
  },

  read(cells) {
    const [building, room, bed] = [
      cells.text('building'),
      cells.text('room'),
      bedOf(cells.text('bed')),
    ]
    if (building === '' || room === '' || bed === '') return reject('楼栋、房间和床位要写全')
    if (`${building}${room}${bed}`.length > 60) return reject('楼栋、房间和床位写得太长')
    const checkedOutOn = cells.day('checkedOutOn')
    if (checkedOutOn === null && cells.text('checkedOutOn') !== '') {
      return reject('退宿日期应为 2022-06-20 这样的日期')
    }
    return { building, room, bed, checkedOutOn }
  },

  fold([first, ...others]) {
    if (first && others.every((other) => canonical(other) === canonical(first))) return first
    return reject('这个学号有几个不同的床位，请核对是哪一个')
  },

  absent: 'unknown',
  put: (student, value, said) => ({
    ...hearTraits(student, { boarder: true }, said.asOf),
    facts: { ...student.facts, residence: { value, ...said } },
  }),
  known: ({ traits, facts }) => [traits.includes('boarder'), facts.residence?.value],
  knownSince: ({ facts }) => facts.residence?.asOf,
  isOpen: ({ facts }) => facts.residence?.value.checkedOutOn === null,

  says({ facts }) {
    if (!facts.residence) return '还不知道'
    const { building, room, bed, checkedOutOn } = facts.residence.value
    const left = checkedOutOn ? `${formatDay(checkedOutOn)}退宿` : '住着'
    return `${building} ${room} 室 ${bed} 床，${left}`
  },
})

/** `2号床`, `2 床`, `2` */
function bedOf(text: string): string {
  return text.replace(/\s*(号床位?|床位?|号铺?|铺)$/, '').trim()
}
