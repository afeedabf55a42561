/** What went wrong while doing something, in a sentence that says what to do about it. */
export class DeployFailure extends Error {
  constructor(doing: string, error: unknown) {
    super(`没有做成「${doing}」：${adviceOn(error)}`)
    this.name = 'DeployFailure'
  }
}

/** Error codes of Tencent Cloud's API (cloud.tencent.com/document/api/876/34817), and the network's. */
const ADVICE: readonly (readonly [RegExp, string])[] = [
  [
    /AuthFailure/,
    '腾讯云不认这对密钥。请核对 TENCENTCLOUD_SECRETID 和 TENCENTCLOUD_SECRETKEY，以及电脑的时间。',
  ],
  [
    /UnauthorizedOperation|OperationDenied/,
    '这对密钥没有权限。请在「访问管理」里给它的用户加上 QcloudTCBFullAccess 和 QcloudSCFFullAccess。',
  ],
  [
    /ResourceNotFound\.Env|InvalidParameter\.EnvId|Environment .* not found|INVALID_ENV/i,
    '没有这个云环境，或者它不在这对密钥的账号下。请核对 TCB_ENV。',
  ],
  [/RequestLimitExceeded/, '问得太快了，请过一分钟再运行一次，已经做成的不会重做。'],
  [/LimitExceeded|ResourceInsufficient|QuotaLimit/, '超过了云环境套餐的限额，请在控制台看用量。'],
  [
    /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|network timeout/,
    '连不上腾讯云，请检查网络再运行一次，已经做成的不会重做。',
  ],
]

function adviceOn(error: unknown): string {
  // The package puts an error of the network where its message should be.
  const { code, message } = Object(error) as { code?: string; message?: string | Error }
  const text = message instanceof Error ? message.message : message
  const said = [code, text].filter(Boolean).join(' ')
  const known = ADVICE.find(([pattern]) => pattern.test(said))
  const words = said || String(error)
  // Our own sentences end by themselves; the cloud's need their words kept for whoever looks them up.
  return known ? `${known[1]}（${words}）` : words
}
