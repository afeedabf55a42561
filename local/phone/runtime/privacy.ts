/** What WeChat's privacy flow answers to the API that waits: `errMsg` of a refused one. */
export const NOT_AUTHORIZED = 'privacy permission is not authorized'

interface Answer {
  event: 'exposureAuthorization' | 'agree' | 'disagree'
  buttonId?: string
}

type Listener = (resolve: (answer: Answer) => void, info: { referrer: string }) => void

/**
 * WeChat's privacy guide: one agreement a person, asked for when `app.json` says
 * `__usePrivacyCheck__`. https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html
 */
class PrivacyGuide {
  readonly name = '《离校单小程序隐私保护指引》'
  private key = ''
  private isChecked = false
  private listener: Listener | undefined
  /** Buttons with `open-type="agreePrivacyAuthorization"` that were really tapped. */
  private readonly tapped = new Set<string>()

  start(openid: string, isChecked: boolean): void {
    this.key = `phone-privacy:${openid}`
    this.isChecked = isChecked
  }

  get isNeeded(): boolean {
    return this.isChecked && localStorage.getItem(this.key) === null
  }

  /** The last listener replaces the ones before, as in WeChat. */
  readonly listen = (listener: Listener): void => {
    this.listener = listener
  }

  tapAgree(buttonId: string): void {
    this.tapped.add(buttonId)
    localStorage.setItem(this.key, 'agreed')
  }

  /** Asks the mini program's own dialog; without one nobody can agree here. */
  require(referrer: string): Promise<boolean> {
    const { listener } = this
    if (!this.isNeeded) return Promise.resolve(true)
    if (!listener) return Promise.resolve(false)
    return new Promise((resolve) => {
      const answer = ({ event, buttonId = '' }: Answer): void => {
        if (event !== 'exposureAuthorization') {
          resolve(event === 'agree' && this.tapped.has(buttonId))
        }
      }
      listener(answer, { referrer })
    })
  }
}

export const privacyGuide = new PrivacyGuide()
