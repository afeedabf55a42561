import { ClearanceError } from '../../domain/errors'

/** What a page shows instead of its content. */
export interface Failure {
  title: string
  message: string
  /** What the button does; without one there is nothing to press. */
  retry?: string
}

/** Turns what went wrong into something a person can act on. */
export function toFailure(error: unknown): Failure {
  if (!(error instanceof ClearanceError)) {
    console.error(error)
    return {
      title: '这一页没有打开',
      message: '小程序出了错，请关闭后重新打开。',
      retry: '再试一次',
    }
  }
  const title = error.code === 'UNAVAILABLE' ? '现在看不到' : '这一页打不开'
  return { title, message: error.message, retry: '再试一次' }
}
