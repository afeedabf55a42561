import * as v from 'valibot'
import { isDay } from '../../calendar'
import { requestId, studentNo } from '../../identity/forms'
import { FILED_CODES } from '../codes'
import { checklist } from './dorm-checkout'
import { count, damagedThing, form, photos, price, remarks } from './fields'

/** What the actions on requests are called with. The forms of the procedures stand in their tables. */
const procedure = v.picklist(FILED_CODES, '没有这种申请，请关闭小程序后重新打开')

const version = v.pipe(
  v.number('请刷新后再试'),
  v.integer('请刷新后再试'),
  v.minValue(0, '请刷新后再试'),
)

const transition = v.pipe(v.string('请刷新后再试'), v.maxLength(40, '请刷新后再试'))
const note = v.optional(v.pipe(v.string('请写文字'), v.maxLength(1000, '原因太长了')), '')
const input = v.optional(v.record(v.string(), v.unknown(), '请把每一项填写完整'), {})

/** A reference number: `TS220610-7K3M9Q`. */
const requestNo = v.pipe(
  v.string('请选择一份申请'),
  v.regex(/^[A-Z]{2}\d{6}-[0-9A-Z]{6}$/, '没有这份申请'),
)

const DECISIONS_MOST = 50
const decision = form({ id: requestNo, version })
const decisions = v.pipe(
  v.array(decision, '请选择要办的申请'),
  v.minLength(1, '请选择要办的申请'),
  v.maxLength(DECISIONS_MOST, `一次最多办 ${DECISIONS_MOST} 份`),
  v.check(
    (chosen) => new Set(chosen.map(({ id }) => id)).size === chosen.length,
    '同一份申请选了两次',
  ),
)

const className = v.pipe(
  v.string('请选择一个班'),
  v.nonEmpty('请选择一个班'),
  v.maxLength(60, '没有这个班'),
)
const CLASS_MOST = 100
const students = v.pipe(
  v.array(studentNo, '请选择同学'),
  v.minLength(1, '请选择同学'),
  v.maxLength(CLASS_MOST, `一次最多办 ${CLASS_MOST} 人`),
)
/** 有条件通过: what is still to be done, and until when; plainly verified without it. */
const condition = v.optional(
  form({
    condition: v.pipe(
      v.string('请写明还要补办什么'),
      v.trim(),
      v.nonEmpty('请写明还要补办什么'),
      v.maxLength(60, '请写在 60 字以内'),
    ),
    until: v.pipe(v.string('请选择最晚哪一天'), v.check(isDay, '请选择最晚哪一天')),
  }),
)

export const opening = form({ procedure })
export const acting = form({ procedure, transition, version, note, input, requestId })
export const reminding = form({ procedure, requestId })
export const worklistOf = form({
  procedure: v.optional(procedure),
  page: v.pipe(v.number('请刷新后再试'), v.integer('请刷新后再试'), v.minValue(0), v.maxValue(500)),
})
export const searchFor = form({
  text: v.pipe(
    v.string('请输入姓名、学号、班级或房间'),
    v.trim(),
    v.minLength(1, '请输入姓名、学号、班级或房间'),
    v.maxLength(30, '搜索的内容太长了'),
  ),
})
export const requestOf = form({ id: requestNo })
/** The same step for all of them; what has to be filled in holds for each. */
export const deciding = form({ decisions, transition, note, input, requestId })
export const classOf = form({ className })
export const verifying = form({ students, condition, requestId })
export const registering = form({
  item: v.pipe(v.string('请选择一个环节'), v.regex(/^[a-z][a-z0-9-]{0,39}$/, '没有这个环节')),
  students,
  transition: v.picklist(['register', 'refuse'], '请选择登记办结，或者还不能登记'),
  note,
  requestId,
})
export const undoing = form({ id: requestNo, version, requestId })
export const filingFor = form({ studentNo, procedure })
export const filing = form({ studentNo, procedure, version, input, requestId })

const damage = form({
  thing: damagedThing,
  priceFen: price,
  ids: v.pipe(v.array(requestNo, '请选择由谁承担'), v.minLength(1, '请选择由谁承担')),
})

/** One look at a room: what holds for all who leave it, and a row for each of them. */
export const inspecting = form({
  rows: v.pipe(
    v.array(
      form({
        id: requestNo,
        version,
        result: v.picklist(['pass', 'repair'], '请选择通过，或者先修复'),
        keysReturned: count('交回的钥匙数', 9),
      }),
      '请选择检查了谁的床位',
    ),
    v.minLength(1, '请选择检查了谁的床位'),
    v.maxLength(12, '一间房没有这么多人，请核对'),
  ),
  checklist,
  damages: v.pipe(v.array(damage, '请写明损坏'), v.maxLength(30, '损坏太多了，请核对')),
  photos,
  remarks,
  requestId,
})

const batchNo = v.pipe(v.string('请选择一个批次'), v.regex(/^PF\d{6}-[0-9A-Z]{6}$/, '没有这个批次'))
const why = v.pipe(
  v.string('请写明原因'),
  v.trim(),
  v.nonEmpty('请写明原因'),
  v.maxLength(200, '原因请写在 200 字以内'),
)
export const exporting = form({ reason: why, requestId })
export const batchOf = form({ batch: batchNo })
export const linking = form({ batch: batchNo, reason: why, requestId })
export const releasing = form({ batch: batchNo, reason: why, requestId })
export const importing = form({
  batch: batchNo,
  fileId: v.pipe(
    v.string('请选择银行的结果表'),
    v.regex(/^cloud:\/\/[\w.-]+\/bank\/[\w-]{24}\.(xlsx|csv)$/, '请选择 xlsx 或 csv 表格'),
  ),
  requestId,
})
