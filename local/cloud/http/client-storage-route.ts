import { CloudError } from '../cloud-error'
import type { Files } from '../files'
import { clientStorage, type ClientRequest } from '../wire/client-storage'
import { readJson, sendJson } from './exchange'
import type { Route } from './route'

/** `POST /client/storage`: what a phone asks of the storage; `x-openid` says whose phone it is. */
export const clientStorageRoute = (files: Files): Route => ({
  method: 'POST',
  path: /^\/client\/storage$/,
  async handle({ request, response }) {
    const openid = String(request.headers['x-openid'] ?? '')
    const body = (await readJson(request)) as ClientRequest
    try {
      if (openid === '') throw new CloudError('STORAGE_EXCEED_AUTHORITY', 'Nobody’s phone')
      sendJson(response, 200, clientStorage(files, openid, body))
    } catch (error) {
      if (!(error instanceof CloudError)) throw error
      sendJson(response, 200, { code: error.code, message: error.message })
    }
  },
})
