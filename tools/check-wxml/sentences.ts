import ts from 'typescript'

/** What TypeScript found in a template's code, in the words of someone who writes templates. */
export function sentenceOf(source: ts.SourceFile, diagnostic: ts.Diagnostic): string {
  const { start = 0, length = 0, code } = diagnostic
  const named = source.text.slice(start, start + length)
  const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n')
  const first = message.split('\n')[0] ?? ''
  if (NO_SUCH_NAME.has(code)) {
    const [, likely] = /Did you mean '(.+)'\?/.exec(first) ?? []
    return `${missing(source.text.slice(0, start))} ${named}${likely ? `，是不是 ${likely}？` : ''}`
  }
  if (NO_SUCH_TAG.has(code)) return '没有这个组件：不是内置的，也不在 usingComponents 里'
  const statement = source.text.slice(start, source.text.indexOf(';', start))
  if (code === NOT_ASSIGNABLE && statement.includes('_ForKey_')) {
    return 'wx:key 要是每一项里值为字符串或数字的字段'
  }
  const [, given, wanted] = MISMATCH.exec(first) ?? []
  return given ? `类型不对：给的是 ${given}，要的是 ${wanted}` : first
}

const MISMATCH =
  /ype '(.+)' (?:is not assignable to|is missing .+ from|but required in) type '([^']+)'/
const NO_SUCH_NAME = new Set([2339, 2551])
const NO_SUCH_TAG = new Set([7052, 7053])
const NOT_ASSIGNABLE = 2322

function missing(before: string): string {
  if (before.endsWith('_tag_.')) return '组件没有属性'
  if (before.endsWith('methods.')) return '没有处理函数'
  return before.endsWith('data.') ? 'data 里没有' : '没有字段'
}
