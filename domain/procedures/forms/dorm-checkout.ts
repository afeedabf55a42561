import * as v from 'valibot'
import { isDay } from '../../calendar'
import { count, form, mobile, photos, remarks } from './fields'

/** How a thing in the room is. */
export const CONDITIONS = { good: '完好', damaged: '损坏', missing: '缺失' } as const
export type Condition = keyof typeof CONDITIONS

/** When in the day somebody leaves. */
export const SLOTS = { morning: '上午', afternoon: '下午', evening: '晚上' } as const
export type Slot = keyof typeof SLOTS

const conditions = Object.keys(CONDITIONS) as Condition[]
const slots = Object.keys(SLOTS) as Slot[]

/** The things of the room, as the student and then the dorm manager see them. */
export const checklist = v.pipe(
  v.array(
    form({
      thing: v.pipe(
        v.string('请选择物品'),
        v.nonEmpty('请选择物品'),
        v.maxLength(20, '物品名太长了'),
      ),
      condition: v.picklist(conditions, '请选完好、损坏或缺失'),
    }),
    '请逐项检查房间物品',
  ),
  v.minLength(1, '请逐项检查房间物品'),
  v.maxLength(30, '物品太多了，请核对'),
)

export const dormCheckoutForm = form({
  /** The planned day, YYYY-MM-DD in Asia/Shanghai. */
  leaveOn: v.pipe(v.string('请选择离开的日期'), v.check(isDay, '请选择离开的日期')),
  slot: v.picklist(slots, '请选择上午、下午或晚上'),
  /** How many keys there are to give back. */
  keys: count('钥匙数', 9),
  /** Where the student can be reached after leaving. */
  phone: mobile,
  checklist,
  photos,
  remarks,
})

export type DormCheckoutForm = v.InferOutput<typeof dormCheckoutForm>
