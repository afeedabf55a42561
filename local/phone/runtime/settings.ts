/** What the address says about this phone: `/phone?openid=…&theme=…&font=…&statusBar=…`. */
export interface Settings {
  openid: string
  /** Absent: the phone follows the browser's own preference. */
  theme: 'light' | 'dark' | undefined
  /** WeChat's text size in px: 16 standard, 20 large, 24 extra large. */
  fontSize: number
  statusBarHeight: number
}

interface Person {
  openid: string
}

export async function readSettings(): Promise<Settings> {
  const query = new URLSearchParams(location.search)
  const theme = query.get('theme')
  return {
    openid: query.get('openid') ?? (await firstPerson()),
    theme: theme === 'dark' || theme === 'light' ? theme : undefined,
    fontSize: Number(query.get('font')) || 16,
    statusBarHeight: Number(query.get('statusBar')) || 0,
  }
}

async function firstPerson(): Promise<string> {
  const response = await fetch('/dev/people')
  const people = response.ok ? ((await response.json()) as Person[]) : []
  return people[0]?.openid ?? ''
}
