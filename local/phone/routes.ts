import fs from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import type { LiveReload } from './live-reload'
import type { Compiled } from './program'

/** What the phone serves. */
export interface PhoneFiles {
  here: string
  root: string
  runtime: string
  desk: string
  compiled: Compiled
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
}

/** Pages and styles that lie beside this file. */
const OWN_FILES: Record<string, string> = {
  '/': 'desk/desk.html',
  '/desk.css': 'desk/desk.css',
  '/phone': 'phone.html',
  '/phone/base.css': 'runtime/base.css',
}

export async function answer(
  req: IncomingMessage,
  res: ServerResponse,
  files: PhoneFiles,
  liveReload: LiveReload,
): Promise<boolean> {
  const { pathname } = new URL(req.url ?? '/', 'http://phone')
  const own = OWN_FILES[pathname]
  if (own !== undefined) await sendFile(res, path.join(files.here, own))
  else if (pathname === '/desk.js') send(res, '.js', files.desk)
  else if (pathname === '/phone/runtime.js') send(res, '.js', files.runtime)
  else if (pathname === '/phone/program.json') send(res, '.json', JSON.stringify(files.compiled))
  else if (pathname === '/phone/events') liveReload.listen(req, res)
  else if (pathname.startsWith('/phone/files/')) await sendAsset(res, files.root, pathname)
  else return false
  return true
}

/** Files of the mini program that `<image>` may show; never anything outside its folder. */
async function sendAsset(res: ServerResponse, root: string, pathname: string): Promise<void> {
  const file = path.join(root, decodeURIComponent(pathname.slice('/phone/files/'.length)))
  const isInside = !path.relative(root, file).startsWith('..')
  if (isInside) await sendFile(res, file)
  else res.writeHead(404).end()
}

async function sendFile(res: ServerResponse, file: string): Promise<void> {
  try {
    send(res, path.extname(file), await fs.readFile(file))
  } catch {
    res.writeHead(404).end()
  }
}

function send(res: ServerResponse, extension: string, body: string | Buffer): void {
  const type = TYPES[extension] ?? 'application/octet-stream'
  res.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
}
