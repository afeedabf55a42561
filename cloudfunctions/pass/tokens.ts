import { required } from '../shared/environment'
import { openTokens } from './token'

/**
 * The tokens of this deployment. A new `PASS_KEY` needs no overlap with the old one: what it made dies
 * within a minute anyway.
 */
export const tokens = openTokens(required('PASS_KEY'))
