/** What kind of phone a connection asks for, by the query of its address. */
export interface Wishes {
  /** Whose phone it is; the first of the school's people when absent. */
  openid: string | undefined
  width: number
  height: number
  theme: 'light' | 'dark'
}

/** @throws a Chinese sentence that names the parameter */
export function readWishes(url: string): Wishes {
  const { searchParams } = new URL(url, 'ws://127.0.0.1')
  const theme = searchParams.get('theme') ?? 'light'
  if (theme !== 'light' && theme !== 'dark') {
    throw new Error(`地址里的 theme 只能是 light 或 dark，现在是「${theme}」。`)
  }
  return {
    openid: searchParams.get('openid') ?? undefined,
    width: readPixels(searchParams, 'width', 375),
    height: readPixels(searchParams, 'height', 812),
    theme,
  }
}

function readPixels(query: URLSearchParams, name: string, otherwise: number): number {
  const value = query.get(name)
  if (value === null) return otherwise
  const pixels = Number(value)
  if (Number.isInteger(pixels) && pixels > 0) return pixels
  throw new Error(`地址里的 ${name} 要写像素数，现在是「${value}」。`)
}
