import { formatDayTime, formatFullDay } from '../../domain/calendar'
import { formatYuan, sumFen } from '../../domain/money'
import type { AboutMeAnswer } from '../../domain/identity/answers'
import type { Line } from '../../domain/sheet/sheet'
import type { Fact } from '../../domain/student/facts'
import type { Student } from '../../domain/student/student'
import { TRAIT_TEXTS } from '../../domain/student/traits'

type Section = AboutMeAnswer['sections'][number]

/** What the system knows about a student, with where each piece comes from and what it is for. */
export function aboutMe(student: Student, hasProof: boolean): AboutMeAnswer {
  const { facts } = student
  return {
    sections: [
      identitySection(student, hasProof),
      factSection('费用', '看学费、住宿费和医保有没有欠费', facts.arrears, (arrears) => [
        { label: '欠费合计', value: `${formatYuan(sumFen(arrears.map((a) => a.owedFen)))} 元` },
      ]),
      factSection('一卡通', '清算余额', facts.card, ({ balanceFen }) => [
        { label: '余额', value: `${formatYuan(balanceFen)} 元` },
      ]),
      factSection('图书', '看有没有没还的书', facts.loans, (loans) =>
        loans.map(({ title, barcode }) => ({ label: title, value: barcode })),
      ),
      factSection('借书证', '看有没有注销', facts.libraryCard, ({ cancelledOn }) => [
        { label: '注销', value: formatFullDay(cancelledOn) },
      ]),
      factSection('宿舍', '办理退宿', facts.residence, ({ building, room, bed }) => [
        { label: '床位', value: `${building} ${room} 室 ${bed} 床` },
      ]),
    ].filter(({ lines }) => lines.length > 0),
  }
}

function identitySection(student: Student, hasProof: boolean): Section {
  const traits = student.traits.map((trait) => TRAIT_TEXTS[trait].name).join('、')
  return {
    title: '身份',
    why: '认出你是谁，决定哪些环节与你有关',
    lines: [
      { label: '学号', value: student._id },
      { label: '姓名', value: student.name },
      { label: '学院班级', value: `${student.college} ${student.className}` },
      { label: '特征', value: traits || '无' },
      { label: '身份证后六位', value: hasProof ? '只有加盐的哈希，读不出来' : '没有' },
      { label: '微信', value: student.openid ? '已绑定' : '未绑定' },
    ],
  }
}

function factSection<Value>(
  title: string,
  why: string,
  fact: Fact<Value> | undefined,
  toLines: (value: Value) => Line[],
): Section {
  if (!fact) return { title, why, lines: [] }
  const source = { label: '来源', value: `${fact.source}，${formatDayTime(fact.asOf)}` }
  return { title, why, lines: [...toLines(fact.value), source] }
}
