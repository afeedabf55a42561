import { tableOf } from '../../../domain/procedures/tables'
import { wayFrom } from '../../../domain/procedures/timeline'
import { filingOf } from '../../../domain/procedures/view'
import { situationOf } from '../../../domain/procedures/situation'
import { itemAnswer } from '../../../domain/sheet/answers'
import type { FiledCode, Request } from '../../../domain/procedures/request'
import { cohort2022 } from '../cohort2022'
import { clearedFacts, fact, student } from '../sheet/students'
import { MORNING } from './school'

const owing = student(
  ['leagueMember', 'campusHukou'],
  {
    ...clearedFacts(),
    arrears: fact([{ fee: 'lodging', year: 2020, owedFen: 120_000 }], '财务系统'),
    loans: fact([{ title: '边城', barcode: 'N0498765' }], '图书馆系统'),
  },
  {},
)

const entranceOf = (code: string) => itemAnswer(cohort2022, owing, code, MORNING).filing

test('a fee and a book are finished without asking anybody, so asking is quiet', () => {
  expect(entranceOf('lodging')).toMatchObject({ label: '对数据有疑问', quiet: true })
  expect(entranceOf('library')).toMatchObject({ label: '有书丢了', quiet: true })
})

test('what has to be filed is loud', () => {
  expect(entranceOf('league')).toMatchObject({ label: '填写团组织关系转接申请', quiet: false })
})

test('nobody files 学院核验 for themselves', () => {
  expect(entranceOf('verification')).toBeNull()
})

const filings = (procedure: FiledCode, state?: string) => {
  const situation = situationOf(cohort2022, owing, procedure, MORNING)
  const request = state ? ({ state, form: {} } as Request) : null
  return filingOf(situation, procedure, request, ['student'])
}

test('only what files is offered as a form, not a later step', () => {
  expect(filings('hukou').filings.map(({ name }) => name)).toEqual(['file', 'stay'])
  expect(filings('hukou', 'police').filings).toEqual([])
})

test('where part of it is done elsewhere comes with the form', () => {
  expect(filings('league').links.map(({ address }) => address)).toContain('智慧团建')
})

test('each way through 户口 has its own steps ahead', () => {
  const labels = (state: string) => wayFrom(tableOf('hukou'), state).map(({ label }) => label)
  expect(labels('police')).toEqual(['去派出所办户口迁移证', '迁出'])
  expect(labels('approval')).toEqual(['后勤与安保处审批', '暂留'])
  expect(labels('returned')).toEqual([])
})
