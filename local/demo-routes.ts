import type { IncomingMessage, ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import type { Campus } from './campus/campus'
import { newcomers } from './roster/newcomers'
import { people } from './seed'

/**
 * What the panel beside the phone asks for: `GET /dev/people`, `GET /dev/newcomers` (people
 * who are not bound yet), `GET /dev/campus?openid=…`, `POST /dev/campus {openid, id}`,
 * `GET /dev/campus/days`, `POST /dev/campus/day {source, day}` and `POST /dev/campus/sync`.
 * @returns false when the path is none of these
 */
export async function answerDemo(
  request: IncomingMessage,
  response: ServerResponse,
  campus: Campus,
): Promise<boolean> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
  const answer = (status: number, body: unknown): true => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
    response.end(JSON.stringify(body))
    return true
  }
  if (pathname === '/dev/people') return answer(200, people)
  if (pathname === '/dev/newcomers') return answer(200, newcomers)
  if (pathname === '/dev/campus/days') return answer(200, campus.days())
  if (pathname === '/dev/campus/day') {
    const { source = '', day = '' } = (await json(request)) as { source?: string; day?: string }
    return (await campus.setDay(source, day))
      ? answer(200, campus.days())
      : answer(400, { message: '没有这个系统，或者没有这样的一天。' })
  }
  if (pathname === '/dev/campus/sync') return answer(200, { said: await campus.synchronise() })
  if (pathname !== '/dev/campus') return false
  if (request.method !== 'POST') {
    return answer(200, { actions: campus.actions(searchParams.get('openid') ?? '') })
  }
  const { openid = '', id = '' } = (await json(request)) as { openid?: string; id?: string }
  const said = await campus.act(openid, id)
  return said === null
    ? answer(409, { message: '这件事现在不能做了，请刷新页面再看。' })
    : answer(200, { said })
}
