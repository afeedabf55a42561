import { toMessagesView } from '../../../miniprogram/pages/messages/view'

test('a message says what and when, and opens its page', () => {
  const page = '/packages/requests/pages/dorm-checkout/dorm-checkout'
  const at = '2022-06-10T03:03:00.000Z'
  const message = { id: 'a', title: '退宿', text: '等学院书记审核', page, at }
  expect(toMessagesView([message, { ...message, id: 'b', page: page.slice(1) }])).toMatchObject([
    { label: '退宿，等学院书记审核，6 月 10 日 11:03', url: page },
    { url: page },
  ])
})
