import { dayOf, formatDay, formatMoment } from '../../../../../domain/calendar'
import { formatYuan } from '../../../../../domain/money'
import type { BatchRow, PayoutsAnswer } from '../../../../../domain/procedures/payout-answers'

export interface BatchRowView {
  batch: string
  /** 2 人等银行结果 */
  title: string
  bad: boolean
  /** When, who, how many, the number. */
  hint: string
  total: string
  label: string
}

export interface PayoutsView {
  headline: string
  leads: string[]
  /** What the button says; empty when there is nothing to export. */
  button: string
  batches: BatchRowView[]
  /** Before there are any: what will stand there. */
  coming: string
}

/** What finance can pay, in the words that the page shows. */
export function toPayoutsView(answer: PayoutsAnswer): PayoutsView {
  const { ready, most, batches, now } = answer
  return {
    headline: headlineOf(answer),
    leads: leadsOf(answer),
    button: ready.count > 0 ? `导出 ${Math.min(ready.count, most)} 人的退款表` : '',
    batches: batches.map((row) => toBatchRowView(row, now)),
    coming: '导出以后，每一批和银行的结果会列在这里。',
  }
}

function headlineOf({ ready, unreported, reportOn, now }: PayoutsAnswer): string {
  if (ready.count > 0) return `${ready.count} 人可以退款`
  if (unreported === 0) return '现在没有要退的款'
  return dayOf(now) < reportOn
    ? `${unreported} 人等 ${formatDay(reportOn)}的报表`
    : `${unreported} 人等报表，还没有传来`
}

function leadsOf({ ready, unreported, zero, reportOn, most }: PayoutsAnswer): string[] {
  const day = formatDay(reportOn)
  const leads =
    ready.count > 0
      ? [`合计 ${formatYuan(ready.totalFen)} 元，以 ${day}的一卡通报表余额为准。`]
      : [
          unreported > 0
            ? `退款以 ${day}的一卡通报表余额为准，报表传来以后就能导出。`
            : '学生交来退费申请、报表也传来以后，可以从这里导出给银行的表。',
        ]
  if (ready.count > most) leads.push(`一批最多 ${most} 人，其余的进下一批。`)
  if (ready.count > 0 && unreported > 0) leads.push(`另有 ${unreported} 人不在报表里，还不能退。`)
  if (zero > 0) leads.push(`另有 ${zero} 人报表余额是 0.00 元，不用退。`)
  return leads
}

function toBatchRowView(row: BatchRow, now: string): BatchRowView {
  const { batch, at, by, count, totalFen } = row
  const title = standingOf(row)
  const total = `${formatYuan(totalFen)} 元`
  const hint = `${formatMoment(at, now)}　${by}　${count} 人`
  return { batch, title, bad: row.failed > 0, hint, total, label: `${title}，${total}，${hint}` }
}

/** Where a batch stands, as briefly as a list wants it. */
export function standingOf({ count, paid, failed, open, cancelled }: BatchRow): string {
  if (cancelled && open === 0) return '已取消'
  if (count === 0) return '没有人在这一批里'
  const parts = [
    open > 0 ? `${open} 人等银行结果` : '',
    failed > 0 ? `${failed} 人没有退成` : '',
    paid > 0 && paid < count ? `${paid} 人到账` : '',
    paid === count ? `${count} 人全部到账` : '',
  ]
  return parts.filter(Boolean).join('，')
}
