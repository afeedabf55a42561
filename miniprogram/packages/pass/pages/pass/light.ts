/** Makes the screen as bright as it goes, so that a scanner reads it in the sun. Answers how bright it was. */
export async function brighten(): Promise<number | null> {
  try {
    const { value } = await wx.getScreenBrightness()
    await wx.setScreenBrightness({ value: 1 })
    await wx.setKeepScreenOn({ keepScreenOn: true })
    return value
  } catch (error) {
    // A code on a dark screen still scans, if one holds it closer.
    console.warn('the screen stays as it is', error)
    return null
  }
}

export async function dim(before: number | null): Promise<void> {
  if (before === null) return
  try {
    await wx.setScreenBrightness({ value: before })
    await wx.setKeepScreenOn({ keepScreenOn: false })
  } catch (error) {
    console.warn('the screen stays as it is', error)
  }
}
