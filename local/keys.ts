import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { newKey, newKeys } from '../tools/deploy/keys'

/**
 * The keys that the functions need, as their environment. A laptop makes its own the first time and
 * keeps them beside the store that they encrypt, for its owner's eyes alone.
 */
export function functionKeys(dataDir: string): Record<string, string> {
  const file = path.join(dataDir, 'keys.json')
  const kept = existsSync(file) ? readFileSync(file, 'utf8') : '{}'
  // A store of before a key was needed gets it now.
  const keys = {
    ...newKeys('local'),
    FEED_SECRET: newKey(),
    ...(JSON.parse(kept) as Record<string, string>),
  }
  const text = `${JSON.stringify(keys, null, 2)}\n`
  if (text !== kept) {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(file, text, { mode: 0o600 })
  }
  return keys
}

/** The simulated systems of the campus, of which the card report is only brought. */
const PULLED = ['finance', 'card', 'library', 'dorm']
const PUSHED = ['cardReport']

/** What the simulated systems and the functions know each other by. */
export function feedSecret(dataDir: string): string {
  return functionKeys(dataDir).FEED_SECRET ?? ''
}

function feedsOf(secret: string, url: string): string {
  return [
    ...PULLED.map((source) => `${source}=${secret}@${url}/campus/${source}`),
    ...PUSHED.map((source) => `${source}=${secret}`),
  ].join()
}

/** The message templates of the local cloud by id, as they would stand in WeChat's console. */
export const templates = { 'template-result': '办理结果通知', 'template-turn': '待办提醒' }

/**
 * Everything that the functions read from their environment.
 * @param url where the local cloud is served, without a slash at the end
 */
export function functionEnvironment(
  dataDir: string,
  url = 'http://127.0.0.1',
): Record<string, string> {
  const { FEED_SECRET, ...keys } = functionKeys(dataDir)
  return {
    ...keys,
    FEEDS: feedsOf(FEED_SECRET ?? '', url),
    CERTIFICATE_URL: `${url}/http/certificate`,
    TEMPLATE_RESULT: 'template-result',
    TEMPLATE_TURN: 'template-turn',
  }
}
