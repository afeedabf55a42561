/** WeChat asks for three at most in one go. */
const AT_ONCE = 3

/**
 * Asks whether WeChat may tell about it. Has to be called while the tap is being handled, before
 * anything is waited for; whatever comes of it, what was pressed goes on.
 */
export async function askToBeTold(templates: readonly string[]): Promise<void> {
  if (templates.length === 0) return
  try {
    await wx.requestSubscribeMessage({ tmplIds: templates.slice(0, AT_ONCE) })
  } catch (error) {
    console.warn('subscription not asked', error)
  }
}
