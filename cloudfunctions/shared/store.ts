import cloud from 'wx-server-sdk'
import type { Cohort } from '../../domain/cohort/schema'
import type { Binding, StaffMember } from '../../domain/roles/people'
import type { Student } from '../../domain/student/student'

/** The collections and what their documents are; `collections.json` declares the same names. */
export interface Documents {
  students: Student
  staff: StaffMember
  bindings: Binding
  cohorts: Cohort
}

type Where<Name extends keyof Documents> = Partial<Documents[Name]>

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV } as unknown as cloud.ICloudConfig)
const db = cloud.database()

/**
 * The one way to the database: a thin typed face of the SDK, whose own types do not hold under
 * `strict`. Each call is one request.
 */
export const store = {
  async findOne<Name extends keyof Documents>(
    collection: Name,
    where: Where<Name>,
  ): Promise<Documents[Name] | null> {
    const { data } = (await db.collection(collection).where(where).limit(1).get()) as unknown as {
      data: Documents[Name][]
    }
    return data[0] ?? null
  },
}

/** The OPENID that the platform vouches for; a caller cannot choose it. Undefined outside WeChat. */
export function callerOpenid(): string | undefined {
  // The SDK makes a number of an OPENID of digits alone, whatever its types say.
  const { OPENID } = cloud.getWXContext() as { OPENID?: string | number }
  return OPENID === undefined ? undefined : String(OPENID)
}
