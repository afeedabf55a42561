import { copyFile, mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { BROWSER_FLAGS, requireBrowser } from './browser'
import { paths } from './paths'
import { startSchool } from './school'
import { makeContactSheet, stage, take } from './screenshots/camera'
import { SCENES, type Scene } from './screenshots/scenes'

const FOLDER = path.join(paths.root, '.local', 'screenshots')

/** The pictures that the README shows. */
const SHOWN = [
  ...['sheet-missing-light', 'sheet-missing-dark', 'item-fee-light'],
  ...['statistics-class-light', 'run-held-light'],
]

/**
 * `npm run screenshots`: every page in its main states, light and dark, into `.local/screenshots/`,
 * with `all.png` of them all. `-- dorm refund` takes only the scenes whose names begin so; `-- --docs`
 * also renews the README's pictures.
 */
async function main(): Promise<void> {
  await rm(FOLDER, { recursive: true, force: true })
  await mkdir(FOLDER, { recursive: true })
  const school = await startSchool()
  const browser = await chromium.launch({ executablePath: requireBrowser(), args: BROWSER_FLAGS })
  const files: string[] = []
  for (const scene of chosen(process.argv.slice(2))) {
    for (const theme of ['light', 'dark'] as const) {
      const page = await stage(browser, school.url, scene, theme)
      files.push(await take(page, `${scene.name}-${theme}`, FOLDER))
      await page.context().close()
    }
  }
  await makeContactSheet(browser, FOLDER, files)
  await Promise.all([browser.close(), school.close()])
  if (process.argv.includes('--docs')) {
    for (const name of SHOWN) {
      const file = `${name}.png`
      await copyFile(path.join(FOLDER, file), path.join(paths.root, 'docs', 'images', file))
    }
  }
  console.log(`${files.length} 张图片在 ${path.relative(paths.root, FOLDER)}/，总览是 all.png`)
}

function chosen(given: readonly string[]): Scene[] {
  const beginnings = given.filter((word) => !word.startsWith('--'))
  if (beginnings.length === 0) return SCENES
  return SCENES.filter(({ name }) => beginnings.some((beginning) => name.startsWith(beginning)))
}

void main()
