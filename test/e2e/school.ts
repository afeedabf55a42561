import { OurSchool, type Looks } from './our-school'
import { Phone } from './phone'
import { DEVTOOLS } from './where'

/** A student with every trait and nothing done: there is most to see on their phone. */
const ANYBODY = 'demo-student-xumuyang'

/**
 * A school of its own for one test file, as `npm start` opens it, and phones to hold in it. After each test
 * the phones are put away, and the test fails if the mini program threw or wrote an error on one.
 */
export function useSchool(): School {
  const school = new School()
  beforeAll(() => school.open())
  afterEach(() => school.putAwayPhones())
  afterAll(() => school.close())
  return school
}

export class School {
  private opened: OurSchool | undefined
  private readonly phones: Phone[] = []

  /** The school's own doors; there are none in DevTools. */
  get ours(): OurSchool {
    if (!this.opened) throw new Error('DevTools 里没有自己的学校')
    return this.opened
  }

  async open(): Promise<void> {
    if (DEVTOOLS === undefined) this.opened = await OurSchool.open()
  }

  async phoneOf(openid: string, looks: Looks = {}): Promise<Phone> {
    return this.take(this.ours.phoneAddress(openid, looks))
  }

  /** A student's phone, whoever's: in DevTools that of the student who is logged in. */
  async anyPhone(): Promise<Phone> {
    return DEVTOOLS === undefined ? this.phoneOf(ANYBODY) : this.take(DEVTOOLS)
  }

  async putAwayPhones(): Promise<void> {
    const phones = this.phones.splice(0)
    const errors = await Promise.all(phones.map((phone) => phone.putAway()))
    expect(errors.flat()).toEqual([])
  }

  async close(): Promise<void> {
    await this.opened?.close()
  }

  private async take(address: string): Promise<Phone> {
    const phone = await Phone.take(address)
    this.phones.push(phone)
    if (DEVTOOLS !== undefined) await phone.reopen()
    return phone
  }
}
