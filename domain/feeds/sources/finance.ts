import { formatYuan, sumFen } from '../../money'
import { FEE_TEXTS, FEES, type Arrear, type Fee } from '../../student/facts'
import { STUDENT_NO } from '../student-no'
import { beside, reject, source } from './table'

/** What the fees are called in the sheets of finance departments. */
const FEE_NAMES: Record<Fee, readonly string[]> = {
  tuition: ['tuition', FEE_TEXTS.tuition, '学杂费'],
  lodging: ['lodging', FEE_TEXTS.lodging, '住宿', '宿费'],
  insurance: ['insurance', FEE_TEXTS.insurance, '医保', '医保费', '医疗保险', '大学生医疗保险'],
}

/** 欠费: a row for each fee of each school year; whoever is not in it owes nothing. */
export const finance = source<Arrear, Arrear[]>({
  columns: {
    studentNo: STUDENT_NO,
    fee: { names: ['收费项目', '费用名称', '收费项目名称', '项目', '费用'] },
    year: { names: ['学年', '收费学年', '收费区间', '年度', '收费年度'] },
    owedFen: { names: ['欠费金额', '欠费', '欠缴金额', '未缴金额'] },
  },

  read(cells) {
    const name = cells.text('fee')
    const fee = feeOf(name)
    if (!fee && isOther(name)) return beside(`离校不看「${name.slice(0, 20)}」，没有用上`)
    if (!fee) return reject('收费项目应为学费、住宿费或医保')
    const year = yearOf(cells.text('year'))
    if (!year) return reject('学年应为 2021 或 2021-2022 这样的年份')
    const fen = cells.fen('owedFen')
    if (fen === null) return reject('欠费金额应为金额，最多两位小数')
    // Paid too much is not owing, and pays no other fee.
    return { fee, year, owedFen: Math.max(fen, 0) }
  },

  fold(entries) {
    const sums = new Map<string, Arrear>()
    for (const entry of entries) {
      const name = `${entry.year} ${entry.fee}`
      const owedFen = entry.owedFen + (sums.get(name)?.owedFen ?? 0)
      sums.set(name, { ...entry, owedFen })
    }
    return inOrder([...sums.values()])
  },

  absent: [],
  put: (student, value, said) => ({
    ...student,
    facts: { ...student.facts, arrears: { value, ...said } },
  }),
  known: ({ facts }) => facts.arrears && inOrder(facts.arrears.value),
  knownSince: ({ facts }) => facts.arrears?.asOf,
  isOpen: ({ facts }) => owed(facts.arrears?.value) > 0,

  says({ facts }) {
    if (!facts.arrears) return '还不知道'
    const fen = owed(facts.arrears.value)
    return fen > 0 ? `欠 ${formatYuan(fen)} 元` : '没有欠费'
  },
})

function feeOf(text: string): Fee | undefined {
  return FEES.find((fee) => FEE_NAMES[fee].includes(text))
}

/**
 * A fee that is surely none of ours, such as 教材费: it ends like one and has no word of ours, nor one
 * that may mean several at once.
 */
function isOther(name: string): boolean {
  return (
    /^[一-龥]{2,12}费$/.test(name) && !/学|宿|住|医|保|缴|收|欠|交|总|合|全|各|其|应|杂/.test(name)
  )
}

/** `2021`, `2021-2022`, `2021–2022学年`, `2021/2022`, `2021-2022-1`, `2021-2022学年第一学期` */
function yearOf(text: string): number | null {
  const [, year] =
    /^(20\d{2})(?:\s*[-‐–—~～至/]\s*(?:20)?\d{2})?\s*(?:学年度?|年度|年)?\s*(?:[-‐–—/]\s*[123]|\(?第?[123一二三上下秋春]学期\)?)?$/.exec(
      text,
    ) ?? []
  return year ? Number(year) : null
}

function owed(arrears: readonly Arrear[] = []): number {
  return sumFen(arrears.map(({ owedFen }) => owedFen))
}

function inOrder(arrears: readonly Arrear[]): Arrear[] {
  const place = ({ year, fee }: Arrear) => year * FEES.length + FEES.indexOf(fee)
  return [...arrears].sort((a, b) => place(a) - place(b))
}
