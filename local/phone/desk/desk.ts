/** What is chosen on the desk. It stands in the address, so that a reload or a link keeps it. */
export interface Desk {
  openid: string
  theme: 'light' | 'dark'
  font: string
  width: string
}

export function readDesk(firstOpenid: string): Desk {
  const query = new URLSearchParams(location.search)
  const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches
  const theme = query.get('theme') ?? (prefersDark ? 'dark' : 'light')
  return {
    openid: query.get('openid') ?? firstOpenid,
    theme: theme === 'dark' ? 'dark' : 'light',
    font: query.get('font') ?? '16',
    width: query.get('width') ?? '375',
  }
}

export function keepDesk(desk: Desk): void {
  history.replaceState(null, '', `/?${new URLSearchParams({ ...desk })}`)
}
