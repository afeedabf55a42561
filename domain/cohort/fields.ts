import * as v from 'valibot'
import { isDay } from '../calendar'

/** The building blocks of a cohort file, each refusing with a Chinese sentence about what it wanted. */
export const text = v.pipe(v.string('应为文字'), v.trim(), v.minLength(1, '不能为空'))

export const code = v.pipe(
  v.string('应为代号'),
  v.regex(/^[a-z][a-z0-9-]*$/, '代号只能用小写字母、数字和连字符'),
)

export const years = v.pipe(
  v.number('应为年数'),
  v.integer('应为整年'),
  v.minValue(1, '应为 1 到 10 年'),
  v.maxValue(10, '应为 1 到 10 年'),
)

export const day = v.pipe(v.string('应为日期'), v.check(isDay, '应为 2022-06-22 这样的日期'))

export const days = v.pipe(v.number('应为天数'), v.integer('应为整天'), v.minValue(1, '至少 1 天'))

export const flag = v.boolean('应为 true 或 false')

export const phone = v.pipe(
  v.string('应为电话号码'),
  v.regex(/^(0\d{2,3}-\d{7,8}|1\d{10})$/, '应为带区号的座机（025-85395103）或 11 位手机号'),
)

export const appId = v.pipe(
  v.string('应为小程序的 AppID'),
  v.regex(/^wx[0-9a-f]{16}$/, '应为 wx 开头、18 位的 AppID'),
)

export function list<Item extends v.GenericSchema>(item: Item) {
  return v.array(item, '应为列表')
}

export function someOf<Item extends v.GenericSchema>(item: Item) {
  return v.pipe(v.array(item, '应为列表'), v.minLength(1, '至少要有一项'))
}

export function record<Entries extends v.ObjectEntries>(entries: Entries) {
  return v.strictObject(entries, ({ expected, received }) => {
    if (expected === 'never') return '不认识这个字段'
    return received === 'undefined' ? '缺少这一项' : '应为一组字段'
  })
}

export function oneOf<const Options extends readonly string[]>(options: Options) {
  return v.picklist(options, `应为其中之一：${options.join('、')}`)
}
