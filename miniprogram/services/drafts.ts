/** What was typed and not handed in yet, kept on the phone until a function has accepted it. */
export const DRAFT = 'draft:'

/** Keeps it over the last one of the same name. A phone without room goes on without. */
export function keepDraft(name: string, draft: object): void {
  try {
    wx.setStorageSync(DRAFT + name, draft)
  } catch (error) {
    console.warn('draft not kept', error)
  }
}

export function draftOf<Draft extends object>(name: string): Draft | null {
  return wx.getStorageSync<Draft | ''>(DRAFT + name) || null
}

export function dropDraft(name: string): void {
  wx.removeStorageSync(DRAFT + name)
}
