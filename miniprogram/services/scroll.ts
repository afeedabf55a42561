/** How far below the top edge of the page it ends up, in pixels. */
const MARGIN_PX = 96

/** Brings the first thing that a selector finds in a component onto the screen. */
export function scrollToFirst(
  component: WechatMiniprogram.Component.TrivialInstance,
  selector: string,
): void {
  const query = wx.createSelectorQuery().in(component)
  query.select(selector).boundingClientRect()
  query.selectViewport().scrollOffset()
  query.exec((found: [{ top: number } | null, { scrollTop: number }]) => {
    const [place, { scrollTop }] = found
    if (place) void wx.pageScrollTo({ scrollTop: scrollTop + place.top - MARGIN_PX })
  })
}
