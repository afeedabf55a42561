// Runs one of the project's TypeScript programs on a fresh clone: `node tools/run.mjs <file> [args…]`.
// Only Node's own modules here, because it is what installs all others.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`需要 Node.js 20.19 或更新的版本，这台电脑上是 ${process.versions.node}。`)
  process.exit(1)
}

const installed = path.join(root, 'node_modules', '.package-lock.json')
const lock = path.join(root, 'package-lock.json')
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
  console.log('第一次运行，或依赖有更新：正在安装依赖（npm ci）…')
  const npm = spawnSync('npm', ['ci'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (npm.status !== 0) {
    console.error('依赖没有装好，请检查网络后再运行一次。')
    process.exit(npm.status ?? 1)
  }
}

const [program, ...args] = process.argv.slice(2)
const child = spawn(process.execPath, ['--import', 'tsx', path.join(root, program), ...args], {
  cwd: root,
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
