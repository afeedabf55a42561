import { required } from '../environment'
import { parseFeeds } from './variable'

/** This school's. Loading this file with a wrong variable refuses to start the function. */
export const settings = parseFeeds(required('FEEDS'))
