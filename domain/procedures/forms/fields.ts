import * as v from 'valibot'

/** Fields that several forms share, each refusing with a sentence at its field. */
export const remarks = v.pipe(
  v.optional(v.string('请写文字'), ''),
  v.trim(),
  v.maxLength(200, '备注请写在 200 字以内'),
)

export const mobile = v.pipe(
  v.string('请填写手机号'),
  v.trim(),
  v.nonEmpty('请填写手机号'),
  v.regex(/^1[3-9]\d{9}$/, '手机号是 11 位数字，以 1 开头'),
)

/** A file in the cloud storage under a name that nobody can guess; whoever knows it may see it. */
const photo = v.pipe(
  v.string('照片没有传好，请重新选'),
  v.maxLength(300, '照片没有传好，请重新选'),
  v.regex(/^cloud:\/\/[\w.-]+\/photos\/[\w-]{24}\.jpg$/, '照片没有传好，请重新选'),
)

export const PHOTOS_MOST = 9
export const photos = v.optional(
  v.pipe(v.array(photo, '照片没有传好，请重新选'), v.maxLength(PHOTOS_MOST, '最多 9 张照片')),
  [],
)

/** How many, as a person types it or a stepper counts it. */
export function count(what: string, most: number) {
  return v.pipe(
    v.union(
      [v.number(), v.pipe(v.string(), v.trim(), v.regex(/^\d+$/), v.transform(Number))],
      `请填写${what}`,
    ),
    v.integer(`${what}是整数`),
    v.minValue(0, `${what}不能小于 0`),
    v.maxValue(most, `${what}不会超过 ${most}，请核对`),
  )
}

/** All fields of a form and no others. */
export function form<Entries extends v.ObjectEntries>(entries: Entries) {
  return v.strictObject(entries, '请把每一项填写完整')
}
