/**
 * The converter's own types for `wx:for` make any of the items of a read-only list and of a number;
 * these take their place, line by line, so that positions stay.
 */
const TYPES: Record<string, string> = {
  _ForIndex_: `type _ForIndex_<T> = T extends readonly any[] | number | string ? number : string;`,
  _ForItem_: `type _ForItem_<T> = T extends readonly (infer I)[] ? I : T extends number ? number : T extends string ? string : T extends object ? T[keyof T] : any;`,
  _ForKey_: `type _ForKey_<T, N extends string> = N extends "*this" ? _ForItem_<T> : _ForItem_<T> extends infer I ? N extends keyof I ? I[N] : { missing: N } : never;`,
}

/** The converted code of a template, with `wx:for` typed strictly. */
export function withForTypes(code: string): string {
  return code.replace(/^type (_For\w+_)<.*$/gm, (line, name: string) => TYPES[name] ?? line)
}
