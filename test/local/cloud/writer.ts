import { writeSync } from 'node:fs'
import { serveCloud } from '../../../local/cloud'
import { COLLECTIONS, FIXTURES } from './laboratory'

/**
 * A process of its own that writes until it is killed and says what the cloud acknowledged: a line
 * `insert <id>` for a document, `transfer` for a transaction over two documents.
 */
const [dataDir = '', round = ''] = process.argv.slice(2)
const cloud = await serveCloud({ dataDir, functionsDir: FIXTURES, collections: COLLECTIONS })

async function ask(
  action: string,
  body: object,
): Promise<{ code?: string; transactionId?: string }> {
  const request = {
    method: 'POST',
    body: JSON.stringify({ action: `database.${action}`, ...body }),
  }
  const answer = (await (await fetch(`${cloud.url}/admin`, request)).json()) as { code?: string }
  if (answer.code) throw new Error(JSON.stringify(answer))
  return answer
}

async function transfer(): Promise<void> {
  const { transactionId } = await ask('startTransaction', {})
  for (const [id, amount] of Object.entries({ payer: -1, payee: 1 })) {
    await ask('modifyDocument', {
      collectionName: 'others',
      transactionId,
      queryType: 'DOC',
      query: JSON.stringify({ _id: id }),
      data: JSON.stringify({ $inc: { n: amount } }),
      merge: true,
      multi: false,
    })
  }
  await ask('commitTransaction', { transactionId })
}

for (let i = 0; ; i++) {
  const id = `${round}-${i}`
  await ask('insertDocument', { collectionName: 'things', data: [JSON.stringify({ _id: id })] })
  writeSync(1, `insert ${id}\n`)
  await transfer()
  writeSync(1, 'transfer\n')
}
