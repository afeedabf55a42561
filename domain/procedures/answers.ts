import type { Guidance, Pledge } from '../cohort/schema'
import type { Line, Status } from '../sheet/sheet'
import type { FieldView } from './fields'
import type { Contents, FiledCode, ProcedureCode } from './request'

/** A row of the timeline that both sides read. */
export interface TimelineRow {
  mark: 'done' | 'bad' | 'now' | 'ahead'
  title: string
  /** May be empty. */
  detail: string
}

/** A button under a request. */
export interface ActionView {
  /** Name of the transition. */
  name: string
  label: string
  tone: 'primary' | 'quiet' | 'danger'
  note: 'none' | 'optional' | 'required'
  usualNotes: string[]
  /** The form it needs, which stands on a page of its own; `none` for a button alone. */
  form: 'none' | 'filing' | 'inspection' | 'confirmation' | 'fields'
  /** What to fill in, for `fields`. */
  fields: FieldView[]
}

export interface PhotoView {
  /** `cloud://…`, what a form holds. */
  id: string
  /** A link that shows it for some minutes. */
  url: string
}

/** A request as the page of one reader shows it. */
export interface RequestView {
  /** The reference number. */
  id: string
  procedure: ProcedureCode
  title: string
  version: number
  state: string
  status: Status
  bad: boolean
  late: boolean
  headline: string
  explanation: string
  timeline: TimelineRow[]
  lines: Line[]
  photos: PhotoView[]
  /** What the staff found or paid; empty before. */
  results: Line[]
  resultPhotos: PhotoView[]
  actions: ActionView[]
  /** Until when the reader may take back their last step; instant, ISO, or null. */
  undoUntil: string | null
}

/** Whom to call about the current state. */
export interface ContactView {
  name: string
  phones: string[]
}

/** A pledge, and whether its words are still the college's to confirm. */
export interface PledgeView extends Pick<Pledge, 'title' | 'paragraphs'> {
  toConfirm: boolean
}

/** Everything the page of a procedure needs, for the student or a counsellor who files for them. */
export interface ProcedureAnswer {
  procedure: FiledCode
  title: string
  student: { studentNo: string; name: string; className: string; place: string }
  request: RequestView | null
  /** What was typed last, for typing it better; null before anything was. */
  typed: Contents[ProcedureCode]['form'] | null
  /** What can be filed now, where no page of its own asks for it; two where one has to choose. */
  filings: ActionView[]
  /** Why nothing can be filed now, a whole sentence; empty when something can. */
  blocked: string
  /** 6 月 22 日 already past: may still be filed, and is marked. */
  late: boolean
  /** Where part of it is done elsewhere, to be copied: 智慧团建. */
  links: Guidance['links']
  /** What is read before it is signed; null where nothing is. */
  pledge: PledgeView | null
  /** What is known of the matter already: the card's balance with its source. */
  known: Line[]
  /** What to know before filing. */
  warnings: string[]
  /** The things of the room, for a check-out; else empty. */
  things: string[]
  contacts: ContactView[]
  /** Subscription message templates to ask for when the student hands in. */
  templates: string[]
  now: string
}

/** One row of a worklist. */
export interface WorkRow {
  id: string
  version: number
  procedure: ProcedureCode
  studentNo: string
  name: string
  className: string
  /** 3 号楼 412; empty for who has no room. */
  place: string
  summary: string
  /** Where it stands, in words. */
  says: string
  since: string
  /** Past the day it is wanted for. */
  overdue: boolean
  late: boolean
  /** Transitions that need neither a form nor a reason, so that many can be done at once. */
  quick: { name: string; label: string }[]
}

export interface WorklistAnswer {
  /** How many wait, by procedure, those with any; in the order of the procedures. */
  counts: { procedure: FiledCode; title: string; count: number }[]
  rows: WorkRow[]
  /** Whether there are more on the next page. */
  more: boolean
  /** Subscription message templates to ask for when something is decided. */
  templates: string[]
  now: string
}

/** A student as a search of the staff finds them. */
export interface StudentRow {
  studentNo: string
  name: string
  className: string
  place: string
}

export interface SearchAnswer {
  requests: WorkRow[]
  students: StudentRow[]
}

/** A request as a staff member opens it. */
export interface StaffRequestAnswer {
  student: { studentNo: string; name: string; className: string; college: string; place: string }
  request: RequestView
  /** Others of the same room who are leaving it and can be inspected in one go; for the dorm manager. */
  roommates: { id: string; version: number; name: string; bed: string; keys: number }[]
  things: string[]
  templates: string[]
  now: string
}

/** What became of each of many requests that were decided at once. */
export interface DecisionsAnswer {
  /** `fields`: a sentence at each wrong field of what was filled in. */
  results: { id: string; ok: boolean; message: string; fields?: Record<string, string> }[]
}

/** 离校单 of a student as the staff in charge of them see it. */
export interface StaffStudentAnswer {
  student: { studentNo: string; name: string; className: string; college: string; place: string }
  items: { code: string; title: string; required: boolean; status: Status; reason: string }[]
  requests: WorkRow[]
  /** Procedures that the caller may file for this student. */
  mayFile: { procedure: FiledCode; title: string; page: string }[]
  now: string
}

/** How far a class is with 学院核验. */
export interface ClassRow {
  className: string
  total: number
  /** Everything before the verification is done, and the college has not spoken yet. */
  ready: number
}

export interface ClassesAnswer {
  classes: ClassRow[]
}

export interface ClassAnswer {
  className: string
  /** Whether the college may verify on a condition. */
  conditional: boolean
  students: {
    studentNo: string
    name: string
    /** `conditional`: verified on a condition, and something is missing still. */
    state: 'ready' | 'lacking' | 'conditional' | 'verified'
    /** Titles of what is missing. */
    lacking: string[]
    /** What the verification says; empty before. */
    says: string
  }[]
  now: string
}

/** What became of each of several students who were verified or registered at once. */
export interface VerifiedAnswer {
  /** `fields`: a sentence at each wrong field of what was filled in. */
  results: {
    studentNo: string
    ok: boolean
    message: string
    fields?: Record<string, string>
  }[]
}

/** A message of the mini program itself; WeChat's subscription message says the same. */
export interface MessageView {
  id: string
  title: string
  text: string
  page: string
  at: string
}
