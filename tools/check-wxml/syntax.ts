import type { TmplGroup } from 'glass-easel-template-checker'
import type { Problem } from './problem'
import type { Template } from './template'

interface Diagnostic {
  message: string
  startLine: number
  startColumn: number
}

/** What the compiler says, for a person who has not read the compiler. */
const SENTENCES: Record<string, string> = {
  'missing end tag': '标签没有闭合',
  'invalid end tag': '结束标签没有对应的开始标签',
  'incomplete tag': '标签没有写完',
  'invalid attribute': '这里不能用这个属性',
  'invalid attribute name': '属性名写法不对',
  'invalid attribute prefix': '属性名的前缀不存在',
  'duplicated attribute': '属性重复',
  'missing expression end': '表达式缺少 }}',
  'unexpected character inside expression': '表达式写法不对',
  'not a valid identifier': '表达式写法不对',
}

/** Parses a template into the group; whatever the compiler doubts is a problem here. */
export function checkSyntax(group: TmplGroup, { name, file, wxml }: Template): Problem[] {
  const found = group.addTmpl(name, wxml) as Diagnostic[]
  return found.map(({ message, startLine, startColumn }) => ({
    file,
    line: startLine + 1,
    column: startColumn + 1,
    message: SENTENCES[message] ?? message,
  }))
}
