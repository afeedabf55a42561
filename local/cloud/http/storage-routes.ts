import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CloudError } from '../cloud-error'
import type { Files } from '../files'
import { readMultipart } from '../wire/multipart'
import { ownerOfToken } from '../wire/client-storage'
import type { Exchange, Route } from './route'

const path = /^\/storage\//

/** Uploads and downloads by the signed URLs that `storage.*` gave out. */
export const storageRoutes = (files: Files): Route[] => [
  {
    method: 'PUT',
    path,
    async handle(exchange) {
      const { request, response } = exchange
      const file = fileOf(exchange)
      if (!files.allowsUpload(file, undefined, request.headers.authorization ?? '')) {
        refuse(exchange, 403, 'AccessDenied')
        return
      }
      await files.save(file, request)
      // The SDK takes any text in the answer for a failure.
      response.writeHead(200).end()
    },
  },
  {
    // A phone's upload: a form, as the object store's POST Object.
    method: 'POST',
    path,
    async handle(exchange) {
      const file = fileOf(exchange)
      const { file: content, ...rest } = Object.fromEntries(await readMultipart(exchange.request))
      const said = (name: string) => rest[name]?.toString() ?? ''
      const owner = ownerOfToken(said('x-cos-security-token'))
      const isAllowed = files.allowsUpload(file, owner, said('Signature'))
      if (!content || said('key') !== file || !isAllowed || owner === undefined) {
        refuse(exchange, 403, 'AccessDenied')
        return
      }
      await files.save(file, Readable.from([content]), owner)
      exchange.response.writeHead(204).end()
    },
  },
  {
    method: 'GET',
    path,
    async handle(exchange) {
      const { response, url } = exchange
      const file = fileOf(exchange)
      const asked = (name: string) => url.searchParams.get(name) ?? ''
      if (!files.opens(file, asked('sign'), asked('t'))) {
        refuse(exchange, 403, 'AccessDenied')
      } else if (!files.exists(file)) {
        refuse(exchange, 404, 'NoSuchKey')
      } else {
        // Kept nowhere, so that a link that ended or a deleted file is gone at once.
        const headers = {
          'content-type': 'application/octet-stream',
          'cache-control': 'no-store',
        }
        response.writeHead(200, headers)
        await pipeline(files.read(file), response)
      }
    },
  },
]

const fileOf = ({ rest }: Exchange) => {
  try {
    return decodeURIComponent(rest)
  } catch {
    throw new CloudError('STORAGE_SIGN_PARAM_INVALID', `Invalid storage path: ${rest}`)
  }
}

/** The object store's own way to say no. */
function refuse({ request, response }: Exchange, status: number, code: string): void {
  request.resume()
  response.writeHead(status, { 'content-type': 'application/xml' })
  response.end(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code></Error>`)
}
