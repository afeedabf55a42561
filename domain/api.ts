import * as v from 'valibot'
import type { TrailAnswer } from './audit/record'
import type {
  CheckAnswer,
  CohortsAnswer,
  DraftAnswer,
  PreviewAnswer,
  PublishedAnswer,
} from './cohort/answers'
import {
  cohortOf,
  copying,
  discarding,
  editing,
  previewing as previewingCohort,
  publishing,
} from './cohort/forms'
import type { Refusal } from './errors'
import type { FeedAnswer, FeedsAnswer, RecheckAnswer, RunAnswer } from './feeds/answers'
import {
  decidingRun,
  feedOf,
  limiting,
  listingRejects,
  previewing,
  pulling,
  rechecking,
  runOf,
} from './feeds/forms'
import type {
  AboutMeAnswer,
  BoundAnswer,
  DeskAnswer,
  MeAnswer,
  StaffCodeAnswer,
} from './identity/answers'
import {
  campusBinding,
  staffBinding,
  staffCodeIssue,
  studentBinding,
  studentUnbinding,
  studentOf,
  unbinding,
} from './identity/forms'
import type {
  ClassAnswer,
  ClassesAnswer,
  DecisionsAnswer,
  MessageView,
  ProcedureAnswer,
  SearchAnswer,
  StaffRequestAnswer,
  StaffStudentAnswer,
  VerifiedAnswer,
  WorklistAnswer,
} from './procedures/answers'
import type {
  BatchAnswer,
  ExportAnswer,
  ImportAnswer,
  LinkAnswer,
  PayoutsAnswer,
} from './procedures/payout-answers'
import {
  acting,
  batchOf,
  classOf,
  deciding,
  exporting,
  filing,
  filingFor,
  importing,
  inspecting,
  linking,
  opening,
  registering,
  releasing,
  reminding,
  requestOf,
  searchFor,
  undoing,
  verifying,
  worklistOf,
} from './procedures/forms/calls'
import type { CertificateAnswer, PassAnswer, ScanAnswer } from './pass/answers'
import { issuing, scanning } from './pass/forms'
import type {
  ExportedAnswer,
  LackingAnswer,
  OverviewAnswer,
  RemindedAnswer,
} from './statistics/answers'
import { listing, remindingAll, tabling, viewing } from './statistics/forms'
import type {
  CodesAnswer,
  MemberAnswer,
  StaffAnswer,
  StaffSheetAnswer,
} from './roles/staff-answers'
import {
  addingMember,
  granting,
  importingStaff,
  issuingCodes,
  memberOf,
  previewingStaff,
  staffSearch,
  withdrawing,
} from './roles/staff-forms'
import { addingStudent, correctingStudent, studentAt, type StudentAnswer } from './student/forms'
import type { ItemAnswer, NoticeAnswer, SheetAnswer } from './sheet/answers'

/** One action: the schema of its input, and (as a type only) what it answers. */
interface Action<Input extends v.GenericSchema, Output> {
  input: Input
  output?: Output
}

function action<Output>() {
  return <Input extends v.GenericSchema>(input: Input): Action<Input, Output> => ({ input })
}

const nothing = v.strictObject({}, '这个操作不需要填写内容')
const itemCode = v.pipe(
  v.string('请选择一个环节'),
  v.minLength(1, '请选择一个环节'),
  v.maxLength(40, '没有这个环节'),
)

/**
 * Every call between the mini program and the cloud functions, `<function>.<action>`. The client's
 * `call()` and the functions' gate are both typed by it, so a wrong call does not compile.
 */
