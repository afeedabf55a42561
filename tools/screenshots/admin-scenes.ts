import type { Page } from 'playwright-core'
import type { DraftAnswer } from '../../domain/cohort/answers'
import {
  CHECK,
  CHECK_EARLY,
  CODES,
  COHORTS,
  COPIED,
  MEMBER,
  READY,
  STAFF,
  UPDATING,
} from './admin-states'
import type { Scene } from './scenes'
import { answering, each, failing, seeing, silent } from './stage-hands'

const ADMINISTRATOR = 'demo-staff-administrator'
const PAGES = 'packages/admin/pages'

const page = (name: string, query = ''): string => `${PAGES}/${name}/${name}${query}`
const scene = (name: string, target: string, rest: Partial<Scene> = {}): Scene => ({
  name: `admin-${name}`,
  openid: ADMINISTRATOR,
  page: target,
  ...rest,
})

const drafted = (draft: DraftAnswer) => answering('admin.draft', draft)
const press = (name: string) => (on: Page) => on.getByRole('button', { name, exact: true }).click()

const form = (part: string) => page('form', `?cohort=2027&part=${part}`)
const list = (name: string) => page('list', `?cohort=2027&list=${name}`)

const withMember = each(answering('admin.staff', STAFF), answering('admin.member', MEMBER))
const openMember = each(
  (on) => on.getByRole('link', { name: /^顾南枝/ }).click(),
  seeing('给一个岗位'),
)

/** The making of a cohort, the staff and single students, for the administrator. */
export const ADMIN_SCENES: Scene[] = [
  scene('cohorts', page('cohorts'), { before: answering('admin.cohorts', COHORTS) }),
  scene('cohorts-updating', page('cohorts'), { before: answering('admin.cohorts', UPDATING) }),
  scene('cohorts-loading', page('cohorts'), { before: silent, shows: '[role=status]' }),
  scene('cohorts-failed', page('cohorts'), { before: failing }),
  scene('published', page('published', '?cohort=2022')),
  scene('cohort', page('cohort', '?cohort=2027'), { height: 2100, before: drafted(COPIED) }),
  scene('cohort-ready', page('cohort', '?cohort=2027'), { before: drafted(READY) }),
  scene('cohort-wide', page('cohort', '?cohort=2022'), {
    width: 1024,
    height: 900,
    before: drafted({ ...COPIED, _id: '2022' }),
    shows: 'text=学生会这样看到',
  }),
  scene('days', form('days'), { height: 1100, before: drafted(COPIED) }),
  scene('contacts', form('contacts'), { height: 1700, before: drafted(COPIED) }),
  scene('texts', form('texts'), { height: 2000, before: drafted(COPIED) }),
  scene('item', page('item', '?cohort=2027&code=dorm'), { height: 1000, before: drafted(COPIED) }),
  scene('item-form', form('items.7'), { height: 1600, before: drafted(COPIED) }),
  scene('item-window', form('items.7.window'), { before: drafted(COPIED) }),
  scene('item-rule', form('items.3.rule'), { height: 900, before: drafted(COPIED) }),
  scene('item-new', form('items.new'), { height: 1400, before: drafted(COPIED) }),
  scene('item-wrong', form('items.new'), {
    height: 1500,
    before: drafted(COPIED),
    after: press('保存'),
  }),
  scene('paragraphs', list('items.6.guidance.paragraphs'), { before: drafted(COPIED) }),
  scene('contact', form('items.5.contacts.0'), { before: drafted(COPIED) }),
  scene('preview', page('preview', '?cohort=2022'), { height: 1100 }),
  scene('preview-item', page('preview', '?cohort=2022'), {
    height: 1100,
    after: async (on) => {
      await on.getByRole('button', { name: '退宿，必办' }).click()
      await on.getByText('办理说明').waitFor()
    },
  }),
  scene('publish', page('publish', '?cohort=2027'), {
    height: 1100,
    before: answering('admin.check', CHECK),
  }),
  scene('publish-early', page('publish', '?cohort=2027'), {
    before: answering('admin.check', CHECK_EARLY),
  }),
  scene('staff', page('staff'), { height: 900, before: answering('admin.staff', STAFF) }),
  scene('staff-failed', page('staff'), { before: failing }),
  scene('member', page('staff'), {
    height: 1150,
    before: withMember,
    after: openMember,
  }),
  scene('member-withdraw', page('staff'), {
    height: 1400,
    before: withMember,
    after: each(openMember, (on) => on.getByRole('button', { name: /^收回 / }).click()),
  }),
  scene('new-member', page('new-member')),
  scene('staff-import', page('staff-import')),
  scene('staff-codes', page('staff-codes'), {
    before: answering('admin.issueCodes', CODES),
    after: each(
      press('生成验证码表'),
      (on) => on.getByRole('dialog').getByText('生成', { exact: true }).click(),
      seeing('15 位老师'),
    ),
  }),
  scene('students', page('students')),
  scene('student-new', page('student'), { height: 1250 }),
  scene('student-wrong', page('student'), { height: 1400, after: press('加这名学生') }),
]
