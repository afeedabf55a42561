import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { folderRules } from './tools/lint/folders.mjs'
import { templateRules } from './tools/lint/templates.mjs'

const code = ['**/*.{ts,js,mjs}']

export default defineConfig(
  { ignores: ['dist/', '.local/', 'node_modules/', 'coverage/'] },
  { files: code, extends: tseslint.configs.strictTypeChecked },
  {
    files: code,
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, varsIgnorePattern: '^_', argsIgnorePattern: '^_' },
      ],
      // What is spread is not checked for misspelt names; its fields can stand here themselves.
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ObjectExpression > SpreadElement > ObjectExpression',
          message: '不要展开一个写在当场的对象，把它的字段直接写出来。',
        },
      ],
      // An object's shorthand method that uses no `this` is a function; `async` also promises a Promise.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/require-await': 'off',
      // `readJson<Shape>()` names what a file holds: one cast in one place.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // A number in a sentence and a callback of one line need no ceremony.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  // What the SDKs answer is any by their own types; these tests look at it as it comes.
  {
    files: ['test/local/cloud/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  // Plain scripts (this file, rules, fixtures) have no types to check.
  { files: ['**/*.{js,mjs}'], extends: [tseslint.configs.disableTypeChecked] },
  { files: code, extends: folderRules },
  templateRules,
)
