import type Page from 'miniprogram-automator/out/Page'
import { send } from '../lab'
import { one, type Cases } from './case'

const texts = async (found: Promise<unknown>): Promise<string[]> =>
  Promise.all(((await found) as { text(): Promise<string> }[]).map((element) => element.text()))

export const pageCases: Cases = {
  'Page.getElement': async ({ page }) => {
    expect(await (await one(page, '.title')).text()).toBe('0 次')
    expect(await one(page, '#title')).toBe(await one(page, '.title'))
    expect((await one(page, 'page')).tagName).toBe('page')
    expect(await page.$('.none')).toBeNull()
    // What a component made is not the page's.
    expect(await page.$('.number')).toBeNull()
    expect((await one(page, '.inside')).tagName).toBe('text')
  },

  'Page.getElements': async ({ page }) => {
    expect(await texts(page.$$('.row'))).toEqual(['学费', '图书'])
    expect(await texts(page.$$('.rows > view[data-id=b]'))).toEqual(['图书'])
    expect(await page.$$('.none')).toEqual([])
  },

  'Page.getElementByXpath': async ({ page }) => {
    const row = await page.xpath('//view[contains(@class, "rows")]/view[2]')
    expect(await row?.text()).toBe('图书')
    expect(await page.xpath('//counter/view')).not.toBeNull()
    expect(await page.xpath('//video')).toBeNull()
  },

  'Page.getElementsByXpath': async ({ page }) => {
    expect(await texts(page.getElementsByXpath('//view[@data-id]'))).toEqual(['学费', '图书'])
  },

  'Page.getData': async ({ page }) => {
    expect(await page.data('rows[1].name')).toBe('图书')
    expect(await page.data()).toMatchObject({ taps: 0, picked: '' })
  },

  'Page.setData': async ({ page }) => {
    const title = await one(page, '.title')
    await page.setData({ taps: 9, 'rows[0].name': '住宿费' })
    expect(await title.text()).toBe('9 次')
    expect(await texts(page.$$('.row'))).toEqual(['住宿费', '图书'])
  },

  'Page.callMethod': async ({ page }) => {
    expect(await page.callMethod('add', 20, 22)).toBe(42)
    await expect(page.callMethod('none')).rejects.toThrow('page.none not exists')
  },

  'Page.getWindowProperties': async ({ mp, page }) => {
    const { width, height } = await page.size()
    expect(width).toBe(375)
    expect(Number(height)).toBeGreaterThan(1200)
    await mp.pageScrollTo(300)
    expect(await page.scrollTop()).toBe(300)
    const window = await send(mp, 'Page.getWindowProperties', {
      pageId: idOf(page),
      names: ['innerWidth'],
    })
    expect(window).toEqual({ properties: [375] })
  },
}

function idOf(page: Page): number {
  return (page as unknown as { id: number }).id
}
