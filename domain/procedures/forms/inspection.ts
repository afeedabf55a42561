import * as v from 'valibot'
import { checklist } from './dorm-checkout'
import { count, damagedThing, form, photos, price, remarks } from './fields'

/** One student's part of a damage. */
const damage = form({
  thing: damagedThing,
  /** What this student pays, integer fen. */
  owedFen: v.pipe(
    v.number('请填写赔偿金额'),
    v.integer('赔偿金额精确到分'),
    v.minValue(0, '赔偿金额不能是负数'),
  ),
  /** What the whole damage costs, integer fen. */
  priceFen: price,
  /** How many students share it. */
  sharedBy: v.pipe(
    v.number('请选择由谁承担'),
    v.integer('请选择由谁承担'),
    v.minValue(1, '请选择由谁承担'),
  ),
})

/** What the dorm manager records of one student's part of the room. */
export const inspectionForm = form({
  checklist,
  damages: v.optional(
    v.pipe(v.array(damage, '请写明损坏'), v.maxLength(30, '损坏太多了，请核对')),
    [],
  ),
  keysReturned: count('交回的钥匙数', 9),
  photos,
  remarks,
})

export type Inspection = v.InferOutput<typeof inspectionForm>

export interface DormCheckoutOutcome {
  /** The last inspection; the earlier ones are in the history. */
  inspection?: Inspection & { at: string }
  /** The name that the student typed under the record. */
  confirmedAs?: string
}

/** The student's signature under the inspection record: their own name, typed. */
export const confirmationForm = form({
  name: v.pipe(
    v.string('请输入你的姓名'),
    v.trim(),
    v.nonEmpty('请输入你的姓名'),
    v.maxLength(40, '姓名太长了'),
  ),
})
