import { nextAsking } from '../../../domain/feeds/after'
import { SOURCE_CODES } from '../../../domain/feeds/source'

test.each(SOURCE_CODES)(
  '%s is not asked again in the same minute, whoever gives it an address',
  (code) => {
    const now = new Date('2022-06-10T09:00:00+08:00')
    const minutes = (Date.parse(nextAsking(code, now)) - now.getTime()) / 60_000
    expect(minutes).toBeGreaterThanOrEqual(10)
    expect(minutes).toBeLessThanOrEqual(60)
  },
)
