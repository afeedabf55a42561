import path from 'node:path'
import { paths } from '../tools/paths'
import { Campus } from './campus/campus'
import { isLocalRequest, serveCloud, type Log } from './cloud'
import { declaredCollections } from './collections'
import { answerDemo } from './demo-routes'
import { feedSecret, functionEnvironment, templates } from './keys'
import { openPhone } from './phone'
import { FIRST_MORNING, seed } from './seed'

export interface SchoolOptions {
  /** 0 takes a free port. */
  port: number
  /** The store and the uploaded files, kept between runs. */
  dataDir: string
  /** Start over with an empty store. */
  fresh: boolean
  log: Log
}

/** A whole school on a laptop: the cloud, its campus systems and the phone, behind one address. */
export interface School {
  url: string
  /** `dist/` was built again. */
  reload(part: 'miniprogram' | 'functions'): Promise<void>
  close(): Promise<void>
}

/** Opens the school on what `dist/` holds. Throws a Chinese sentence when the store is in use. */
export async function openSchool({ port, dataDir, fresh, log }: SchoolOptions): Promise<School> {
  const phone = await openPhone({ miniprogramRoot: paths.distMiniprogram })
  let campus: Campus | null = null
  const cloud = await serveCloud({
    port,
    dataDir,
    fresh,
    functionsDir: paths.distFunctions,
    collections: declaredCollections(),
    environment: (url) => functionEnvironment(dataDir, url),
    templates,
    now: FIRST_MORNING,
    log,
    next: async (request, response) => {
      if (!isLocalRequest(request)) return false
      if (campus && (await campus.answer(request, response))) return true
      if (campus && (await answerDemo(request, response, campus))) return true
      return phone.handle(request, response)
    },
  })
  await seed(cloud.store, path.join(paths.root, 'cohorts'))
  const opened = await Campus.open({ cloud, dataDir, fresh, secret: feedSecret(dataDir) })
  campus = opened
  return {
    url: cloud.url,
    reload: (part) => (part === 'functions' ? cloud.reloadFunctions() : phone.reload()),
    async close() {
      await phone.close()
      await cloud.close()
      opened.close()
    },
  }
}
