import { serve } from '../shared/gate'
import { scan } from './scan'
import { show } from './show'

/** 离校凭证: a student shows it, the guard at the gate scans it. */
export const main = serve('pass', { 'pass.show': show, 'pass.scan': scan })
