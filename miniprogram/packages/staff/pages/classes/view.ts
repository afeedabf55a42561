import type { ClassesAnswer } from '../../../../../domain/procedures/answers'

export interface ClassView {
  className: string
  hint: string
  ready: number
  /** The whole row as a screen reader says it. */
  label: string
}

export interface ClassesView {
  headline: string
  lead: string
  classes: ClassView[]
}

/** The classes that one verifies, those where somebody waits first. */
export function toClassesView({ classes }: ClassesAnswer): ClassesView {
  const ready = classes.reduce((sum, each) => sum + each.ready, 0)
  return {
    headline: headlineOf(classes.length, ready),
    lead: '步骤 1 的必办环节都办完了，才能核验；核验以后，学生就可以离校。',
    classes: classes.map(({ className, total, ready: some }) => {
      const hint = some > 0 ? `${some} 人可以核验，全班 ${total} 人` : `全班 ${total} 人，现在没有`
      return { className, hint, ready: some, label: `${className}，${hint}` }
    }),
  }
}

function headlineOf(classes: number, ready: number): string {
  if (classes === 0) return '没有由你核验的班'
  return ready > 0 ? `${ready} 人可以核验` : '现在没有人可以核验'
}
