import { feedAfter, nextAsking, unheardFeed } from '../../../domain/feeds/after'
import type { Run } from '../../../domain/feeds/run'
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

test.each(['held', 'failed'] as const)('a sheet that is %s says nothing of the system', (state) => {
  const feed = unheardFeed('finance')
  const run = { _id: 'SJ220610-TEST00', way: 'sheet', state } as Run
  expect(feedAfter(feed, run, { words: [], spoiled: [] }, new Date())).toEqual(feed)
})
