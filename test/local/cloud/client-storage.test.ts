import { inFunction, openLaboratory, type Laboratory } from './laboratory'

let lab: Laboratory
beforeAll(async () => (lab = await openLaboratory()))
afterAll(() => lab.close())

interface Upload {
  url: string
  token: string
  authorization: string
  fileId: string
  cosFileId: string
}

const ask = async (openid: string, body: object) => {
  const headers = { 'x-openid': openid }
  const init = { method: 'POST', headers, body: JSON.stringify(body) }
  return (await (await fetch(`${lab.cloud.url}/client/storage`, init)).json()) as {
    code?: string
    data: { download_list: { code: string; tempFileURL: string }[]; delete_list: object[] } & Upload
  }
}
const permit = (openid: string, path: string) =>
  ask(openid, { action: 'storage.getUploadMetadata', path })
const links = async (openid: string, ...ids: string[]) => {
  const file_list = ids.map((fileid) => ({ fileid }))
  const { data } = await ask(openid, { action: 'storage.batchGetDownloadUrl', file_list })
  return data.download_list
}
const send = (path: string, { url, token, authorization, cosFileId }: Upload) => {
  const form = new FormData()
  form.set('key', path)
  form.set('Signature', authorization)
  form.set('x-cos-security-token', token)
  form.set('x-cos-meta-fileid', cosFileId)
  form.set('file', new Blob(['photo']))
  return fetch(url, { method: 'POST', body: form })
}
const upload = async (openid: string, path: string) => {
  const { data } = await permit(openid, path)
  expect((await send(path, data)).status).toBe(204)
  return data.fileId
}

test('a phone uploads, and reads what it uploaded', async () => {
  const id = await upload('oWang', 'dorm/床.jpg')
  const [link] = await links('oWang', id)
  expect(await (await fetch(link?.tempFileURL ?? '')).text()).toBe('photo')
})

test('nobody else reads it, but a function does', async () => {
  const id = await upload('oWang', 'dorm/b.jpg')
  expect(await links('oLi', id)).toMatchObject([{ code: 'STORAGE_EXCEED_AUTHORITY' }])
  expect(await links('oLi', id.replace('b.jpg', 'none.jpg'))).toMatchObject([
    { code: 'STORAGE_FILE_NONEXIST' },
  ])
  const text = await inFunction(
    lab,
    'wx',
    async ({ cloud }, id) => (await cloud.downloadFile({ fileID: id })).fileContent.toString(),
    id,
  )
  expect(text).toBe('photo')
})

test('nobody else replaces it; whose it is ends with it', async () => {
  const id = await upload('oWang', 'dorm/c.jpg')
  expect(await permit('oLi', 'dorm/c.jpg')).toMatchObject({ code: 'STORAGE_EXCEED_AUTHORITY' })
  await upload('oWang', 'dorm/c.jpg')
  await inFunction(lab, 'wx', async ({ cloud }, id) => cloud.deleteFile({ fileList: [id] }), id)
  await upload('oLi', 'dorm/c.jpg')
})

test('what a function stored is no phone’s', async () => {
  const id = await inFunction(lab, 'wx', async ({ cloud }) => {
    const fileContent = Buffer.from('x')
    return (await cloud.uploadFile({ cloudPath: 'out.xlsx', fileContent })).fileID as string
  })
  expect(await links('oWang', id)).toMatchObject([{ code: 'STORAGE_EXCEED_AUTHORITY' }])
})

test('a phone deletes nothing', async () => {
  const id = await upload('oWang', 'dorm/d.jpg')
  const body = { action: 'storage.batchDeleteFile', fileid_list: [id] }
  expect((await ask('oWang', body)).data.delete_list).toEqual([
    { code: 'STORAGE_EXCEED_AUTHORITY', fileID: id },
  ])
  expect(await links('oWang', id)).toMatchObject([{ code: 'SUCCESS' }])
})

test('a permit is for one person and one path', async () => {
  const { data } = await permit('oWang', 'dorm/e.jpg')
  expect((await send('dorm/f.jpg', data)).status).toBe(403)
  expect((await send('dorm/e.jpg', { ...data, token: 'owner:oLi' })).status).toBe(403)
  expect((await send('dorm/e.jpg', { ...data, token: 'local' })).status).toBe(403)
  const put = { method: 'PUT', body: 'x', headers: { authorization: data.authorization } }
  expect((await fetch(data.url, put)).status).toBe(403)
})

test('without a person, or for another action, nothing is answered', async () => {
  expect(await permit('', 'a.jpg')).toMatchObject({ code: 'STORAGE_EXCEED_AUTHORITY' })
  expect(await ask('oWang', { action: 'storage.moveFile' })).toMatchObject({
    code: 'LOCAL_CLOUD_UNSUPPORTED',
  })
})
