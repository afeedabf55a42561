/** What a phone keeps while the app is closed; the APIs over it go into `stubWechat`. */
export function phoneStorage() {
  const kept = new Map<string, string>()
  return {
    kept,
    apis: {
      getStorageInfoSync: () => ({ keys: [...kept.keys()] }),
      getStorageSync: (key: string): unknown => JSON.parse(kept.get(key) ?? '""'),
      setStorageSync: (key: string, value: unknown) => {
        kept.set(key, JSON.stringify(value))
      },
      removeStorageSync: (key: string) => {
        kept.delete(key)
      },
    },
  }
}
