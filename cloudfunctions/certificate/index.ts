import { sweepDownloads } from '../shared/downloads'
import { serve } from '../shared/gate'
import { callerSource } from '../shared/store'
import { callsAndTimer } from '../shared/timer'
import { issue } from './issue'
import { answerVisitor } from './public-page'

const calls = callsAndTimer(serve('certificate', { 'certificate.issue': issue }), sweepDownloads)

/**
 * 离校单 PDF: made for its student, and looked up on the web by whoever holds one. The platform says
 * which way a call came; a phone cannot pretend to be the web, and would learn no more if it did.
 */
export function main(event: object): Promise<unknown> {
  return callerSource() === 'wx_http' ? answerVisitor(event) : calls(event)
}
