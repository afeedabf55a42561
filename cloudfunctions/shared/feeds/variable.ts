import { SOURCE_CODES, type SourceCode } from '../../../domain/feeds/source'

/** How we and a system of the school know each other. */
export interface SourceSettings {
  /** Says to it who asks, and proves to us who pushes. */
  secret: string
  /** Where it is asked, without a slash at the end; absent for one that only pushes. */
  url?: string
}

/** What is known of each system, by its source. */
export type Settings = ReadonlyMap<SourceCode, SourceSettings>

/**
 * The systems of the school in the environment.
 * @param list `FEEDS`: `<source>=<secret>@<url>` or `<source>=<secret>`, comma-separated, or `none`. No
 *   JSON, for the same reason as `SECRET_KEYS`.
 * @throws Error with a sentence that names the variable and the source, never a secret
 */
export function parseFeeds(list: string): Settings {
  if (list.trim() === 'none') return new Map()
  return new Map(list.split(',').map((entry) => parseEntry(entry.trim())))
}

function parseEntry(entry: string): [SourceCode, SourceSettings] {
  const [, name = '', secret = '', url] = /^(\w+)=([\w+/=-]{32,})(?:@(.+))?$/.exec(entry) ?? []
  const source = SOURCE_CODES.find((code) => code === name)
  if (!source) {
    throw new Error(
      'FEEDS 写得不对，应为「来源=密钥@https://地址」，密钥至少 32 位，几个来源之间用逗号。',
    )
  }
  return [source, { secret, ...(url !== undefined && { url: checked(url, source) }) }]
}

/** The secret goes with every request, so only an encrypted way will do; a laptop talks to itself. */
function checked(text: string, source: SourceCode): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isSafe = url?.protocol === 'https:' || url?.hostname === '127.0.0.1'
  if (url && isSafe) return text.replace(/\/+$/, '')
  throw new Error(`FEEDS 里 ${source} 的地址应为 https:// 开头的网址。`)
}
