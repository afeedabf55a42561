import type { IncomingMessage } from 'node:http'
import busboy from 'busboy'

/** The fields of a multipart/form-data body, as bytes: one of them holds a protobuf frame. */
export function readMultipart(request: IncomingMessage): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    const fields = new Map<string, Buffer>()
    // latin1 maps each byte to one character, so that nothing is lost on the way.
    const parser = busboy({ headers: request.headers, defCharset: 'latin1' })
    parser.on('field', (name, value) => fields.set(name, Buffer.from(value, 'latin1')))
    parser.on('close', () => {
      resolve(fields)
    })
    parser.on('error', reject)
    request.pipe(parser)
  })
}
