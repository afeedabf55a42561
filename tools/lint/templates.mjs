import wxmlParser from '@wxml/parser'
import wxml from 'eslint-plugin-wxml'

/** Of WXML what types cannot tell; `event-binding-style` is left out, it crashes. */
export const templateRules = {
  files: ['**/*.wxml'],
  plugins: { wxml },
  languageOptions: { parser: wxmlParser },
  rules: {
    'wxml/colon-style-event-binding': 'error',
    'wxml/no-duplicate-attributes': 'error',
    'wxml/no-dynamic-wx-key': 'error',
    'wxml/no-index-in-wx-key': 'error',
    'wxml/no-vue-directive': 'error',
    'wxml/no-wx-for-with-wx-else': 'error',
    'wxml/no-wx-for-with-wx-if': 'error',
    'wxml/no-wx-if-string': 'error',
    'wxml/report-interpolation-error': 'error',
    'wxml/report-wxml-syntax-error': 'error',
    'wxml/wx-key': 'error',
    'wxml/wxs-module-prop': 'error',
    'wxml/wxs-must-be-top-level': 'error',
    'wxml/no-const-and-let-in-wxs': 'error',
  },
}
