import type { Page } from 'playwright-core'
import { log, openLab, type Lab } from './lab'

describe('requestSubscribeMessage', () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await openLab()
  })
  beforeEach(() => {
    lab.cloud.templates = null
    lab.cloud.allowed.length = 0
  })
  afterAll(() => lab.close())

  const ask = async (name: string, openid = 'o-lin'): Promise<Page> => {
    const tab = await lab.open('pages/form/form', { openid })
    await tab.getByRole('button', { name }).click()
    return tab
  }
  const press = (tab: Page, name: string) => tab.getByRole('button', { name, exact: true }).click()
  const answer = async (tab: Page): Promise<unknown> => {
    await tab.waitForFunction(
      `getApp().globalData.log.some((line) => line.startsWith('subscribed'))`,
    )
    const said = (await log(tab)).find((line) => line.startsWith('subscribed')) ?? ''
    return JSON.parse(said.replace('subscribed ', ''))
  }

  test('allowed, the cloud may send once', async () => {
    const tab = await ask('要一种')
    await tab.getByRole('dialog', { name: '申请发送一次以下消息' }).getByText('T1').waitFor()
    await press(tab, '允许')
    expect(await answer(tab)).toEqual({ T1: 'accept', errMsg: 'requestSubscribeMessage:ok' })
    expect(lab.cloud.allowed).toEqual([{ openid: 'o-lin', templateId: 'T1' }])
  })

  test.each([
    ['拒绝', (tab: Page) => press(tab, '拒绝')],
    ['Escape', (tab: Page) => tab.keyboard.press('Escape')],
  ])('%s is a rejection, not a failure', async (_, refuse) => {
    const tab = await ask('要一种')
    await tab.getByRole('dialog', { name: '申请发送一次以下消息' }).waitFor()
    await refuse(tab)
    expect(await answer(tab)).toEqual({ T1: 'reject', errMsg: 'requestSubscribeMessage:ok' })
    expect(lab.cloud.allowed).toEqual([])
  })

  test('of several each can be left out; they are shown by their titles', async () => {
    lab.cloud.templates = { T1: '办理结果通知', T2: '退宿提醒', T3: '退费到账提醒' }
    const tab = await ask('要三种')
    await tab.getByRole('checkbox', { name: '退宿提醒' }).uncheck()
    await press(tab, '允许')
    expect(await answer(tab)).toMatchObject({ T1: 'accept', T2: 'reject', T3: 'accept' })
    expect(lab.cloud.allowed).toHaveLength(2)
  })

  test('of two with the same title only one is asked for', async () => {
    lab.cloud.templates = { T1: '办理结果通知', T2: '办理结果通知', T3: '退宿提醒' }
    const tab = await ask('要三种')
    await press(tab, '允许')
    expect(await answer(tab)).toMatchObject({ T1: 'accept', T2: 'filter', T3: 'accept' })
  })

  test('a choice that is to be kept is not asked for again, by this person', async () => {
    const first = await ask('要一种', 'o-keeps')
    await first.getByRole('checkbox', { name: '总是保持以上选择' }).check()
    await press(first, '允许')
    await answer(first)
    const second = await ask('要一种', 'o-keeps')
    expect(await answer(second)).toMatchObject({ T1: 'accept' })
    expect(lab.cloud.allowed).toHaveLength(2)
    const third = await ask('要三种', 'o-keeps')
    const sheet = third.getByRole('dialog')
    await sheet.waitFor()
    expect(await sheet.getByRole('checkbox').count()).toBe(3)
    await press(third, '拒绝')
    expect(await answer(third)).toMatchObject({ T1: 'accept', T2: 'reject', T3: 'reject' })
  })

  test('needs a tap, and not one before a call of the cloud', async () => {
    const refusal = {
      errMsg: 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.',
    }
    expect(await answer(await ask('问过云再要'))).toEqual(refusal)
    const tab = await lab.open('pages/form/form')
    await tab.evaluate(
      `getCurrentPages()[0].subscribe({ currentTarget: { dataset: { ids: ['T1'] } } })`,
    )
    expect(await answer(tab)).toEqual(refusal)
  })

  test('the tap on a modal’s button is one', async () => {
    const tab = await ask('问过人再要')
    await press(tab, '确定')
    await press(tab, '允许')
    expect(await answer(tab)).toMatchObject({ T1: 'accept' })
  })

  test.each([
    ['要四种', 20003],
    ['一种不要', 10001],
  ])('%s fails with %i', async (name, errCode) => {
    expect(await answer(await ask(name))).toMatchObject({ errCode })
  })

  test('a template that is not declared, and a network that is away, fail with WeChat’s codes', async () => {
    lab.cloud.templates = { T2: '退宿提醒' }
    expect(await answer(await ask('要一种'))).toMatchObject({ errCode: 20001 })
    const tab = await lab.open('pages/form/form')
    await tab.context().setOffline(true)
    await tab.getByRole('button', { name: '要一种' }).click()
    expect(await answer(tab)).toMatchObject({ errCode: 10002 })
    await tab.context().setOffline(false)
  })
})
