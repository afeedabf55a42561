import { parseFeeds } from '../../../cloudfunctions/shared/feeds/variable'

const SECRET = 'c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3I='

test('a system that is asked has an address, one that pushes has none', () => {
  const feeds = parseFeeds(`finance=${SECRET}@https://finance.example.edu.cn/x/, card=${SECRET}`)
  expect([...feeds]).toEqual([
    ['finance', { secret: SECRET, url: 'https://finance.example.edu.cn/x' }],
    ['card', { secret: SECRET }],
  ])
})

test('a school without systems says so', () => {
  expect(parseFeeds('none').size).toBe(0)
})

test.each([
  ['', /FEEDS 写得不对/],
  [`parking=${SECRET}`, /FEEDS 写得不对/],
  ['finance=short', /密钥至少 32 位/],
  [`finance=${SECRET}@http://finance.example.edu.cn`, /FEEDS 里 finance 的地址应为 https/],
  [`finance=${SECRET}@http://127.0.0.1.example.com`, /FEEDS 里 finance 的地址应为 https/],
  [`finance=${SECRET}@nowhere`, /FEEDS 里 finance 的地址应为 https/],
])('%s is refused by name and without the secret', (list, sentence) => {
  expect(() => parseFeeds(list)).toThrow(sentence)
  expect(() => parseFeeds(list)).not.toThrow(SECRET)
})

test('a laptop talks to itself without encryption', () => {
  const feeds = parseFeeds(`finance=${SECRET}@http://127.0.0.1:5173/campus/finance`)
  expect(feeds.get('finance')?.url).toBe('http://127.0.0.1:5173/campus/finance')
})
