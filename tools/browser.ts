import fs from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser']

const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * The Chrome or Chromium on this computer: `CHROME_PATH`, an installed one, or Playwright's own.
 * Undefined when there is none; throws when `CHROME_PATH` names one that is not there.
 */
export function findBrowser(): string | undefined {
  const named = process.env.CHROME_PATH
  if (!named) return places().find((place) => fs.existsSync(place))
  if (fs.existsSync(named)) return named
  throw new Error(`CHROME_PATH 指向的浏览器不存在：${named}`)
}

/** The browser that tests drive. Throws with what to do when there is none. */
export function requireBrowser(): string {
  const found = findBrowser()
  if (found !== undefined) return found
  throw new Error(
    '没有找到 Chrome 或 Chromium。请安装一个，或用环境变量 CHROME_PATH 指明它的路径。',
  )
}

function places(): string[] {
  return [...installedPlaces(), chromium.executablePath()]
}

function installedPlaces(): string[] {
  if (process.platform === 'win32') return windowsPlaces()
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const inPath = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)))
  return [...inPath, '/usr/bin/chromium', ...APPLICATIONS]
}

function windowsPlaces(): string[] {
  const { PROGRAMFILES, LOCALAPPDATA } = process.env
  const roots = [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA]
  return roots
    .filter((root) => root !== undefined)
    .flatMap((root) => [
      path.join(root, 'Google/Chrome/Application/chrome.exe'),
      path.join(root, 'Chromium/Application/chrome.exe'),
    ])
}

/** Flags that make a headless browser quiet and quick, on a server as on a laptop. */
export const BROWSER_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
