import { clock } from './clock'

/**
 * Answers what is asked for, which a warm function keeps for a while: those who ask meanwhile, also at
 * the same time, share one asking. What failed is not kept.
 */
export function keptFor<Value>(keepMs: number, ask: () => Promise<Value>): () => Promise<Value> {
  let kept: { value: Promise<Value>; at: number } | null = null
  return () => {
    const now = clock.now().getTime()
    if (kept && now >= kept.at && now - kept.at <= keepMs) return kept.value
    const own = { value: ask(), at: now }
    kept = own
    own.value.catch(() => {
      if (kept === own) kept = null
    })
    return own.value
  }
}
