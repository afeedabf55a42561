import type { Caller } from './runner'

export const ENVIRONMENT_ID = 'local'
export const APP_ID = 'wx0000000000000001'

/**
 * What leads the unmodified SDKs to this cloud (`docs/cloudbase-protocol.md`, 指向本机).
 * Any key will do, but without one the SDK ends the process by an unhandled rejection.
 */
export function instanceEnvironment(
  adminUrl: string,
  extra: Record<string, string>,
): Record<string, string> {
  return {
    ...(process.env.PATH ? { PATH: process.env.PATH } : {}),
    ...extra,
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    SCF_NAMESPACE: ENVIRONMENT_ID,
    TCB_ENV: ENVIRONMENT_ID,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
  }
}

/** What `cloud.getWXContext()` reads. `token` comes back in every request of this invocation. */
export function invocationEnvironment(token: string, caller: Caller): Record<string, string> {
  const identity: Record<string, string> = {
    WX_APPID: APP_ID,
    WX_API_TOKEN: token,
    WX_CLIENTIP: '127.0.0.1',
    ...(caller.openid ? { WX_OPENID: caller.openid } : {}),
    ...(caller.unionid ? { WX_UNIONID: caller.unionid } : {}),
  }
  const source = caller.source ?? 'wx_client'
  return {
    ...identity,
    WX_CONTEXT_KEYS: Object.keys(identity).join(),
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE',
    TCB_SOURCE: source,
    ...(source.startsWith('wx_trigger') ? { TRIGGER_SRC: 'timer' } : {}),
  }
}
