import { chromium, type Browser } from 'playwright-core'
import { BROWSER_FLAGS, requireBrowser } from '../tools/browser'
import { startSchool, type RunningSchool } from '../tools/school'

export interface OpenedSchool {
  readonly browser: Browser
  readonly url: string
}

/**
 * A school and a browser for one test file. The browser comes first: a school whose test cannot look at
 * it would be left running, and keep Jest from ending.
 */
export function useOpenedSchool(): OpenedSchool {
  let browser: Browser | undefined
  let school: RunningSchool | undefined

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: requireBrowser(), args: BROWSER_FLAGS })
    school = await startSchool()
  })

  afterAll(async () => {
    await browser?.close()
    await school?.close()
  })

  return {
    get browser() {
      return opened(browser)
    },
    get url() {
      return opened(school).url
    },
  }
}

function opened<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the school is not open yet')
  return value
}
