/**
 * WXS looks like JavaScript and is not: `x.constructor` is a string such as `'Array'`, regular
 * expressions and dates come from functions, and `"\d"` keeps its backslash in `getRegExp`.
 */
export function wxsToJavaScript(source: string): string {
  return source
    .replace(/\.constructor\b/g, '.__wxsConstructor')
    .replace(
      /getRegExp\(\s*(['"])((?:\\.|(?!\1).)*)\1/g,
      (_, quote: string, body: string) =>
        `getRegExp(${quote}${body.replace(/\\(?!\\)/g, '\\\\')}${quote}`,
    )
}

/** Stands before the compiled templates; read by every WXS module. */
export const WXS_RUNTIME = `
var getRegExp = function (pattern, flags) { return new RegExp(pattern, flags) };
var getDate = function () {
  return arguments.length ? new (Function.prototype.bind.apply(Date, [null].concat([].slice.call(arguments))))() : new Date();
};
if (!('__wxsConstructor' in Object.prototype)) Object.defineProperty(Object.prototype, '__wxsConstructor', {
  get: function () { return Object.prototype.toString.call(this).slice(8, -1) },
});
`
