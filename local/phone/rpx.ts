/** 750rpx are the width of the screen; `--rpx` is set in base.css. */
export function rpxToCss(value: string): string {
  return value.replace(/(?<![\w-])(-?(?:\d+\.?\d*|\.\d+))rpx\b/g, 'calc($1 * var(--rpx))')
}
