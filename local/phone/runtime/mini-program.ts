import type { Program } from '../program'
import { AppLifetime } from './app'
import { Chrome } from './chrome'
import { startEngine, type Engine } from './engine'
import { measureFromPage } from './measuring'
import { Modules } from './modules'
import { modal } from './overlays/modal'
import { PageStack } from './page-stack'
import { exposePhone } from './phone'
import { enablePullDown } from './pull-down'
import { Registration } from './registration'
import { recallPages, rememberPages } from './remembered-pages'
import { cloneSetData, type SetDataMeter } from './set-data'
import type { Settings } from './settings'
import { addStyles } from './styles'
import { ThemeSwitch } from './theme'
import { unsupported, watchForTrouble } from './trouble'
import { parsePageUrl, type PageUrl } from './url'
import { failByName, installWx } from './wx'
import type { Apis, WxContext } from './wx/context'

/** Puts the parts of the phone together and opens the first page. */
export function startMiniProgram(program: Program, settings: Settings): void {
  const app = new AppLifetime()
  const setDataBytes: SetDataMeter = {}
  watchForTrouble((message) => app.call('onError', message))
  cloneSetData(setDataBytes)
  measureFromPage()
  if (program.app.tabBar) unsupported('app.json 的 tabBar')

  const engine = startEngine(program)
  addStyles(program)
  const theme = new ThemeSwitch(settings, program)
  const apis: Apis = {}
  const load = createLoader(program, engine, apis, app, () => stack)
  const chrome: Chrome = new Chrome(settings, theme, () => void goBack(stack))
  const stack = createStack(program, settings, engine, load, chrome)
  const entry = entryOf(program, stack)
  const launch = { ...entry, scene: 1001, referrerInfo: {} }
  const context: WxContext = { program, settings, theme, chrome, stack, launch, calls: [] }
  installWx(apis, context)
  exposePhone(context, setDataBytes)
  followTheme(app, theme, chrome, stack)
  followVisibility(app, context)

  load.script('app')
  app.launch(launch)
  const remembered = recallPages(settings.openid, entry)
  openPages(
    stack,
    remembered.filter((url) => isPage(program, parsePageUrl(`/${url}`))),
  )
}

interface Loader {
  script(path: string): void
  component(path: string): void
}

function createLoader(
  program: Program,
  { space }: Engine,
  apis: Apis,
  { App, getApp }: AppLifetime,
  stack: () => PageStack,
): Loader {
  const registration = new Registration(space, program.components)
  const { Page, Component, Behavior } = registration
  const getCurrentPages = () => stack().pages.map((page) => page.instance)
  const wx = failByName('wx', apis)
  const scope = { wx, App, Page, Component, Behavior, getApp, getCurrentPages }
  Object.assign(globalThis, scope)
  const modules = new Modules(program, scope, (path, run) => registration.around(path, run))
  const script = (path: string): void => void modules.load(path)
  return { script, component: (path) => registration.register(path, script) }
}

function createStack(
  program: Program,
  settings: Settings,
  engine: Engine,
  load: Loader,
  chrome: Chrome,
): PageStack {
  const stack: PageStack = new PageStack(program, engine, {
    register: load.component,
    created: enablePullDown,
    shown() {
      chrome.show(stack)
      rememberPages(settings.openid, stack.pages)
    },
  })
  return stack
}

/** A reload stays on the page that the address names. */
function entryOf(program: Program, stack: PageStack): PageUrl {
  const named = parsePageUrl(`/${location.hash.slice(2)}`)
  return isPage(program, named) ? named : { path: stack.entryPath, query: {} }
}

/** A new build may have lost a page. */
function isPage(program: Program, { path }: PageUrl): boolean {
  return program.pages.includes(path)
}

function openPages(stack: PageStack, [first, ...others]: string[]): void {
  stack.reLaunch(`/${first}`)
  for (const url of others) stack.navigateTo(`/${url}`)
}

async function goBack(stack: PageStack): Promise<void> {
  if (stack.pages.length < 2) {
    stack.reLaunch(`/${stack.entryPath}`)
    return
  }
  const content = stack.top?.leavingQuestion
  const isLeaving = content === undefined || (await modal({ content })).confirm
  if (isLeaving) stack.navigateBack()
}

function followTheme(app: AppLifetime, theme: ThemeSwitch, chrome: Chrome, stack: PageStack): void {
  theme.onChange((current) => {
    app.call('onThemeChange', { theme: current })
    chrome.show(stack)
  })
}

/** A tab that is left is a mini program in the background. */
function followVisibility(app: AppLifetime, { stack, launch }: WxContext): void {
  document.addEventListener('visibilitychange', () => {
    if (!stack.top) return
    if (document.hidden) stack.hide(stack.top)
    app.call(document.hidden ? 'onHide' : 'onShow', launch)
    if (!document.hidden) stack.show(stack.top)
  })
}
