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

/** Photos, from none to as many as are allowed. */
export function photosUpTo(most: number) {
  const several = v.array(photo, '照片没有传好，请重新选')
  return v.optional(v.pipe(several, v.maxLength(most, `最多 ${most} 张照片`)), [])
}

export const photos = photosUpTo(PHOTOS_MOST)

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

/** The most that one thing of a room costs: 20,000 yuan, in fen. */
const PRICE_MOST_FEN = 2_000_000

/** What a damage costs, integer fen. */
export const price = v.pipe(
  v.number('请填写赔偿金额'),
  v.integer('赔偿金额精确到分'),
  v.minValue(1, '赔偿金额要大于 0'),
  v.maxValue(PRICE_MOST_FEN, '赔偿金额不会超过 20,000 元，请核对'),
)

export const damagedThing = v.pipe(
  v.string('请写损坏的物品'),
  v.trim(),
  v.nonEmpty('请写损坏的物品'),
  v.maxLength(20, '物品名太长了'),
)

/** All fields of a form and no others. */
export function form<Entries extends v.ObjectEntries>(entries: Entries) {
  return v.strictObject(entries, '请把每一项填写完整')
}
