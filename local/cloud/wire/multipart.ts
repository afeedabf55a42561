import type { IncomingMessage } from 'node:http'
import busboy from 'busboy'

/** The parts of a multipart/form-data body, as bytes: one of them holds a protobuf frame. */
export function readMultipart(request: IncomingMessage): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    const parts = new Map<string, Buffer>()
    const parser = busboy({ headers: request.headers })
    parser.on('field', (name, value) => parts.set(name, Buffer.from(value)))
    parser.on('file', (name, content) => {
      const chunks: Buffer[] = []
      content.on('data', (chunk: Buffer) => chunks.push(chunk))
      content.on('end', () => parts.set(name, Buffer.concat(chunks)))
    })
    parser.on('close', () => {
      resolve(parts)
    })
    parser.on('error', reject)
    request.pipe(parser)
  })
}
