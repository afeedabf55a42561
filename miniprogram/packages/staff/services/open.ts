import type { SourceCode } from '../../../../domain/feeds/source'
import type { Part } from '../../../../domain/statistics/reach'
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

/** 有条件核验 of a student of a class. */
export function openCondition(className: string, studentNo: string): void {
  const query = `class=${encodeURIComponent(className)}&for=${handOver(studentNo)}`
  void wx.navigateTo({ url: `${PAGES}/condition/condition?${query}` })
}

/** How a page of the statistics is asked for a part of the school. */
export interface PartQuery {
  cohort?: string
  college?: string
  class?: string
}

export function openStatistics(cohort: string, part: Part): void {
  void wx.navigateTo({ url: `${PAGES}/statistics/statistics?cohort=${cohort}${queryOf(part)}` })
}

/** Who lacks an item. @param item its code */
export function openLacking(cohort: string, item: string, part: Part): void {
  const query = `cohort=${cohort}&item=${item}${queryOf(part)}`
  void wx.navigateTo({ url: `${PAGES}/lacking/lacking?${query}` })
}

/** All that one may see. */
export const ALL_OF_MINE: Part = {}

/** The part that such a page is about. */
export function partIn({ college, class: className }: PartQuery): Part {
  return {
    ...(college && { college: decodeURIComponent(college) }),
    ...(className && { className: decodeURIComponent(className) }),
  }
}

function queryOf({ college, className }: Part): string {
  const parts = { college, class: className }
  return Object.entries(parts)
    .map(([name, value]) => (value ? `&${name}=${encodeURIComponent(value)}` : ''))
    .join('')
}

/** The student's own page of a procedure, to be filled in for them. */
export function openFiling(page: string, studentNo: string): void {
  const joint = page.includes('?') ? '&' : '?'
  void wx.navigateTo({ url: `${page}${joint}for=${handOver(studentNo)}` })
}

export function openFeed(source: SourceCode): void {
  void wx.navigateTo({ url: `${PAGES}/feed/feed?source=${source}` })
}

export function runPage(run: string): string {
  return `${PAGES}/run/run?run=${run}`
}

export function openRun(run: string): void {
  void wx.navigateTo({ url: runPage(run) })
}
