import type { Facts } from '../../../domain/student/facts'
import { campusActions } from '../../../local/campus/actions'
import { demoStudents } from '../../../local/roster/people'

const BEFORE = '2022-06-10T06:05:00+08:00'
const AT = '2022-06-10T10:00:00+08:00'

function factsOf(name: string): Facts {
  const found = demoStudents('2022', BEFORE).find(({ student }) => student.name === name)
  if (!found) throw new Error(`nobody is called ${name}`)
  return found.student.facts
}

function act(facts: Facts, id: string): Facts {
  const action = campusActions(facts, AT).find((candidate) => candidate.id === id)
  if (!action) throw new Error(`${id} cannot happen`)
  return action.facts
}

test('only what is open can happen', () => {
  expect(campusActions(factsOf('林知夏'), AT).map(({ id }) => id)).toEqual([
    'pay-lodging',
    'return-N0412345',
    'return-N0498765',
    'spend-card',
    'check-out',
  ])
  expect(campusActions(factsOf('周予安'), AT)).toEqual([])
  expect(campusActions({}, AT)).toEqual([])
})

test('paying one fee clears all its years and leaves the others owed', () => {
  const { arrears } = act(factsOf('许沐阳'), 'pay-tuition')
  const owed = arrears?.value.filter(({ owedFen }) => owedFen > 0).map(({ fee }) => fee)
  expect(new Set(owed)).toEqual(new Set(['lodging', 'insurance']))
  expect(arrears?.asOf).toBe(AT)
})

test('a returned book leaves the other on loan', () => {
  expect(act(factsOf('林知夏'), 'return-N0412345').loans?.value).toEqual([
    { barcode: 'N0498765', title: '边城' },
  ])
})

test('handing the room back is dated by the day it happens', () => {
  expect(act(factsOf('林知夏'), 'check-out').residence?.value.checkedOutOn).toBe('2022-06-10')
})
