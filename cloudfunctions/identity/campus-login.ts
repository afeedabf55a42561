import { XMLParser } from 'fast-xml-parser'
import { ClearanceError } from '../../domain/errors'
import { optional } from '../shared/environment'

/** The campus single sign-on, spoken as CAS 3.0 (apereo.github.io/cas, CAS Protocol 3.0, §2.8). */
export interface CampusLogin {
  /** Where the person logs in; CAS sends them back to the service with a ticket. */
  entrance: string
  /**
   * Asks the CAS server whose ticket it is; a ticket is good once.
   * @returns the student or staff number
   * @throws ClearanceError `INVALID` for a refused ticket, `UNAVAILABLE` when the server does not answer
   */
  validate(ticket: string): Promise<string>
}

const PATIENCE_MS = 5_000

/** Turned on by `CAS_URL` (…/cas) and `CAS_SERVICE` (the address registered with it). */
export function campusLogin(environment = process.env): CampusLogin | null {
  const base = optional('CAS_URL', environment)
  const service = optional('CAS_SERVICE', environment)
  if (!base || !service) return null
  return {
    entrance: `${base}/login?service=${encodeURIComponent(service)}`,
    async validate(ticket) {
      const query = new URLSearchParams({ service, ticket })
      return userOf(await ask(`${base}/p3/serviceValidate?${query.toString()}`))
    },
  }
}

async function ask(url: string): Promise<string> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const response = await fetch(url, { redirect: 'error', signal })
    if (response.ok) return await response.text()
  } catch {
    // Said below, like an answer that is not one.
  }
  throw new ClearanceError({
    code: 'UNAVAILABLE',
    message: '统一身份认证没有答复，请过一会儿再试，或用学号绑定。',
  })
}

function userOf(xml: string): string {
  const parser = new XMLParser({
    removeNSPrefix: true,
    processEntities: false,
    parseTagValue: false,
  })
  const reply = parser.parse(xml) as {
    serviceResponse?: { authenticationSuccess?: { user?: unknown } }
  }
  const user = reply.serviceResponse?.authenticationSuccess?.user
  if (typeof user === 'string' && user !== '') return user
  throw new ClearanceError({
    code: 'INVALID',
    message: '统一身份认证没有认可这次登录，请重新登录一次。',
  })
}
