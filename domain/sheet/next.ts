import { formatDay } from '../calendar'
import type { Item } from '../cohort/schema'
import { formatDaysLeft } from './deadline'
import type { Deadline, Finding } from './sheet'

/** What to do next about an item, as one sentence of the cohort's words and the deadline. */
export function nextSentence(
  item: Item,
  finding: Finding,
  deadline: Deadline | null,
): string | undefined {
  if (finding.status !== 'pending') return undefined
  if (finding.explains) return finding.explains
  if (finding.turn === 'later') return '先办完前面的必办环节，这里会自动打开。'
  if (finding.turn === 'staff') return '现在不用你做什么，有结果会显示在这里。'
  if (deadline?.on && deadline.daysLeft !== null) {
    const late = deadline.daysLeft < 0
    const days = formatDaysLeft(deadline.daysLeft)
    return late
      ? `应在 ${formatDay(deadline.on)}前${item.todo}，已${days}，请尽快办理。`
      : `请在 ${formatDay(deadline.on)}前${item.todo}，${days}。`
  }
  return deadline ? `请${item.todo}。${deadline.text}。` : `请${item.todo}。`
}
