import { cohort2022 } from '../cohort2022'

// Read off the notice of 2022-06-09 by hand; the product must say the same.
const CONTACTS: [item: string, department: string, name: string, phones: string[]][] = [
  ['tuition', '财务处', '周晨婷', ['025-85395103', '025-85395014']],
  ['lodging', '财务处', '周晨婷', ['025-85395103', '025-85395014']],
  ['insurance', '财务处', '周晨婷', ['025-85395103', '025-85395014']],
  ['card', '财务处', '周晨婷', ['025-85395103', '025-85395014']],
  ['league', '校团委', '蔡静', ['025-85395063']],
  ['library', '质量管理与科研处（图书馆）', '邱艳', ['025-85395027']],
  ['archive', '招生就业处', '金鑫', ['025-85395054']],
  ['dorm', '学生处', '方莉莉', ['025-85395012']],
  ['party', '组织人事部', '周文佳', ['025-85395157']],
  ['hukou', '后勤与安保处', '黄骏涛', ['025-82212110', '17751771472']],
]

const WINDOWS: [item: string, window: object | undefined][] = [
  ['tuition', { to: '2022-06-15' }],
  ['lodging', { to: '2022-06-15' }],
  ['insurance', { to: '2022-06-15' }],
  ['card', { to: '2022-07-02' }],
  ['league', { from: '2022-06-09', to: '2022-06-22' }],
  ['library', { from: '2022-06-09', to: '2022-07-02' }],
  ['archive', { undated: '具体时间待定' }],
  ['dorm', { from: '2022-06-09', to: '2022-06-22' }],
  ['party', { undated: '具体时间待定' }],
  ['verification', undefined],
]

function item(code: string) {
  const found = cohort2022.items.find((candidate) => candidate.code === code)
  if (!found) throw new Error(`no item ${code}`)
  return found
}

test.each(CONTACTS)('%s: %s, %s, %p', (code, department, name, phones) => {
  expect(item(code).department).toBe(department)
  expect(item(code).contacts).toEqual([{ name, phones }])
})

test.each(WINDOWS)('%s has the window of the notice', (code, window) => {
  expect(item(code).window).toEqual(window)
})

test.each([
  ['league', ['leagueMember']],
  ['dorm', ['boarder']],
  ['party', ['partyMember']],
  ['hukou', ['campusHukou']],
  ['lodging', []],
  ['archive', []],
])('%s applies to %p', (code, traits) => {
  expect(item(code).appliesTo).toEqual(traits)
})

test('步骤2 is 学院核验 alone', () => {
  expect(cohort2022.items.filter(({ step }) => step === 2).map(({ code }) => code)).toEqual([
    'verification',
  ])
})

test.each([
  ['tuition', '2022 年 6 月 15 日之前缴清'],
  ['tuition', '缴费后环节会自动通过（同步有时间间隔）'],
  ['tuition', '对缴费数据存有疑问的，可电话咨询'],
  ['card', '2022 年 7 月 4 日的一卡通报表余额为准'],
  ['card', '仅限借记卡'],
  ['league', '团宁城职委〔2022〕7 号'],
  ['league', '团员证转出登记盖章'],
  ['library', '购买相同版本的图书'],
  ['library', '借书证注销'],
  ['archive', 'EMS 邮政速递'],
  ['archive', '专用封条'],
  ['dorm', '经过辅导员、学院书记审核'],
  ['party', '接收方党组织准确名称'],
  ['hukou', '溧水经济开发区派出所'],
  ['hukou', '户籍可以在校保留两年'],
])('the 办理说明 of %s says 「%s」', (code, words) => {
  expect(
    item(code)
      .guidance.paragraphs.map(({ text }) => text)
      .join(''),
  ).toContain(words)
})

test('place and hours of the annex stand at the fees', () => {
  expect(item('tuition').guidance).toMatchObject({
    place: '微信公众号缴费平台',
    hours: '8:30–16:20',
  })
})

test('the seven rows of 工作职责 are there', () => {
  expect(cohort2022.responsibilities.map(({ departments }) => departments[0])).toEqual([
    '财务处',
    '校团委',
    '图书馆',
    '招生就业处',
    '学生处',
    '组织人事部',
    '后勤与安保处',
  ])
})

test('what the notice does not state is marked for the college to confirm', () => {
  expect(item('verification').toConfirm).toContain('guidance')
  expect(item('dorm').toConfirm).toContain('required')
  expect(item('tuition').toConfirm).toEqual([])
})

test('both ways to the sheet are the notice’s own, the search on a computer included', () => {
  const ways = cohort2022.entrances.map(({ path }) => path.join('，'))
  expect(ways[0]).toContain('南京城市职业学院云上南城公众号')
  expect(ways[0]).toContain('左下角「智慧校园」')
  expect(ways[2]).toContain('页面上方搜索框搜索「学生离校」')
})
