import { createHash } from 'node:crypto'

/** What a visitor may be shown. */
export type Shown =
  | { kind: 'ask' | 'unknown' | 'tooMany' | 'method' | 'broken' }
  | { kind: 'valid' | 'invalid'; name: string; cohort: string }

const STYLE = `
:root{color-scheme:light dark;--page:#f3f4f7;--card:#fff;--text:#171a21;--quiet:#5b6270;--good:#12805c;--bad:#b42318;--line:#c4c9d2;--brand:#2a4f9e}
@media(prefers-color-scheme:dark){:root{--page:#101216;--card:#1a1d23;--text:#eceef2;--quiet:#a9b0bd;--good:#55c79c;--bad:#ff8a7d;--line:#4b515d;--brand:#3a66c4}}
*{box-sizing:border-box}
body{margin:0;padding:24px 12px;background:var(--page);color:var(--text);font:16px/1.5 system-ui,-apple-system,"PingFang SC","Noto Sans CJK SC",sans-serif}
main{max-width:420px;margin:0 auto;padding:24px 20px;border-radius:14px;background:var(--card)}
h1{margin:0 0 8px;font-size:22px;line-height:1.4}
p{margin:8px 0 0;color:var(--quiet);overflow-wrap:anywhere}
.name{font-size:20px;color:var(--text)}
.valid{color:var(--good)}
.invalid{color:var(--bad)}
form{margin-top:24px}
label{display:block;color:var(--quiet);font-size:15px}
input,button{display:block;width:100%;min-height:48px;margin-top:8px;border-radius:10px;font:inherit}
input{padding:0 12px;border:1px solid var(--line);background:none;color:inherit}
button{border:0;background:var(--brand);color:#fff;font-weight:600}
`

const styleHash = createHash('sha256').update(STYLE).digest('base64')

/** Nothing may be loaded, run, framed or kept; the one style is named by its hash. */
export const HEADERS: Record<string, string> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; ` +
    `base-uri 'none'; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow',
}

const FORM =
  '<form method="get"><label for="code">离校单上的验证码</label>' +
  '<input id="code" name="code" required maxlength="40" autocomplete="off" autocapitalize="characters">' +
  '<button>查验</button></form>'

export function htmlOf(shown: Shown): string {
  return (
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width, initial-scale=1">' +
    `<title>离校单查验</title><style>${STYLE}</style></head>` +
    `<body><main>${contentOf(shown)}</main></body></html>`
  )
}

function contentOf(shown: Shown): string {
  switch (shown.kind) {
    case 'valid':
      return result(shown, '有效', '离校手续都办好了。')
    case 'invalid':
      return result(shown, '无效', '离校手续现在不全，请本人打开离校单看。')
    case 'ask':
      return `<h1>查验离校单</h1>${FORM}`
    case 'unknown':
      return `<h1>没有这张离校单</h1><p>请核对验证码，或者扫纸上的二维码。</p>${FORM}`
    case 'tooMany':
      return '<h1>查得太多了</h1><p>请一小时后再查。</p>'
    case 'method':
      return '<h1>这里只能查看</h1>'
    case 'broken':
      return '<h1>现在查不到</h1><p>请过一会儿再试。</p>'
  }
}

function result(
  { kind, name, cohort }: Extract<Shown, { name: string }>,
  word: string,
  why: string,
): string {
  return (
    `<h1 class="${kind}">${word}</h1><p class="name">${escaped(name)}</p>` +
    `<p>${escaped(cohort)}毕业生</p><p>${why}</p>`
  )
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter)
}
