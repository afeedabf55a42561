import type { ClassAnswer } from '../../../../../domain/procedures/answers'

/** As many as one call verifies (`domain/procedures/forms/calls.ts`). */
export const CHOSEN_MOST = 100

/** Chosen students, by number. */
export type Chosen = Record<string, boolean>

export const NOBODY: Chosen = {}

export interface StudentView {
  studentNo: string
  name: string
  hint: string
  label: string
}

export interface ClassView {
  headline: string
  ready: StudentView[]
  /**
   * Those who cannot be verified yet, and those who are; `action` is what can be done about each where
   * the college verifies on a condition, else empty.
   */
  others: { title: string; students: StudentView[]; action: string }[]
}

/** A class in the words of its page: who can be verified, who lacks what, who is verified. */
export function toClassView({ students, conditional: allowed }: ClassAnswer): ClassView {
  const of = (state: ClassAnswer['students'][number]['state']) =>
    students.filter((student) => student.state === state).map(toStudent)
  const [ready, lacking, verified] = [of('ready'), of('lacking'), of('verified')]
  const conditional = of('conditional')
  return {
    headline: headlineOf(ready.length, lacking.length + conditional.length, verified.length),
    ready,
    others: [
      {
        title: `还没办完 ${lacking.length} 人`,
        students: lacking,
        action: allowed ? '有条件核验' : '',
      },
      {
        title: `有条件核验 ${conditional.length} 人`,
        students: conditional,
        action: allowed ? '改条件' : '',
      },
      { title: `已核验 ${verified.length} 人`, students: verified, action: '' },
    ].filter((group) => group.students.length > 0),
  }
}

function headlineOf(ready: number, lacking: number, verified: number): string {
  if (ready > 0) return `${ready} 人可以核验`
  if (lacking > 0) return '现在没有人可以核验'
  return verified > 0 ? '全班都核验了' : '这个班没有你负责的学生'
}

function toStudent({ studentNo, name, lacking, says, state }: ClassAnswer['students'][number]) {
  const hint = state === 'lacking' ? `还差${lacking.join('、')}` : says || '必办的都办完了'
  return { studentNo, name, hint, label: `${name}，${hint}` }
}

/** Everybody who can be verified, as many as go at once; nobody when all of them were chosen already. */
export function chooseAll(ready: readonly StudentView[], chosen: Chosen): Chosen {
  const possible = ready.slice(0, CHOSEN_MOST)
  if (possible.every(({ studentNo }) => chosen[studentNo])) return {}
  return Object.fromEntries(possible.map(({ studentNo }) => [studentNo, true]))
}
