import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { bundleForBrowser } from './bundle'
import { compileMiniProgram } from './compile'
import { LiveReload } from './live-reload'
import { answer, type PhoneFiles } from './routes'

export interface PhoneOptions {
  /** The built mini program: the folder with app.json. */
  miniprogramRoot: string
}

/** The phone as a part of an HTTP server: `/` is the desk, `/phone` the bare phone. */
export interface Phone {
  /** True when the path was the phone's and is answered. */
  handle(req: IncomingMessage, res: ServerResponse): Promise<boolean>
  /** The mini program was built again: compiles it and tells open phones to load it. */
  reload(): Promise<void>
  close(): Promise<void>
}

export async function openPhone({ miniprogramRoot }: PhoneOptions): Promise<Phone> {
  const root = path.resolve(miniprogramRoot)
  const here = import.meta.dirname
  const [runtime, desk] = await Promise.all([
    bundleForBrowser(path.join(here, 'runtime/main.ts')),
    bundleForBrowser(path.join(here, 'desk/main.ts')),
  ])
  const liveReload = new LiveReload()
  const files: PhoneFiles = { here, root, runtime, desk, compiled: compileMiniProgram(root) }
  return {
    handle: (req, res) => answer(req, res, files, liveReload),
    reload: async () => {
      files.compiled = compileMiniProgram(root)
      liveReload.tellAll()
    },
    close: async () => liveReload.close(),
  }
}
