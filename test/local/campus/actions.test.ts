import { campusActions } from '../../../local/campus/actions'
import { holdingsOf, type Holdings } from '../../../local/campus/holdings'
import { demoStudents } from '../../../local/roster/people'

const BEFORE = '2022-06-10T06:05:00+08:00'
const TODAY = '2022-06-10'

function holdingsOfStudent(name: string): Partial<Holdings> {
  const found = demoStudents('2022', BEFORE).find(({ student }) => student.name === name)
  if (!found) throw new Error(`nobody is called ${name}`)
  return holdingsOf(found.student.facts)
}

function act(holdings: Partial<Holdings>, id: string): Partial<Holdings> {
  const action = campusActions(holdings, TODAY).find((candidate) => candidate.id === id)
  if (!action) throw new Error(`${id} cannot happen`)
  return action.holding
}

test('only what is open can happen', () => {
  expect(campusActions(holdingsOfStudent('林知夏'), TODAY).map(({ id }) => id)).toEqual([
    'pay-lodging',
    'return-N0412345',
    'return-N0498765',
    'spend-card',
    'check-out',
  ])
  expect(campusActions(holdingsOfStudent('周予安'), TODAY)).toEqual([])
  expect(campusActions({}, TODAY)).toEqual([])
})

test('paying one fee clears all its years and leaves the others owed', () => {
  const { finance = [] } = act(holdingsOfStudent('许沐阳'), 'pay-tuition')
  const owed = finance.filter(({ owedFen }) => owedFen > 0).map(({ fee }) => fee)
  expect(new Set(owed)).toEqual(new Set(['lodging', 'insurance']))
})

test('a returned book leaves the other on loan', () => {
  expect(act(holdingsOfStudent('林知夏'), 'return-N0412345')).toEqual({
    library: [{ barcode: 'N0498765', title: '边城' }],
  })
})

test('handing the room back is dated by the day it happens', () => {
  expect(act(holdingsOfStudent('林知夏'), 'check-out').dorm?.checkedOutOn).toBe(TODAY)
})
