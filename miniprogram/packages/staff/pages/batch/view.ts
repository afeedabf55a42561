import { formatClock, formatMoment } from '../../../../../domain/calendar'
import { formatYuan } from '../../../../../domain/money'
import type { PayoutResult } from '../../../../../domain/procedures/payout'
import type {
  BatchAnswer,
  ImportAnswer,
  LinkAnswer,
} from '../../../../../domain/procedures/payout-answers'
import { standingOf } from '../payouts/view'

interface RowView {
  id: string
  name: string
  /** Student number, bank and last four digits. */
  hint: string
  amount: string
  /** Why the bank did not pay; empty where it did, or did not say. */
  trouble: string
}

export interface BatchView {
  headline: string
  leads: string[]
  /** Rows by what became of them, what has to be looked at first. */
  groups: { title: string; rows: RowView[] }[]
  /** Whether there is still something to pay by it. */
  open: boolean
  mayCancel: boolean
}

const GROUPS: [PayoutResult, string][] = [
  ['failed', '没有退成，学生改好后进下一批'],
  ['open', '等银行结果'],
  ['paid', '已到账'],
  ['released', '已退出这一批'],
]

/** A batch in the words of its page. */
export function toBatchView(answer: BatchAnswer): BatchView {
  const { batch, at, by, count, totalFen, paid, failed, open, cancelled, reason, rows } = answer
  return {
    headline: standingOf(answer),
    leads: [
      `共 ${count} 人，合计 ${formatYuan(totalFen)} 元`,
      `${batch}　${formatMoment(at, answer.now)} ${by}导出：${reason}`,
      ...(cancelled ? [`取消的原因：${cancelled}`] : []),
    ],
    groups: GROUPS.map(([result, words]) => {
      const those = rows.filter((row) => row.result === result)
      return { title: `${words}（${those.length} 人）`, rows: those.map(toRowView) }
    }).filter((group) => group.rows.length > 0),
    open: open > 0 && !cancelled,
    mayCancel: open > 0 && paid + failed === 0,
  }
}

function toRowView(row: BatchAnswer['rows'][number]): RowView {
  const { id, name, studentNo, bank, lastFour, amountFen, result, note } = row
  return {
    id,
    name,
    amount: `${formatYuan(amountFen)} 元`,
    hint: `${studentNo}　${bank} 尾号 ${lastFour}`,
    trouble: result === 'failed' ? note : '',
  }
}

export interface LinkView {
  url: string
  words: string
}

export function toLinkView({ url, expiresAt }: LinkAnswer): LinkView {
  return { url, words: `链接 ${formatClock(expiresAt)} 前有效，过后要重新生成` }
}

export interface ImportedView {
  headline: string
  rejected: string[]
}

/** What a sheet of the bank changed, and which of its lines did not. */
export function toImportedView({ paid, failed, rejected }: ImportAnswer): ImportedView {
  const parts = [
    paid > 0 ? `${paid} 人到账` : '',
    failed > 0 ? `${failed} 人没有退成` : '',
    rejected.length > 0 ? `${rejected.length} 行没有登记` : '',
  ].filter(Boolean)
  return {
    headline: parts.join('，'),
    rejected: rejected.map(({ row, reason }) => `第 ${row} 行：${reason}`),
  }
}
