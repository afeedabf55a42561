/** @jest-environment jsdom */
import { render } from './rendering'

const failure = { title: '现在看不到', message: '手机没有连上网络。', retry: '再试一次' }

test('says what went wrong and asks again when the button is pressed', async () => {
  const state = render('page-state', { failure })
  const retried = jest.fn()
  state.on('retry', retried)
  expect(state.text()).toContain('现在看不到手机没有连上网络。再试一次')
  await state.tap('.retry')
  expect(retried).toHaveBeenCalledTimes(1)
})

test('without a way to retry there is no button', () => {
  const state = render('page-state', { failure: { ...failure, retry: undefined } })
  expect(state.html()).not.toContain('t-button')
})

test('while it loads it is a skeleton of as many rows as the page will have', () => {
  const state = render('page-state', { failure: null, rows: 4 })
  expect(state.html().match(/main--row/g)).toHaveLength(4)
  expect(state.text()).toBe('')
})
