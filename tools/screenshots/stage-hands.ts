import type { Page, Route } from 'playwright-core'

/** The cloud does not answer. */
export async function failing(page: Page): Promise<void> {
  await page.route('**/call/**', (route) => route.abort())
}

/** The cloud takes its time. */
export async function silent(page: Page): Promise<void> {
  await page.route('**/call/**', () => new Promise(() => undefined))
}

/** One action answers as told, without the school: a state that is hard to bring about. */
export function answering(action: string, answer: object): (page: Page) => Promise<void> {
  return replying(action, { ok: true, data: answer })
}

export function refusing(action: string, error: object): (page: Page) => Promise<void> {
  return replying(action, { ok: false, error })
}

function replying(action: string, result: object): (page: Page) => Promise<void> {
  const [functionName = '', name] = action.split('.')
  const reply = async (route: Route): Promise<void> => {
    const asked = route.request().postDataJSON() as { action?: string }
    if (asked.action === name) await route.fulfill({ json: { result } })
    else await route.fallback()
  }
  return async (page) => {
    await page.route(`**/call/${functionName}`, reply)
  }
}

/** Several preparations, one after the other. */
export function each(...steps: ((page: Page) => Promise<void>)[]): (page: Page) => Promise<void> {
  return async (page) => {
    for (const step of steps) await step(page)
  }
}

/** Types into the fields by their names and presses a button. */
export function filling(
  fields: Record<string, string>,
  button: string,
): (page: Page) => Promise<void> {
  return async (page) => {
    for (const [label, text] of Object.entries(fields)) {
      await page.getByRole('textbox', { name: label }).fill(text)
    }
    await page.getByRole('button', { name: button, exact: true }).click()
  }
}

export function tapping(role: 'tab' | 'checkbox', name: string): (page: Page) => Promise<void> {
  return (page) => page.getByRole(role, { name }).click()
}

export function seeing(words: string): (page: Page) => Promise<void> {
  return (page) => page.getByText(words).first().waitFor()
}
