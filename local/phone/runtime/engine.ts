import {
  addGlobalErrorListener,
  addGlobalWarningListener,
  type ComponentOptions,
  type ComponentSpace,
  type template,
} from 'glass-easel'
import {
  MiniProgramEnv,
  type AssociatedBackend,
  type CodeSpace,
} from 'glass-easel-miniprogram-adapter'
import type { ComponentSource, Program } from '../program'
import { PhoneBackend } from './backend'
import { BUILT_INS } from './built-ins'
import { defineBuiltIn } from './built-ins/define'
import { guardTemplate } from './guard'
import { callReadyAfterAttach } from './ready'
import { listenToGestures } from './gestures'
import { unsupported } from './trouble'

/** Marked internal in the adapter's sources (0.12.1), so its types leave it out. */
interface CodeSpaceInternals {
  prepareComponentOptions(path: string, options?: object): [ComponentOptions, unknown]
}

/** WeChat's component framework, loaded with one mini program's templates and configs. */
export interface Engine {
  space: CodeSpace
  backend: AssociatedBackend
}

export function startEngine(program: Program): Engine {
  reportProblems()
  const env = new MiniProgramEnv()
  const builtIns = createSpace(env, 'wx', false)
  const space = createSpace(env, '', true)
  callReadyAfterAttach(space)
  const backend = new PhoneBackend()
  listenToGestures(backend)
  for (const [tag, definition] of Object.entries(BUILT_INS)) {
    const registered = defineBuiltIn(builtIns, tag, definition)
    space.getComponentSpace().setGlobalUsingComponent(tag, registered)
  }
  refuseUnknownTags(space)
  const templates = (0, eval)(program.templates) as Record<string, unknown>
  for (const source of program.components) addSource(space, source, templates)
  return { space, backend: env.associateBackend(backend) }
}

/** Ids are written to the DOM as the template says them, without a prefix per component. */
function createSpace(env: MiniProgramEnv, id: string, isMain: boolean): CodeSpace {
  const space = env.createCodeSpace(id, isMain)
  const internals = space as unknown as CodeSpaceInternals
  const prepare = internals.prepareComponentOptions.bind(space)
  internals.prepareComponentOptions = (path, options) => {
    const [prepared, isolation] = prepare(path, options)
    return [{ ...prepared, idPrefixGenerator: null }, isolation]
  }
  const options = { writeIdToDOM: true, writeFieldsToNode: false }
  space.getComponentSpace().updateComponentOptions(options)
  return space
}

function addSource(
  space: CodeSpace,
  { path, config, scope, isPage }: ComponentSource,
  templates: Record<string, unknown>,
): void {
  if (scope !== undefined) space.addStyleSheet(path, undefined, scope)
  const component = !isPage || config.component === true
  const staticConfig = { ...config, component } as unknown as Parameters<
    CodeSpace['addComponentStaticConfig']
  >[1]
  space.addComponentStaticConfig(path, staticConfig)
  const content = guardTemplate(templates[path])
  const compiled = { groupList: templates, content } as unknown as template.ComponentTemplate
  space.addCompiledTemplate(path, compiled)
}

/** glass-easel would make an unknown tag a plain DOM element; WeChat, and so we, have none. */
function refuseUnknownTags(space: CodeSpace): void {
  const components = space.getComponentSpace() as ComponentSpace & {
    _$allowUnusedNativeNode: boolean
  }
  components._$allowUnusedNativeNode = false
  space.component('').definition({}).register()
}

function reportProblems(): void {
  addGlobalErrorListener((error) => {
    reportError(error)
    return false
  })
  addGlobalWarningListener((message, component) => {
    const tag = /^Cannot find component "(.+?)"/.exec(message)?.[1]
    const where = typeof component === 'string' ? component : component.is
    if (tag !== undefined) unsupported(`<${tag}>（${where}.wxml）`)
    else if (where.includes('miniprogram_npm/')) console.debug(`${where}: ${message}`)
    else console.warn(`${where}: ${message}`)
    return false
  })
}
