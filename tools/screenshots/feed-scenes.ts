import type { FeedAnswer, FeedsAnswer, FeedView, RunAnswer } from '../../domain/feeds/answers'
import type { RunView } from '../../domain/feeds/answers'
import { SOURCE_CARDS, SOURCE_CODES, type SourceCode } from '../../domain/feeds/source'
import type { Scene } from './scenes'
import { answering, each, failing, silent } from './stage-hands'

const FINANCE = 'demo-staff-finance'
const ADMINISTRATOR = 'demo-staff-administrator'
const FEEDS = 'packages/staff/pages/feeds/feeds'
const FEED = 'packages/staff/pages/feed/feed?source='
const RUN = 'packages/staff/pages/run/run?run=SJ220610-7K3M9Q'
/** The systems that this school has. */
const PULLED: SourceCode[] = ['finance', 'card', 'library', 'dorm']
const NOW = '2022-06-10T01:32:00.000Z'

const run = (changes: Partial<RunView> = {}): RunView => ({
  run: 'SJ220610-7K3M9Q',
  source: 'finance',
  way: 'pull',
  mode: 'snapshot',
  state: 'done',
  at: '2022-06-10T01:30:00.000Z',
  asOf: '2022-06-10T01:30:00.000Z',
  by: '系统',
  cohort: '2022',
  quiet: false,
  warnings: [],
  note: '',
  received: 3006,
  changed: 12,
  applied: 12,
  cleared: 9,
  rejected: 0,
  reasons: [],
  ...changes,
})

const HELD = run({
  state: 'held',
  received: 1422,
  changed: 846,
  applied: 0,
  cleared: 846,
  rejected: 3,
  reasons: [
    '上次有 3006 名学生，这次只有 1422 名，少了 53%，超过 20%。',
    '「欠费」没办完的有 1190 人，这次一下子办完 846 人，占 71%，超过 30%。',
  ],
})

const OVERTAKEN: RunAnswer['run'] = {
  ...HELD,
  state: 'refused',
  note: '后来又传来了一次，这次不用再决定。',
}

const PREVIEW = run({ way: 'sheet', state: 'preview', by: '夏晓禾', applied: 0, rejected: 3 })

const LACKING = run({
  source: 'roster',
  way: 'sheet',
  state: 'preview',
  by: '方莉莉',
  applied: 0,
  cleared: 0,
  warnings: [
    '表里没有「住校」这一列：新加的学生会被当作没有住校，退宿这一项是灰的，直到宿舍系统传来他们的床位。',
    '表里没有「政治面貌」这一列：新加的学生会被当作不是团员，也不是党员，直到导入团员名单和党员名单。',
  ],
})

const feed = (source: SourceCode, changes: Partial<FeedView> = {}): FeedView => {
  const { title, what } = SOURCE_CARDS[source]
  const pulled = PULLED.includes(source)
  return {
    source,
    title,
    what,
    pulled,
    missed: 0,
    waiting: null,
    asOf: pulled ? '2022-06-10T01:30:00.000Z' : null,
    nextAt: pulled ? '2022-06-10T01:40:00.000Z' : null,
    last: pulled ? run({ source }) : null,
    ...changes,
  }
}

const LATE = { missed: 3, asOf: '2022-06-10T00:35:00.000Z' }

const LIST: FeedsAnswer = { feeds: SOURCE_CODES.map((source) => feed(source)), now: NOW }

const TROUBLED: FeedsAnswer = {
  now: NOW,
  feeds: LIST.feeds.map((each) => ({
    ...each,
    ...(each.source === 'finance' && { waiting: HELD }),
    ...(each.source === 'library' && LATE),
  })),
}

