import { watch } from 'node:fs'
import path from 'node:path'
import { buildFunctions } from '../tools/build/functions'
import { buildMiniprogram } from '../tools/build/miniprogram'
import { paths } from '../tools/paths'
import type { School } from './school'

const SETTLED_MS = 120

/** Builds again and reloads whatever a changed source file belongs to. */
export function rebuildOnChange(school: School): void {
  onChange(['miniprogram', 'domain'], async () => {
    await buildMiniprogram()
    await school.reload('miniprogram')
  })
  onChange(['cloudfunctions', 'domain'], async () => {
    await buildFunctions()
    await school.reload('functions')
  })
}

/** Runs `work` once after each burst of changes, and never twice at a time. */
function onChange(folders: readonly string[], work: () => Promise<void>): void {
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  const schedule = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running.then(work).catch((error: unknown) => {
        console.error(`没有构建成功：${error instanceof Error ? error.message : String(error)}`)
      })
    }, SETTLED_MS)
  }
  for (const folder of folders) watch(path.join(paths.root, folder), { recursive: true }, schedule)
}
