import { clock } from '../clock'

/** Whether there is time to begin something more; asked before each thing that takes a while. */
export type HasTime = () => boolean

/** Time enough from now on, in milliseconds. */
export function within(budgetMs: number): HasTime {
  const end = clock.now().getTime() + budgetMs
  return () => clock.now().getTime() < end
}
