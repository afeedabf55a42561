import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { transformSync } from '@swc/core'

const MODULES = path.resolve('node_modules')
const TDESIGN = path.join(MODULES, 'tdesign-miniprogram/miniprogram_dist')

/** What `button` and `skeleton` of TDesign are made of. */
const USED = [
  'button',
  'skeleton',
  'icon',
  'loading',
  'common',
  'mixins',
  'locale',
  'config-provider',
]

/** A copy of the fixture mini program with TDesign beside it, laid out as a build leaves it. */
export function copyFixture(): string {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'phone-fixture-'))
  copyAsCommonJs(path.resolve('test/local/phone/fixture'), root)
  for (const folder of USED) {
    copyAsCommonJs(
      path.join(TDESIGN, folder),
      path.join(root, 'miniprogram_npm/tdesign-miniprogram', folder),
    )
  }
  for (const name of ['tslib', 'dayjs', 'tinycolor2']) {
    copyAsCommonJs(
      path.join(TDESIGN, 'miniprogram_npm', name),
      path.join(root, 'miniprogram_npm', name),
    )
  }
  return root
}

/** TDesign ships ES modules; a built mini program has CommonJS. */
function copyAsCommonJs(from: string, to: string): void {
  fs.cpSync(from, to, { recursive: true, filter: (file) => !file.endsWith('.d.ts') })
  for (const file of fs.readdirSync(to, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.js')) continue
    const source = fs.readFileSync(path.join(to, file), 'utf8')
    const { code } = transformSync(source, {
      module: { type: 'commonjs' },
      jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } },
    })
    fs.writeFileSync(path.join(to, file), code)
  }
}
