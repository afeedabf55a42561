/** WXSS as CSS, with what WeChat adds to it; colours come from the tokens of `app.wxss`. */
export const styleRules = {
  extends: ['stylelint-config-standard'],
  rules: {
    // `rpx` and our `icon(name)`, which the build replaces, are no CSS.
    'declaration-property-value-no-unknown': null,
    'function-no-unknown': [true, { ignoreFunctions: ['icon'] }],
    'unit-no-unknown': [true, { ignoreUnits: ['rpx'] }],
    'selector-type-no-unknown': [true, { ignoreTypes: ['page'] }],
    'selector-class-pattern': '^[a-z][a-z0-9]*(-[a-z0-9]+)*(--[a-z0-9-]+)?$',
    'color-no-hex': [true, { message: '颜色用 app.wxss 里的变量，不写死' }],
    'color-named': ['never', { message: '颜色用 app.wxss 里的变量，不写死' }],
    'color-hex-length': 'long',
    'import-notation': 'string',
    // The notation that every phone knows.
    'color-function-notation': 'legacy',
    'color-function-alias-notation': null,
    'alpha-value-notation': 'number',
    // Phones before 2023 know masks by their old name only.
    'property-no-vendor-prefix': [true, { ignoreProperties: [/mask/] }],
    'declaration-empty-line-before': null,
    'comment-empty-line-before': null,
    'no-descending-specificity': null,
  },
  overrides: [{ files: ['miniprogram/app.wxss'], rules: { 'color-no-hex': null } }],
}