export const api = {
  'clearance.sheet': action<SheetAnswer>()(nothing),
  'clearance.item': action<ItemAnswer>()(v.strictObject({ code: itemCode }, '请选择一个环节')),
  'clearance.notice': action<NoticeAnswer>()(nothing),
  'identity.me': action<MeAnswer>()(nothing),
  'identity.aboutMe': action<AboutMeAnswer>()(nothing),
  'identity.bindStudent': action<BoundAnswer>()(studentBinding),
  'identity.bindStaff': action<BoundAnswer>()(staffBinding),
  'identity.bindByCampus': action<BoundAnswer>()(campusBinding),
  'identity.unbind': action<object>()(unbinding),
  'identity.unbindStudent': action<BoundAnswer>()(studentUnbinding),
  'identity.issueStaffCode': action<StaffCodeAnswer>()(staffCodeIssue),
  'requests.open': action<ProcedureAnswer>()(opening),
  'requests.act': action<ProcedureAnswer>()(acting),
  'requests.remind': action<{ said: string }>()(reminding),
  'requests.messages': action<{ messages: MessageView[] }>()(nothing),
  'desk.home': action<DeskAnswer>()(nothing),
  'desk.worklist': action<WorklistAnswer>()(worklistOf),
  'desk.search': action<SearchAnswer>()(searchFor),
  'desk.request': action<StaffRequestAnswer>()(requestOf),
  'desk.decide': action<DecisionsAnswer>()(deciding),
  'desk.inspect': action<DecisionsAnswer>()(inspecting),
  'desk.undo': action<StaffRequestAnswer>()(undoing),
  'desk.classes': action<ClassesAnswer>()(nothing),
  'desk.class': action<ClassAnswer>()(classOf),
  'desk.verify': action<VerifiedAnswer>()(verifying),
  'desk.register': action<VerifiedAnswer>()(registering),
  'desk.student': action<StaffStudentAnswer>()(studentOf),
  'desk.form': action<ProcedureAnswer>()(filingFor),
  'desk.file': action<ProcedureAnswer>()(filing),
  'payouts.list': action<PayoutsAnswer>()(nothing),
  'payouts.batch': action<BatchAnswer>()(batchOf),
  'payouts.export': action<ExportAnswer>()(exporting),
  'payouts.link': action<LinkAnswer>()(linking),
  'payouts.release': action<object>()(releasing),
  'payouts.import': action<ImportAnswer>()(importing),
  'feed.list': action<FeedsAnswer>()(nothing),
  'feed.source': action<FeedAnswer>()(feedOf),
  'feed.run': action<RunAnswer>()(runOf),
  'feed.preview': action<RunAnswer>()(previewing),
  'feed.decide': action<RunAnswer>()(decidingRun),
  'feed.pull': action<RunAnswer>()(pulling),
  'feed.rejects': action<LinkAnswer>()(listingRejects),
  'feed.limit': action<FeedAnswer>()(limiting),
  'sync.recheck': action<RecheckAnswer>()(rechecking),
  'statistics.overview': action<OverviewAnswer>()(viewing),
  'statistics.lacking': action<LackingAnswer>()(listing),
  'statistics.export': action<ExportedAnswer>()(tabling),
  'statistics.remind': action<RemindedAnswer>()(remindingAll),
  'admin.cohorts': action<CohortsAnswer>()(nothing),
  'admin.draft': action<DraftAnswer>()(cohortOf),
  'admin.check': action<CheckAnswer>()(cohortOf),
  'admin.preview': action<PreviewAnswer>()(previewingCohort),
  'admin.copy': action<DraftAnswer>()(copying),
  'admin.edit': action<DraftAnswer>()(editing),
  'admin.discard': action<object>()(discarding),
  'admin.publish': action<PublishedAnswer>()(publishing),
  'admin.staff': action<StaffAnswer>()(staffSearch),
  'admin.member': action<MemberAnswer>()(memberOf),
  'admin.addMember': action<MemberAnswer>()(addingMember),
  'admin.grant': action<MemberAnswer>()(granting),
  'admin.withdraw': action<MemberAnswer>()(withdrawing),
  'admin.previewStaff': action<StaffSheetAnswer>()(previewingStaff),
  'admin.importStaff': action<StaffSheetAnswer>()(importingStaff),
  'admin.issueCodes': action<CodesAnswer>()(issuingCodes),
  'admin.student': action<StudentAnswer>()(studentAt),
  'admin.addStudent': action<StudentAnswer>()(addingStudent),
  'admin.correctStudent': action<StudentAnswer>()(correctingStudent),
  'pass.show': action<PassAnswer>()(nothing),
  'pass.scan': action<ScanAnswer>()(scanning),
  'certificate.issue': action<CertificateAnswer>()(issuing),
  'audit.trail': action<TrailAnswer>()(studentOf),
}

export type Api = typeof api
export type ActionName = keyof Api
export type Input<Name extends ActionName> = v.InferOutput<Api[Name]['input']>
export type Output<Name extends ActionName> = NonNullable<Api[Name]['output']>

/** The function of an action, and its own name within it. */
export type FunctionName = ActionName extends `${infer Name}.${string}` ? Name : never
export type ActionOf<Name extends FunctionName> = Extract<ActionName, `${Name}.${string}`>

/** What `callFunction` answers in `result`; a function never throws to its caller. */
export type Answer<Data> = { ok: true; data: Data } | { ok: false; error: Refusal }
