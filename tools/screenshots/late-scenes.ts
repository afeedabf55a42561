import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseCohort } from '../../domain/cohort/parse'
import { unheardFeed } from '../../domain/feeds/after'
import type { Feed } from '../../domain/feeds/feed'
import { itemAnswer, sheetAnswer } from '../../domain/sheet/answers'
import type { RequestBrief } from '../../domain/procedures/request'
import type { Student } from '../../domain/student/student'
import { paths } from '../paths'
import type { Scene } from './scenes'
import { answering, each, seeing } from './stage-hands'

const LIN = 'demo-student-linzhixia'
const NOW = new Date('2022-06-10T09:40:00+08:00')
const LODGING = 'pages/item/item?code=lodging'
const ARCHIVE = 'pages/item/item?code=archive'

const cohort = parseCohort(
  JSON.parse(readFileSync(path.join(paths.root, 'cohorts/2022/cohort.json'), 'utf8')),
)
const said = <Value>(value: Value, source: string) => ({
  value,
  source,
  asOf: '2022-06-10T08:35:00+08:00',
})

const lin: Student = {
  _id: '1907010216',
  cohort: '2022',
  name: '林知夏',
  traits: ['boarder', 'leagueMember'],
  college: '信息工程学院',
  className: '软件技术 1902 班',
  facts: {
    arrears: said(
      [2020, 2021].map((year) => ({
        fee: 'lodging' as const,
        year,
        owedFen: year === 2020 ? 120_000 : 0,
      })),
      '财务系统',
    ),
    card: said({ balanceFen: 8_640 }, '一卡通系统'),
    loans: said([{ barcode: 'N0412345', title: '数据结构' }], '图书馆系统'),
  },
}

const AS_OF = '2022-06-10T08:50:00+08:00'

const feed = (missed: number, held: string | null = null): Feed => ({
  ...unheardFeed('finance'),
  asOf: AS_OF,
  missed,
  held,
  cohorts: { 2022: { asOf: AS_OF, named: 3006, open: 900, spoiled: [] } },
  nextAt: '2022-06-10T09:45:00+08:00',
})

const item = (missed: number) =>
  answering('clearance.item', itemAnswer(cohort, lin, 'lodging', NOW, [feed(missed)]))

const brief = { id: 'DA220608-4T7W2K', version: 5, since: '2022-06-09T10:20:00+08:00', note: '' }

/** The archive's item as a request has left it. */
const archive = (request: Pick<RequestBrief, 'state' | 'by' | 'word'>) => {
  const requests = { archive: { ...brief, ...request } }
  return answering('clearance.item', itemAnswer(cohort, { ...lin, requests }, 'archive', NOW))
}

const takenBack = archive({
  state: 'sending',
  by: 'secretary',
  word: { role: 'archives', transition: 'takeBack', from: 'done', note: '登记错了人' },
})

const rechecked = answering('sync.recheck', {
  said: '财务系统刚刚答复：还欠 1,200.00 元。刚缴的费可能要过几分钟才到账。',
  nextAt: '2022-06-10T09:50:00+08:00',
})

/** Where what an item says comes from, when that is old, and what became of it. */
export const LATE_SCENES: Scene[] = [
  {
    name: 'sheet-late',
    openid: LIN,
    height: 1180,
    before: answering('clearance.sheet', sheetAnswer(cohort, lin, NOW, [feed(3)])),
  },
  {
    name: 'sheet-held',
    openid: LIN,
    height: 1180,
    before: answering(
      'clearance.sheet',
      sheetAnswer(cohort, lin, NOW, [feed(0, 'SJ220610-7K3M9Q')]),
    ),
  },
  { name: 'item-late', openid: LIN, page: LODGING, height: 1240, before: item(3) },
  {
    name: 'item-rechecked',
    openid: LIN,
    page: LODGING,
    height: 1240,
    before: each(item(0), rechecked),
    after: each(
      (page) => page.getByRole('button', { name: '我已缴费，请核对' }).click(),
      seeing('财务系统刚刚答复'),
    ),
  },
  { name: 'item-taken-back', openid: LIN, page: ARCHIVE, height: 1080, before: takenBack },
  {
    name: 'item-recorded',
    openid: LIN,
    page: ARCHIVE,
    height: 1080,
    before: archive({ state: 'done', by: 'archives' }),
  },
]
