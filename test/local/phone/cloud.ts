import type { IncomingMessage, ServerResponse } from 'node:http'

export const PEOPLE = [
  {
    openid: 'o-lin',
    name: '林知夏',
    role: 'student',
    studentNo: '1907010216',
    scope: '软件技术 1902 班',
    note: '欠住宿费，在借 2 本书',
  },
  {
    openid: 'o-zhou',
    name: '周敏',
    role: 'counsellor',
    staffNo: 'T0417',
    scope: '信息工程学院 3 个班',
    note: '有 4 张退宿单要审',
  },
]

/** A tiny stand-in for the local cloud. */
export async function answerAsCloud(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const url = req.url ?? ''
  const json = (body: unknown): void => {
    res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
  if (url === '/dev/people') json(PEOPLE)
  else if (url === '/call/echo')
    json({ result: { openid: req.headers['x-openid'], data: await bodyOf(req) } })
  else if (url === '/call/missing')
    json({
      errCode: -501000,
      errMsg: 'cloud.callFunction:fail -501000 FunctionName parameter could not be found',
    })
  else res.writeHead(404).end()
}

async function bodyOf(req: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString()) as unknown
}
