import type { SmallSchool } from './small-school'

/** A phone's upload, and what it may then name in a call. */
export async function upload(
  { cloud }: SmallSchool,
  openid: string,
  name: string,
  content: Uint8Array,
): Promise<string> {
  const headers = { 'x-openid': openid }
  const body = JSON.stringify({ action: 'storage.getUploadMetadata', path: name })
  const permit = await fetch(`${cloud.url}/client/storage`, { method: 'POST', headers, body })
  const { data } = (await permit.json()) as { data: Record<string, string> }
  const form = new FormData()
  form.set('key', name)
  form.set('Signature', data.authorization ?? '')
  form.set('x-cos-security-token', data.token ?? '')
  form.set('x-cos-meta-fileid', data.cosFileId ?? '')
  form.set('file', new Blob([Uint8Array.from(content)]))
  await fetch(data.url ?? '', { method: 'POST', body: form })
  return data.fileId ?? ''
}
