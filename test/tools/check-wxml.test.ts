import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const ROOT = path.join(__dirname, '../..')
const TDESIGN = 'tdesign-miniprogram/button/button'

/** The places where something is wrong are marked ‸ in what follows. */
const MARK = '‸'

/** What each planted page's script holds. */
const SCRIPT = `
interface Student { name: string; books: readonly { barcode: string; title: string }[] }
Page({
  data: { student: null as Student | null, wide: false, count: 0, days: [] as string[] },
  open() { this.setData({ wide: true }) },
})
`

const METER = {
  'meter.json': '{ "component": true }',
  'meter.wxml': '<view bind:tap="measure">{{level}}{{tone}}{{doubled}}</view>',
  'meter.ts': `
    Component({
      properties: {
        level: { type: Number, value: 0 },
        tone: { type: String, value: 'calm' as 'calm' | 'loud' },
        wide: Boolean,
        owner: { type: Object, value: null as unknown as { name: string; room: string } },
      },
      data: { doubled: 0 },
      methods: { measure() { this.setData({ doubled: this.data.level * 2 }) } },
    })`,
}

interface Planted {
  wxml: string
  /** A sentence a mark. */
  says: string[]
  json?: string
  script?: string
}

const planted: Record<string, Planted> = {
  'a misspelt field of data': {
    wxml: '<view>\n  <text>{{‸studnt.name}}</text>\n</view>',
    says: ['data 里没有 studnt，是不是 student？'],
  },
  'a misspelt field further in': {
    wxml: '<text wx:if="{{wide}}">{{student.‸nam}}</text>',
    says: ['没有字段 nam，是不是 name？'],
  },
  'a misspelt field in a class': {
    wxml: "<view class=\"row {{‸wise ? 'row--wide' : ''}}\" />",
    says: ['data 里没有 wise'],
  },
  'a misspelt field of an item': {
    wxml: '<view wx:for="{{student.books}}" wx:key="barcode">{{item.‸titel}}</view>',
    says: ['没有字段 titel，是不是 title？'],
  },
  'a misspelt field of a named item': {
    wxml: '<view wx:for="{{student.books}}" wx:key="barcode" wx:for-item="book">{{book.‸barcod}}</view>',
    says: ['没有字段 barcod，是不是 barcode？'],
  },
  'a key that items do not have': {
    wxml: '<view wx:for="{{student.books}}" ‸wx:key="code">{{item.title}}</view>',
    says: ['wx:key 要是每一项里值为字符串或数字的字段'],
  },
  'a key of items that are objects themselves': {
    wxml: '<view wx:for="{{student.books}}" ‸wx:key="*this">{{item.title}}</view>',
    says: ['wx:key 要是每一项里值为字符串或数字的字段'],
  },
  'a property that our component does not have': {
    wxml: '<meter ‸levels="{{count}}" />',
    says: ['组件没有属性 levels，是不是 level？'],
  },
  'a property of the wrong type': {
    wxml: '<meter ‸level="{{student.name}}" />',
    says: ['类型不对：给的是 string，要的是 number'],
  },
  'a record of another kind': {
    wxml: '<meter ‸owner="{{student}}" />',
    says: ['类型不对：给的是 Student，要的是 { name: string; room: string; }'],
  },
  'a written-out value of the wrong type': {
    wxml: '<meter\n  ‸level="five"\n/>',
    says: ['属性 level 不能是 "five"，要的是 number'],
  },
  'a written-out value that is not among those possible': {
    wxml: '<meter level="5" ‸tone="lound" />',
    says: ['属性 tone 不能是 "lound"，要的是 "calm" | "loud"'],
  },
  'a written-out word for yes or no': {
    wxml: '<meter ‸wide="false" />',
    says: ['属性 wide 不能是 "false"，要的是 boolean'],
  },
  'a property that a TDesign component does not have': {
    wxml: '<t-button ‸colour="primary" />',
    json: `{ "usingComponents": { "t-button": "${TDESIGN}" } }`,
    says: ['组件没有属性 colour'],
  },
  'a property of a TDesign component of the wrong type': {
    wxml: '<t-button ‸block="{{student.name}}" ‸size="giant" />',
    json: `{ "usingComponents": { "t-button": "${TDESIGN}" } }`,
    says: [
      '类型不对：给的是 string，要的是 boolean',
      '属性 size 不能是 "giant"，要的是 "small" | "extra-small" | "medium" | "large"',
    ],
  },
  'a missing handler': {
    wxml: '<view class="row" bind:tap="‸nope">{{count}}</view>',
    says: ['没有处理函数 nope'],
  },
  'a missing handler of a component’s event': {
    wxml: '<meter bind:full="‸opened" />',
    says: ['没有处理函数 opened，是不是 open？'],
  },
  'a tag that is not closed': { wxml: '<view><‸text></view>', says: ['标签没有闭合'] },
  'an end tag without a start': {
    wxml: '<view></view>‸</text>',
    says: ['结束标签没有对应的开始标签'],
  },
  'tags that do not match': {
    wxml: '<‸view>‸</veiw>',
    says: ['标签没有闭合', '结束标签没有对应的开始标签'],
  },
  'a bad expression': { wxml: '<view>{{ count + ‸}}</view>', says: ['表达式写法不对'] },
  'an expression without its end': {
    wxml: '<‸view>‸{{ count <‸/view>',
    says: ['标签没有闭合', '表达式缺少 }}', '表达式写法不对'],
  },
  'a tag that nobody declared': {
    wxml: '<view>\n  <‸metre level="{{1}}" />\n</view>',
    says: ['没有这个组件：不是内置的，也不在 usingComponents 里'],
  },
  'a declared component that is not there': {
    wxml: '<metre />',
    json: '{\n  "usingComponents": {\n    ‸"metre": "/components/metre/metre"\n  }\n}',
    says: ['组件 metre 缺少文件 .json'],
  },
  'a declared component of an npm package that is not there': {
    wxml: '<t-buton />',
    json: '{ "usingComponents": { ‸"t-buton": "tdesign-miniprogram/buton/buton" } }',
    says: ['组件 t-buton 缺少文件 .json'],
  },
  'a declared component that the template does not use': {
    wxml: '<view />',
    json: `{ "usingComponents": { ‸"meter": "/components/meter/meter" } }`,
    says: ['组件 meter 声明了，但模板没有用到'],
  },
  'a script that registers nothing': {
    wxml: '‸<view>{{count}}</view>',
    script: 'export const nothing = 0',
    says: ['同名的 .ts 里没有 Page({…}) 或 Component({…})'],
  },
  'nothing, where nothing is wrong': {
    wxml: `
      <view wx:if="{{student}}" class="row {{wide ? 'wide' : ''}}" aria-role="button" data-n="{{count}}" bind:tap="open">
        <text wx:for="{{student.books}}" wx:key="barcode">{{index}} {{item.title}}</text>
        <text wx:for="{{days}}" wx:key="*this" wx:for-item="day">{{day.length}}</text>
        <block wx:for="{{3}}" wx:key="*this">{{item + 1}}</block>
      </view>
      <meter id="m" class="x" style="top: 0" hidden="{{!wide}}" level="{{count}}" tone="loud" wide aria-label="x" bind:full="open" />`,
    says: [],
  },
}

