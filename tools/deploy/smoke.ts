import { declaredFunctions } from '../build/declared-functions'
import type { Cloud } from './cloud'

/**
 * Calls every function with nothing. One that starts refuses politely; one that lacks a variable says
 * which.
 */
export async function smokeTest(cloud: Cloud): Promise<{ said: string[]; faults: string[] }> {
  const said: string[] = []
  const faults: string[] = []
  for (const { name } of declaredFunctions()) {
    const outcome = await cloud.invoke(name)
    const timers = Object.entries((await cloud.deployed(name))?.timers ?? {})
    const timed = timers.map(([timer, cron]) => `，定时器 ${timer} ${cron}`).join('')
    if ('answer' in outcome && isPolite(outcome.answer)) said.push(`✓ ${name} 起来了${timed}`)
    else {
      const how = 'error' in outcome ? outcome.error : `答了没有料到的 ${outcome.answer}`
      faults.push(`✗ ${name} 没有起来：${how.slice(0, 300)}`)
    }
  }
  return { said, faults }
}

/** A refusal in the words of the contract; nobody who comes from nowhere may be served. */
function isPolite(answer: string): boolean {
  try {
    const { ok, error } = JSON.parse(answer) as { ok?: unknown; error?: { message?: unknown } }
    return ok === false && typeof error?.message === 'string'
  } catch {
    return false
  }
}
