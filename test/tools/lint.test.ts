import { spawnSync } from 'node:child_process'
import path from 'node:path'

interface Snippet {
  file: string
  code: string
}

/** A forbidden thing: where, what, the rule that must see it, and what is close to it but right. */
type Case = [file: string, wrong: string, rule: string, right: string]

const PAGE = 'miniprogram/services/failure.ts'
const CALL = 'miniprogram/services/call.ts'
const APP = 'miniprogram/app.ts'
const FUNCTION = 'cloudfunctions/shared/gate.ts'
const RULE = 'domain/money.ts'
const TOOL = 'tools/build.ts'
const STYLE = 'miniprogram/pages/item/item.wxss'
const WXML = 'miniprogram/pages/item/item.wxml'

const LOG = `import { log } from './log'\n`
const DB = `declare const db: { runTransaction(run: (held: Held) => Promise<void>): Promise<void>; startTransaction(): Promise<Held>; collection(name: string): Query }
interface Held { collection(name: string): Query }
interface Query { where(q: object): Query; doc(id: string): Query; update(data: object): Promise<void>; remove(): Promise<void>; get(): Promise<void> }
`

const cases: Record<string, Case> = {
  'a DOM global': [
    PAGE,
    'export const w = window',
    'no-restricted-globals',
    'export const f = (window: number) => window',
  ],
  'the document': [
    PAGE,
    'document.write("")',
    'no-restricted-globals',
    'export const f = (a: { document: string }) => a.document',
  ],
  'the browser’s storage': [
    PAGE,
    'localStorage.clear()',
    'no-restricted-globals',
    'wx.clearStorageSync()',
  ],
  fetch: [PAGE, 'void fetch("/")', 'no-restricted-globals', 'export const api = { fetch: 1 }'],
  'fetch by the global object': [
    PAGE,
    'void globalThis.fetch("/")',
    'no-restricted-globals',
    'export const f = (a: { fetch(): void }) => a.fetch()',
  ],
  XMLHttpRequest: [
    PAGE,
    'new XMLHttpRequest()',
    'no-restricted-globals',
    'export const name = "XMLHttpRequest"',
  ],
  'an object spread on the spot': [
    RULE,
    'export const a = { ...{ b: 1 } }',
    'no-restricted-syntax',
    'export const f = (b: { c: number }) => ({ ...b, d: 1 })',
  ],
  eval: [PAGE, 'eval("1")', 'no-eval', 'export const evaluate = () => 1'],
  Function: [
    PAGE,
    'new Function("return 1")',
    'no-restricted-globals',
    'export const f = (): number => 1',
  ],
  'a string for a timer': [
    PAGE,
    'setTimeout("go()", 1)',
    '@typescript-eslint/no-implied-eval',
    'setTimeout(() => undefined, 1)',
  ],
  'a Node module': [
    PAGE,
    'import "node:fs"',
    'project/arrows',
    'import * as v from "valibot"\nv.string()',
  ],
  'a Node module by require': [
    PAGE,
    'require("fs")',
    'project/arrows',
    'export const f = (a: { require(x: string): void }) => a.require("fs")',
  ],
  process: [
    PAGE,
    'export const env = process.env',
    'no-restricted-globals',
    'export const process = 1',
  ],
  'the database in the mini program': [
    PAGE,
    'wx.cloud.database()',
    'project/cloud-by-call',
    'export const f = (a: { cloud: { database(): void } }) => a.cloud.database()',
  ],
  'the database even in call()': [
    CALL,
    'wx.cloud.database()',
    'project/cloud-by-call',
    'void wx.cloud.callFunction({ name: "a" })',
  ],
  'callFunction outside call()': [
    APP,
    'void wx.cloud.callFunction({ name: "a" })',
    'project/cloud-by-call',
    'wx.cloud.init({})',
  ],
  'callFunction in brackets': [
    APP,
    'void wx["cloud"]["callFunction"]({ name: "a" })',
    'project/cloud-by-call',
    'void wx["getSystemInfo"]()',
  ],
  'the cloud taken apart': [
    APP,
    'export const { cloud } = wx',
    'project/cloud-by-call',
    'export const { platform } = wx.getDeviceInfo()',
  ],
  'the cloud kept': [
    APP,
    'export const c = wx.cloud',
    'project/cloud-by-call',
    'export const c = wx.env',
  ],

  'a query’s update on a transaction': [
    FUNCTION,
    `${DB}void db.runTransaction(async (held) => { await held.collection('a').where({}).update({}) })`,
    'project/no-query-write-in-transaction',
    `${DB}void db.runTransaction(async (held) => { await held.collection('a').doc('1').update({}) })`,
  ],
  'a query’s remove on a started transaction': [
    FUNCTION,
    `${DB}const held = await db.startTransaction()\nawait held.collection('a').where({}).remove()`,
    'project/no-query-write-in-transaction',
    `${DB}await db.collection('a').where({}).remove()`,
  ],
  'a query kept, then removed': [
    FUNCTION,
    `${DB}export async function f(transaction: Held) { const q = transaction.collection('a').where({})\nawait q.remove() }`,
    'project/no-query-write-in-transaction',
    `${DB}export async function f(transaction: Held) { const q = transaction.collection('a').where({})\nawait q.get() }`,
  ],
  'a query’s update beside the transaction': [
    FUNCTION,
    `${DB}void db.runTransaction(async () => { await db.collection('a').where({}).update({}) })`,
    'project/no-query-write-in-transaction',
    `${DB}void db.runTransaction(async () => { await db.collection('a').where({}).get() })`,
  ],
  'Date.now()': [
    FUNCTION,
    'export const t = Date.now()',
    'project/one-clock',
    'export const t = Date.parse("2022-06-10")',
  ],
  'new Date()': [
    FUNCTION,
    'export const t = new Date()',
    'project/one-clock',
    'export const f = (at: string) => new Date(at)',
  ],
  'performance.now()': [
    FUNCTION,
    'export const t = performance.now()',
    'project/one-clock',
    'export const f = (a: { now(): number }) => a.now()',
  ],
  'the clock in a rule': [
    RULE,
    'export const t = new Date()',
    'project/one-clock',
    'export const f = (now: Date) => now.getTime()',
  ],
  'the SDK outside the store': [
    FUNCTION,
    'import cloud from "wx-server-sdk"\ncloud.database()',
    'no-restricted-imports',
    'import { store } from "./store"\nvoid store.findOne',
  ],
  'console in a function': [
    FUNCTION,
    'console.log("x")',
    'no-console',
    `${LOG}log('info', { action: 'x' })`,
  ],
  'a name in the log': [
    FUNCTION,
    `${LOG}export const f = (s: { name: string }) => log('info', { who: s.name })`,
    'project/no-personal-data-in-log',
    `${LOG}export const f = (action: string) => log('info', { function: action })`,
  ],
  'an OPENID in the log': [
    FUNCTION,
    `${LOG}export const f = (openid: string) => log('info', { openid })`,
    'project/no-personal-data-in-log',
    `${LOG}export const f = (openid: string) => { log('info', { action: 'bind' }); return openid }`,
  ],
  'a card number in a logged sentence': [
    FUNCTION,
    `${LOG}export const f = (a: { cardNumber: string }) => log('info', { text: \`to \${a.cardNumber}\` })`,
    'project/no-personal-data-in-log',
    `${LOG}export const f = (a: { digits: number }) => log('info', { text: \`to \${a.digits}\` })`,
  ],
  'a whole student in the log': [
    FUNCTION,
    `${LOG}export const f = (student: object) => log('info', { text: JSON.stringify(student) })`,
    'project/no-personal-data-in-log',
    `${LOG}export const f = (students: string[]) => log('info', { count: students.length })`,
  ],

  'a rule that imports the mini program': [
    RULE,
    'import "../miniprogram/app"',
    'project/arrows',
    'import "./calendar"',
  ],
  'a rule that imports a function': [
    RULE,
    'import "../cloudfunctions/shared/log"',
    'project/arrows',
    'import "./roles"',
  ],
  'a rule that imports an SDK': [
    RULE,
    'import "wx-server-sdk"',
    'project/arrows',
    'import "valibot"',
  ],
  'a rule that reads files': [RULE, 'import "node:fs"', 'project/arrows', 'export const fs = 1'],
  'a rule that knows WeChat': [
    RULE,
    'void wx',
    'no-restricted-globals',
    'export const f = (wx: number) => wx',
  ],
  'a page that imports a function': [
    PAGE,
    'import "../../cloudfunctions/shared/log"',
    'project/arrows',
    'import "../../domain/money"',
  ],
  'a function that imports a page': [
    FUNCTION,
    'import "../../miniprogram/app"',
    'project/arrows',
    'import "../../domain/money"',
  ],
  'a function that imports the laptop’s cloud': [
    FUNCTION,
    'import "../../local/cloud"',
    'project/arrows',
    'import "node:crypto"',
  ],
  'a tool that imports the laptop’s cloud': [
    TOOL,
    'void import("../local/cloud")',
    'project/arrows',
    'import "./paths"',
  ],

  'a promise that nobody awaits': [
    PAGE,
    'export async function f() { await g() }\nasync function g() { await f() }\nf()',
    '@typescript-eslint/no-floating-promises',
    'export async function f() { await g() }\nasync function g() { await f() }\nvoid f()',
  ],
  any: [
    RULE,
    'export const a: any = 1',
    '@typescript-eslint/no-explicit-any',
    'export const a: unknown = 1',
  ],
  'a non-null !': [
    RULE,
    'export const f = (a?: string) => a!',
    '@typescript-eslint/no-non-null-assertion',
    'export const f = (a?: string) => a ?? ""',
  ],

  'a list without a key': [
    WXML,
    '<view wx:for="{{a}}">{{item}}</view>',
    'wxml/wx-key',
    '<view wx:for="{{a}}" wx:key="*this">{{item}}</view>',
  ],
  'wx:for beside wx:if': [
    WXML,
    '<view wx:for="{{a}}" wx:if="{{b}}" wx:key="*this" />',
    'wxml/no-wx-for-with-wx-if',
    '<view wx:for="{{a}}" wx:key="*this"><view wx:if="{{item}}" /></view>',
  ],
  'a condition in words': [
    WXML,
    '<view wx:if="false" />',
    'wxml/no-wx-if-string',
    '<view wx:if="{{false}}" />',
  ],
  'the old way to bind': [
    WXML,
    '<view bindtap="go" />',
    'wxml/colon-style-event-binding',
    '<view bind:tap="go" />',
  ],

  'a colour written out': [
    STYLE,
    '.a {\n  color: #123456;\n}\n',
    'color-no-hex',
    '.a {\n  color: var(--text-1);\n  width: 12rpx;\n}\n',
  ],
  'a colour by its name': [
    STYLE,
    '.a {\n  color: red;\n}\n',
    'color-named',
    '.a {\n  color: currentcolor;\n}\n',
  ],
  'a misspelt style': [
    STYLE,
    '.a {\n  colour: var(--text-1);\n}\n',
    'property-no-unknown',
    '.a {\n  mask-image: icon(check);\n}\n',
  ],
}

let rules: string[][] = []

beforeAll(() => {
  const snippets = Object.values(cases).flatMap(([file, wrong, , right]): Snippet[] => [
    { file, code: wrong },
    { file, code: right },
  ])
  const run = spawnSync(process.execPath, [path.join(__dirname, 'lint-snippets.mjs')], {
    input: JSON.stringify(snippets),
    encoding: 'utf8',
  })
  if (run.status !== 0) throw new Error(run.stderr)
  rules = JSON.parse(run.stdout) as string[][]
}, 120_000)

const table = Object.entries(cases).map(([name, [, , rule]], index) => ({ name, rule, index }))

test.each(table)('$name is reported, and what is close to it is not', ({ rule, index }) => {
  expect(rules[index * 2]).toContain(rule)
  expect(rules[index * 2 + 1]).not.toContain(rule)
  expect(rules[index * 2 + 1]?.join()).not.toContain('broken')
})
