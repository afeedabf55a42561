import { forbiddenInDomain, forbiddenInMiniprogram } from './globals.mjs'
import { project } from './plugin.mjs'

/** @param {string[]} globals */
const without = (globals) => ['error', { globals, checkGlobalObject: true }]

const SDK = ['wx-server-sdk', '@cloudbase/node-sdk'].map((name) => ({
  name,
  message: '只有 cloudfunctions/shared/cloud.ts 直接用云开发的 SDK。',
}))

/** What holds in each folder besides what holds everywhere. */
export const folderRules = [
  { plugins: { project }, rules: { 'project/arrows': 'error' } },
  {
    files: ['domain/**'],
    rules: {
      'no-restricted-globals': without(forbiddenInDomain),
      'project/one-clock': 'error',
    },
  },
  {
    files: ['miniprogram/**/*.ts'],
    rules: {
      'no-restricted-globals': without(forbiddenInMiniprogram),
      'no-eval': 'error',
      '@typescript-eslint/no-implied-eval': 'error',
      'project/cloud-by-call': ['error', ['init']],
    },
  },
  {
    files: ['miniprogram/services/call.ts'],
    rules: { 'project/cloud-by-call': ['error', ['callFunction']] },
  },
  {
    files: ['cloudfunctions/**/*.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-imports': ['error', { paths: SDK }],
      'project/one-clock': 'error',
      'project/no-personal-data-in-log': 'error',
      'project/no-query-write-in-transaction': 'error',
    },
  },
  { files: ['cloudfunctions/shared/clock.ts'], rules: { 'project/one-clock': 'off' } },
  { files: ['cloudfunctions/shared/log.ts'], rules: { 'no-console': 'off' } },
  { files: ['cloudfunctions/shared/cloud.ts'], rules: { 'no-restricted-imports': 'off' } },
]
