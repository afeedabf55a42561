import tcb from '@cloudbase/node-sdk'

/** Where the database is: in a real environment, or on this laptop. */
export type Place =
  | { kind: 'cloud'; env: string; secretId: string; secretKey: string }
  | { kind: 'local'; url: string }

const LOCAL = 'http://127.0.0.1:5173'

/**
 * The real cloud when the environment has TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY and TCB_ENV,
 * otherwise, or when an address is given, the one on this laptop.
 * @throws Error with a sentence when there are keys but no TCB_ENV
 */
export function placeOf(
  local?: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Place {
  const { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey } = environment
  if (local !== undefined || !secretId || !secretKey) return { kind: 'local', url: local ?? LOCAL }
  const { TCB_ENV: env } = environment
  if (!env) throw new Error('缺少环境变量 TCB_ENV，不知道是哪个云环境')
  return { kind: 'cloud', env, secretId, secretKey }
}

export function nameOf(place: Place): string {
  return place.kind === 'cloud' ? `云环境 ${place.env}` : `本地云 ${place.url}`
}

/** The database there, through the unmodified SDK. */
export function sdkDatabase(place: Place): ReturnType<ReturnType<typeof tcb.init>['database']> {
  return tcb.init(settingsOf(place)).database()
}

function settingsOf(place: Place) {
  if (place.kind === 'cloud') {
    const { env, secretId, secretKey } = place
    return { env, secretId, secretKey }
  }
  // Any key will do there; and without this the SDK asks a metadata host of Tencent's first.
  process.env.TENCENTCLOUD_RUNENV = 'SCF'
  process.env.TENCENTCLOUD_REGION ??= 'ap-shanghai'
  process.env.SCF_NAMESPACE ??= 'local'
  const serviceUrl = new URL('/admin', place.url).href
  return { env: 'local', secretId: 'local', secretKey: 'local', serviceUrl }
}