const folder = mkdtempSync(path.join(tmpdir(), 'wxml-'))
const names = Object.keys(planted)
const pageOf = (name: string) => `pages/p${names.indexOf(name)}`
let found: string[] = []

beforeAll(() => {
  write('app.json', JSON.stringify({ pages: names.map(pageOf) }))
  for (const [file, text] of Object.entries(METER)) write(`components/meter/${file}`, text)
  for (const [name, { wxml, json, script = SCRIPT }] of Object.entries(planted)) {
    const using = /<meter[\s>]/.test(wxml) ? { meter: '/components/meter/meter' } : {}
    write(`${pageOf(name)}.wxml`, wxml)
    write(`${pageOf(name)}.json`, json ?? JSON.stringify({ usingComponents: using }))
    write(`${pageOf(name)}.ts`, script)
  }
  found = check(folder)
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  writeFileSync(path.join(folder, file), text.replaceAll(MARK, ''))
}

function check(...args: string[]): string[] {
  const program = path.join(ROOT, 'tools/check-wxml.ts')
  const run = spawnSync(process.execPath, ['--import', 'tsx', program, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  if (run.stderr) throw new Error(run.stderr)
  expect(run.status).toBe(run.stdout ? 1 : 0)
  return run.stdout.split('\n').filter(Boolean)
}

/** `file:line:column` of each mark in a planted page. */
function marksOf(name: string): string[] {
  const { wxml, json = '' } = planted[name] as Planted
  return Object.entries({ wxml, json }).flatMap(([extension, text]) => {
    const pieces = text.split(MARK).slice(0, -1)
    return pieces.map((_, index) => {
      const lines = pieces
        .slice(0, index + 1)
        .join('')
        .split('\n')
      return `${pageOf(name)}.${extension}:${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`
    })
  })
}

test.each(names)('finds %s', (name) => {
  const own = found.filter((line) => line.startsWith(`${pageOf(name)}.`))
  expect(own).toEqual(marksOf(name).map((place, index) => `${place} ${planted[name]?.says[index]}`))
})

test('the mini program is clean', () => {
  expect(check()).toEqual([])
})