const SOURCE: FeedAnswer = {
  feed: feed('finance'),
  runs: [
    run(),
    run({ run: 'SJ220610-AAAAA1', at: '2022-06-10T01:20:00.000Z', applied: 0, changed: 0 }),
    run({
      run: 'SJ220610-AAAAA2',
      at: '2022-06-10T01:10:00.000Z',
      state: 'failed',
      note: '财务系统答复得太慢，30 秒没有传完',
    }),
    run({
      run: 'SJ220610-AAAAA3',
      at: '2022-06-09T08:02:00.000Z',
      way: 'sheet',
      by: '夏晓禾',
      applied: 214,
      rejected: 3,
    }),
    run({
      run: 'SJ220610-AAAAA4',
      at: '2022-06-09T07:40:00.000Z',
      state: 'refused',
      note: '数据不完整',
    }),
  ],
  brake: { shrink: 20, clear: 30 },
  columns: [
    { name: '学号', optional: false },
    { name: '学年', optional: false },
    { name: '收费项目', optional: false },
    { name: '欠费金额', optional: false },
    { name: '姓名', optional: true },
  ],
  mayLimit: false,
  now: NOW,
}

const ROSTER: FeedAnswer = {
  ...SOURCE,
  feed: feed('roster'),
  runs: [],
  mayLimit: true,
  columns: [
    ...['学号', '姓名', '学院', '班级'].map((name) => ({ name, optional: false })),
    ...['住校', '专转本', '政治面貌', '身份证后六位'].map((name) => ({ name, optional: true })),
  ],
}

const opened = (view: RunView): RunAnswer => ({
  run: view,
  rejects:
    view.rejected > 0
      ? [
          { line: 18, who: '1907010299', reason: '名单里没有这个学号' },
          { line: 42, who: '1907010216', reason: '看不懂欠费金额「壹仟贰佰元」' },
          { line: 97, who: '', reason: '没有学号' },
        ]
      : [],
  samples: [
    { studentNo: '1907010216', name: '林知夏', before: '欠 1,200.00 元', after: '没有欠费' },
    { studentNo: '1907010218', name: '许沐阳', before: '欠 20,250.00 元', after: '欠 350.00 元' },
  ],
  waiting: null,
  now: NOW,
})

const scene = (name: string, page: string, before: Scene['before'], height = 980): Scene => ({
  name,
  openid: FINANCE,
  page,
  height,
  ...(before && { before }),
})

const asAdministrator = (of: Scene): Scene => ({ ...of, openid: ADMINISTRATOR })

/** 数据同步: the sources, one of them, and one bringing-in of its data. */
export const FEED_SCENES: Scene[] = [
  asAdministrator(scene('feeds', FEEDS, answering('feed.list', LIST))),
  asAdministrator(scene('feeds-troubled', FEEDS, answering('feed.list', TROUBLED))),
  { ...scene('feeds-loading', FEEDS, silent), shows: '[role=status]' },
  scene('feeds-failed', FEEDS, failing),
  scene('feed-finance', `${FEED}finance`, answering('feed.source', SOURCE), 1320),
  scene(
    'feed-held',
    `${FEED}finance`,
    answering('feed.source', { ...SOURCE, feed: feed('finance', { waiting: HELD }) }),
    1320,
  ),
  asAdministrator(scene('feed-roster', `${FEED}roster`, answering('feed.source', ROSTER), 1080)),
  {
    ...scene('feed-exported', `${FEED}finance`, answering('feed.source', SOURCE), 1400),
    after: each((page) => page.getByRole('radio', { name: '早一些' }).click()),
  },
  scene('run-held', RUN, answering('feed.run', opened(HELD))),
  scene('run-held-again', RUN, answering('feed.run', opened({ ...HELD, quiet: true }))),
  scene(
    'run-overtaken',
    RUN,
    answering('feed.run', { ...opened(OVERTAKEN), waiting: 'SJ220610-AAAAA1' }),
  ),
  scene('run-preview', RUN, answering('feed.run', opened(PREVIEW))),
  scene('run-roster', RUN, answering('feed.run', { ...opened(LACKING), samples: [] }), 1080),
  scene('run-done', RUN, answering('feed.run', opened(run()))),
  {
    ...scene('run-deciding', RUN, answering('feed.run', opened(HELD))),
    after: each((page) => page.getByRole('button', { name: '不采用' }).click()),
  },
]
