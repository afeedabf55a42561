/** From this width of a tablet, or of WeChat for PC, a page shows two things side by side. */
const WIDE_PX = 700

interface Fitting {
  setData(change: { wide: boolean }): void
}

/** What a page holds that shows two things side by side where there is room. */
export const NARROW = { wide: false }

export const FITTING = {
  onResize(this: Fitting, { size }: { size: { windowWidth: number } }) {
    this.setData({ wide: size.windowWidth >= WIDE_PX })
  },

  /** To be called when the page opens. */
  fit(this: Fitting) {
    this.setData({ wide: wx.getWindowInfo().windowWidth >= WIDE_PX })
  },
}
