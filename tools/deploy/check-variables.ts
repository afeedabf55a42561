import { openKeyring } from '../../cloudfunctions/shared/keyring'
import { parseFeeds } from '../../cloudfunctions/shared/feeds/variable'
import { parseTemplate } from '../../cloudfunctions/shared/template-variable'
import type { EnvironmentFile } from './environment-file'
import { VARIABLES } from './variables'

/**
 * What is missing or wrong in the variables, in sentences: the functions' own readers say it here,
 * before anything is deployed that would not start.
 */
export function faultsIn(variables: EnvironmentFile): string[] {
  const missing = VARIABLES.filter(({ name, origin }) => origin === 'given' && !variables.get(name))
  const readings: (() => unknown)[] = [
    ...['TEMPLATE_RESULT', 'TEMPLATE_TURN'].map((name) => () => {
      const text = variables.get(name)
      return text && parseTemplate(name, text)
    }),
    () => parseFeeds(variables.get('FEEDS') ?? ''),
    () => {
      const list = variables.get('SECRET_KEYS')
      return list && openKeyring(list, variables.get('SECRET_KEY_CURRENT') ?? '')
    },
  ]
  return [
    ...missing.map(({ name, meaning }) => `缺少 ${name}（${meaning}），请写进 .env.local。`),
    ...readings.flatMap(faultOf),
  ]
}

function faultOf(read: () => unknown): string[] {
  try {
    read()
    return []
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}
