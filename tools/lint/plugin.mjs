import arrows from './rules/arrows.mjs'
import cloudByCall from './rules/cloud-by-call.mjs'
import noPersonalDataInLog from './rules/no-personal-data-in-log.mjs'
import noQueryWriteInTransaction from './rules/no-query-write-in-transaction.mjs'
import oneClock from './rules/one-clock.mjs'

/** The rules of this project, where no published rule says what is meant. */
export const project = {
  rules: {
    arrows,
    'cloud-by-call': cloudByCall,
    'no-personal-data-in-log': noPersonalDataInLog,
    'no-query-write-in-transaction': noQueryWriteInTransaction,
    'one-clock': oneClock,
  },
}
