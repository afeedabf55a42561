import { serve } from '../shared/gate'
import { callerSource } from '../shared/store'
import { decide } from './decide'
import { limit } from './limit'
import { list, run, source } from './look'
import { preview } from './preview'
import { pull } from './pull'
import { answerPush } from './push'
import { rejects } from './rejects'

const calls = serve('feed', {
  'feed.list': list,
  'feed.source': source,
  'feed.run': run,
  'feed.preview': preview,
  'feed.decide': decide,
  'feed.pull': pull,
  'feed.rejects': rejects,
  'feed.limit': limit,
})

/**
 * 数据同步, as those who answer for a source see it, and the door at which systems push. The platform
 * says which way a call came; a phone cannot pretend to be the web, and would have no signature.
 */
export function main(event: object): Promise<unknown> {
  return callerSource() === 'wx_http' ? answerPush(event) : calls(event)
}
