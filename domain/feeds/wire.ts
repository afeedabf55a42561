import * as v from 'valibot'
import { SOURCE_CODES } from './source'

/** What passes between a system of the school and us; `docs/feeds.md` says it to its engineer. */
const instant = v.pipe(
  v.string('asOf 应为带时区的时刻，例如 2022-06-10T09:00:00+08:00'),
  v.isoTimestamp('asOf 应为带时区的时刻，例如 2022-06-10T09:00:00+08:00'),
  v.transform((text) => new Date(text).toISOString()),
)

const records = v.array(
  v.record(v.string(), v.unknown(), 'records 里的每一条应为一个对象'),
  'records 应为列表',
)
const cleared = v.optional(v.array(v.string('cleared 里应为学号'), 'cleared 应为学号的列表'), [])
/** Whom a snapshot is about; without it, those who leave now. */
const cohort = v.optional(
  v.pipe(
    v.string('cohort 应为届别，例如 2022'),
    v.regex(/^20\d{2}$/, 'cohort 应为届别，例如 2022'),
  ),
)
const mode = v.picklist(['snapshot', 'delta'], 'mode 应为 snapshot 或 delta')
const count = v.pipe(
  v.number('total 应为记录的总数'),
  v.integer('total 应为记录的总数'),
  v.minValue(0, 'total 应为记录的总数'),
)

/** What a system answers to `GET <url>/students?page=1`. */
export const pageSchema = v.object(
  {
    asOf: instant,
    mode,
    cohort,
    /** Of all pages together. */
    total: count,
    records,
    /** Students for whom nothing is open any more. */
    cleared,
    next: v.nullable(v.pipe(v.number('next 应为下一页的页码'), v.integer(), v.minValue(2))),
    cursor: v.optional(v.pipe(v.string('cursor 应为文字'), v.maxLength(200))),
  },
  '答复应为一个对象',
)

/** What a system answers to `GET <url>/students/<student number>`. */
export const studentSchema = v.object(
  {
    asOf: instant,
    /** Whom it has looked up: without it nothing follows from there being no record. */
    student: v.optional(v.string('student 应为学号')),
    total: v.optional(count),
    records,
  },
  '答复应为一个对象',
)

/** What a system pushes. */
export const pushSchema = v.object(
  {
    source: v.picklist(SOURCE_CODES, '没有这个 source'),
    asOf: instant,
    mode,
    cohort,
    records,
    cleared,
  },
  '内容应为一个 JSON 对象',
)

export type Page = v.InferOutput<typeof pageSchema>
export type StudentWord = v.InferOutput<typeof studentSchema>
export type Push = v.InferOutput<typeof pushSchema>
