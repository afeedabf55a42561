import type Element from 'miniprogram-automator/out/Element'
import type {
  CustomElement,
  InputElement,
  ScrollViewElement,
  SwitchElement,
  TextareaElement,
} from 'miniprogram-automator/out/Element'
import type Page from 'miniprogram-automator/out/Page'
import { dataBecomes, send } from '../lab'
import { one, type Cases } from './case'

export const elementCases: Cases = {
  'Element.getElement': async ({ page }) => {
    const counter = await one(page, '#counter')
    expect(await (await one(counter, '.number')).text()).toBe('3 + 1')
    expect(await (await one(counter, '.inside')).text()).toBe('里面')
    expect(await counter.$('.row')).toBeNull()
    const rows = await one(page, '.rows')
    expect(await (await one(rows, '.row')).text()).toBe('学费')
  },

  'Element.getElements': async ({ page }) => {
    const rows = await one(page, '.rows')
    expect(await rows.$$('.row')).toHaveLength(2)
    expect(await rows.$$('.rows')).toEqual([])
  },

  'Element.getDOMProperties': async ({ page }) => {
    expect(await (await one(page, '.pad')).size()).toEqual({ width: 200, height: 100 })
    expect(await (await one(page, '#badge')).text()).toBe('新')
  },

  'Element.getProperties': async ({ page }) => {
    const name = await one<InputElement>(page, '.name')
    await name.input('林')
    expect(await name.value()).toBe('林')
    expect(await (await one(page, '#counter')).property('value')).toBe(3)
    await expect((await one(page, '#counter')).property('none')).rejects.toThrow('not exists')
  },

  'Element.getAttributes': async ({ page }) => {
    const title = await one(page, '#title')
    expect(await title.attribute('class')).toBe('title')
    expect(await title.attribute('data-row-id')).toBe('7')
    expect(await title.attribute('aria-label')).toBe('标题')
    expect(await title.attribute('none')).toBeNull()
    expect(await (await one(page, '#badge')).attribute('text')).toBe('新')
  },

  'Element.getStyles': async ({ page }) => {
    expect(await (await one(page, '.title')).style('color')).toBe('rgb(29, 58, 120)')
  },

  'Element.getOffset': async ({ mp, page }) => {
    const far = await one(page, '.far')
    expect(await (await one(page, '.title')).offset()).toEqual({ left: 0, top: 0 })
    const before = (await far.offset()) as { top: number }
    await mp.pageScrollTo(300)
    expect(await far.offset()).toEqual(before)
    expect(before.top).toBeGreaterThan(1200)
  },

  'Element.getWXML': async ({ page }) => {
    const counter = await one(page, '#counter')
    expect(await counter.wxml()).toBe(
      '<view class="number">3 + 1</view><text class="inside">里面</text>',
    )
    expect(await (await one(page, '#badge')).outerWxml()).toBe(
      '<badge id="badge"><text class="text">新</text></badge>',
    )
  },

  'Element.tap': async ({ page }) => {
    const title = await one(page, '.title')
    await title.tap()
    await Promise.all([title.tap(), (await one(page, '.far')).tap()])
    expect(await title.text()).toBe('3 次')
    await (await one(await one(page, '#counter'), '.number')).tap()
    await dataBecomes(page, 'picked', '计数 4')
    await page.setData({ taps: 0 })
    const gone = await one(page, '.gone')
    await page.setData({ taps: 1 })
    await expect(gone.tap()).rejects.toThrow('element destroyed')
  },

  'Element.touchstart': async ({ page }) => {
    await (await one(page, '.row')).longpress()
    await dataBecomes(page, 'held', 'a')
    const pad = await one(page, '.pad')
    const twoFingers = { touches: [{ clientX: 1 }, { clientX: 9 }] }
    await expect(pad.touchstart(twoFingers)).rejects.toThrow('预览手机只有一根手指')
  },

  'Element.touchmove': async ({ page }) => {
    const { pad, left, top } = await padOf(page)
    await pad.touchstart({ touches: [{ pageX: left + 5, pageY: top + 5 }] })
    await pad.touchmove({ touches: [{ pageX: left + 50, pageY: top + 60 }] })
    await dataBecomes(page, 'touches[1]', ['touchmove', left + 50, top + 60])
    await pad.touchend()
  },

  'Element.touchend': async ({ page }) => {
    const { pad, left, top } = await padOf(page)
    await pad.touchstart()
    await pad.touchend({ changeTouches: [{ clientX: left + 20, clientY: top + 20 }] })
    await dataBecomes(page, 'touches[0]', ['touchstart', left + 100, top + 50])
    const touches = (await page.data('touches')) as unknown[]
    expect(touches.at(-1)).toEqual(['touchend', left + 20, top + 20])
  },

  'Element.triggerEvent': async ({ page }) => {
    await (await one(page, '.title')).trigger('tap')
    expect(await page.data('taps')).toBe(1)
    await (await one(page, '#counter')).trigger('changed', { value: 8 })
    expect(await page.data('picked')).toBe('计数 8')
    await (await one(page, '.reason')).trigger('change', { value: '1' })
    expect(await page.data('picked')).toBe('1')
  },

  'Element.dispatchEvent': async ({ page }) => {
    await (
      await one(page, '.pad')
    ).dispatchEvent({ eventName: 'touchmove', changeTouches: [{ pageX: 3, pageY: 4 }] })
    expect(await page.data('touches')).toEqual([['touchmove', 3, 4]])
  },

  'Element.callFunction': async ({ mp, page }) => {
    await (await one<InputElement>(page, '.name')).input('林知夏同学')
    expect(await page.data('name')).toBe('林知夏同')
    await (await one<TextareaElement>(page, '.note')).input('两行\n字')
    expect(await page.data('note')).toBe('两行\n字')
    const list = await one<ScrollViewElement>(page, '.list')
    await list.scrollTo(0, 120)
    expect(await list.property('scrollTop')).toBe(120)
    expect(await list.property('scrollLeft')).toBe(0)
    expect(await list.scrollHeight()).toBe(400)
    expect(await list.scrollWidth()).toBe(100)
    await (await one<SwitchElement>(page, '.notify')).tap()
    await dataBecomes(page, 'picked', true)
    const swipe = { ...referenceTo(list), functionName: 'swiper.swipeTo', args: [1] }
    await expect(send(mp, 'Element.callFunction', swipe)).rejects.toThrow(
      '<scroll-view> 没有 swiper.swipeTo',
    )
  },

  'Element.getData': async ({ mp, page }) => {
    const counter = await one<CustomElement>(page, '#counter')
    expect(await counter.data('steps[0].size')).toBe(1)
    expect(await counter.data()).toMatchObject({ value: 3 })
    const title = referenceTo(await one(page, '.title'))
    await expect(send(mp, 'Element.getData', title)).rejects.toThrow('only a custom component')
  },

  'Element.setData': async ({ page }) => {
    const counter = await one<CustomElement>(page, '#counter')
    await counter.setData({ 'steps[0].size': 5 })
    expect(await counter.text()).toContain('3 + 5')
  },

  'Element.callMethod': async ({ page }) => {
    const counter = await one<CustomElement>(page, '#counter')
    expect(await counter.callMethod('double', 21)).toBe(42)
    await expect(counter.callMethod('none')).rejects.toThrow('component.none not exists')
  },

  'Element.callContextMethod': async ({ mp, page }) => {
    const play = { ...referenceTo(await one(page, '.title')), method: 'play', args: [] }
    await expect(send(mp, 'Element.callContextMethod', play)).rejects.toThrow(
      'Element.callContextMethod：预览手机没有 <video>',
    )
  },
}

/** How a request names an element. */
function referenceTo(element: Element): { elementId: string; pageId: number } {
  const { id, pageId } = element as unknown as { id: string; pageId: number }
  return { elementId: id, pageId }
}

async function padOf(page: Page) {
  const pad = await one(page, '.pad')
  const { left, top } = (await pad.offset()) as { left: number; top: number }
  // A mouse is on whole pixels.
  return { pad, left: Math.floor(left), top: Math.floor(top) }
}
