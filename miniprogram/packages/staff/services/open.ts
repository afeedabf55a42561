import type { SourceCode } from '../../../../domain/feeds/source'
import { handOver } from '../../../services/hand-over'

const PAGES = '/packages/staff/pages'

export function openRequest(id: string): void {
  void wx.navigateTo({ url: `${PAGES}/request/request?id=${id}` })
}

export function openInspection(id: string): void {
  void wx.navigateTo({ url: `${PAGES}/inspection/inspection?id=${id}` })
}

export function openStudent(studentNo: string): void {
  void wx.navigateTo({ url: `${PAGES}/student/student?for=${handOver(studentNo)}` })
}

export function openClass(className: string): void {
  const name = encodeURIComponent(className)
  void wx.navigateTo({ url: `${PAGES}/verification/verification?class=${name}` })
}

/** The student's own page of a procedure, to be filled in for them. */
export function openFiling(page: string, studentNo: string): void {
  const joint = page.includes('?') ? '&' : '?'
  void wx.navigateTo({ url: `${page}${joint}for=${handOver(studentNo)}` })
}

export function openFeed(source: SourceCode): void {
  void wx.navigateTo({ url: `${PAGES}/feed/feed?source=${source}` })
}

export function openRun(run: string): void {
  void wx.navigateTo({ url: `${PAGES}/run/run?run=${run}` })
}
