import { formatDayTime } from '../../../domain/calendar'
import { administrators, appoint } from '../first-administrator'
import type { Step } from '../step'

/** Somebody who can let in all others. */
export const administrator: Step = {
  title: '第一位管理员',
  async look({ database, administrator: person, now, say }) {
    if ((await administrators(database, now)).length > 0) return { changes: [], remarks: [] }
    if (!person) {
      const remark =
        '还没有管理员：再运行一次，后面写上工号和姓名，例如 npm run deploy -- --yes 20081012 程序云。'
      return { changes: [], remarks: [remark] }
    }
    return {
      changes: [
        {
          what: `设第一位管理员，工号 ${person.staffNo}，并印出一次性验证码`,
          async make() {
            const { code, expiresAt } = await appoint(database, person, now)
            say(`  管理员的一次性验证码：${code}（${formatDayTime(expiresAt)} 以前，只能用一次）`)
          },
        },
      ],
      remarks: [],
    }
  },
}
