import path from 'node:path'
import { declaredFunctions, type FunctionDeclaration } from '../../build/declared-functions'
import { paths } from '../../paths'
import type { Cloud, FunctionState, WantedFunction } from '../cloud'
import type { EnvironmentFile } from '../environment-file'
import { fingerprintOf } from '../fingerprint'
import type { Change, Step } from '../step'
import { VARIABLES } from '../variables'
import { certificateAddress } from './access'

/** The functions with their code, variables, timers, time-outs and memory. Foreign ones are left alone. */
export const functions: Step = {
  title: '云函数',
  async look({ cloud, variables }) {
    const { domain } = await cloud.access()
    const changes: Change[] = []
    const remarks: string[] = []
    for (const declaration of declaredFunctions()) {
      const wanted = wantedOf(declaration, variables, domain)
      const state = await cloud.deployed(wanted.name)
      if (!state) changes.push(creation(cloud, wanted))
      else changes.push(...correction(cloud, wanted, state))
      if (state && state.runtime !== wanted.runtime) remarks.push(otherRuntime(wanted, state))
    }
    if (!variables.get('CERTIFICATE_URL') && domain === '') {
      remarks.push('HTTP 访问开通以后才知道 CERTIFICATE_URL；没有它 certificate 不启动。')
    }
    return { changes, remarks }
  },
}

function wantedOf(
  { envVariables = {}, triggers = [], ...declared }: FunctionDeclaration,
  variables: EnvironmentFile,
  domain: string,
): WantedFunction {
  const folder = path.join(paths.distFunctions, declared.name)
  const address = (name: string) =>
    name === 'CERTIFICATE_URL' ? certificateAddress(domain) : undefined
  const values = Object.keys(envVariables).map((name): [string, string | undefined] => [
    name,
    variables.get(name) ?? address(name),
  ])
  const given = Object.fromEntries(values.filter(([, value]) => value !== undefined))
  return {
    ...declared,
    folder,
    description: fingerprintOf(folder),
    timers: triggers,
    variables: given as Record<string, string>,
  }
}

function creation(cloud: Cloud, wanted: WantedFunction): Change {
  const { name, timers } = wanted
  const timed = timers.length > 0 ? `，定时 ${timers.map(({ config }) => config).join('、')}` : ''
  return {
    what: `建函数 ${name}（${wanted.timeout} 秒，${wanted.memorySize} MB${timed}）`,
    async make() {
      await cloud.createFunction(wanted)
      if (timers.length > 0) await cloud.addTimers(name, timers)
    },
  }
}

/** Its description says which code is there, so it is written after the code. */
function correction(cloud: Cloud, wanted: WantedFunction, state: FunctionState): Change[] {
  const { name } = wanted
  const hasOldCode = state.description !== wanted.description
  const settings = settingsThatDiffer(wanted, state)
  const { stale, missing } = timersThatDiffer(wanted, state)
  const differing = [
    ...(hasOldCode ? ['代码'] : []),
    ...settings,
    ...(stale.length + missing.length > 0 ? ['定时器'] : []),
  ]
  if (differing.length === 0) return []
  return [
    {
      what: `更新函数 ${name}：${differing.join('、')}`,
      async make() {
        if (hasOldCode) await cloud.updateCode(wanted)
        if (hasOldCode || settings.length > 0) await cloud.updateSettings(wanted)
        for (const timer of stale) await cloud.removeTimer(name, timer)
        if (missing.length > 0) await cloud.addTimers(name, missing)
      },
    },
  ]
}

/** Variables by name alone: a value may be a secret. What is not known yet is not taken away. */
function settingsThatDiffer(wanted: WantedFunction, state: FunctionState): string[] {
  const own = Object.keys(wanted.variables)
  const withdrawn = VARIABLES.filter(({ name, origin }) => {
    return origin === 'optional' && own.length > 0 && name in state.variables
  }).map(({ name }) => name)
  const variables = [...new Set([...own, ...withdrawn])].filter(
    (name) => state.variables[name] !== wanted.variables[name],
  )
  return [
    ...(state.timeout === wanted.timeout ? [] : [`时限 ${state.timeout} → ${wanted.timeout} 秒`]),
    ...(state.memorySize === wanted.memorySize
      ? []
      : [`内存 ${state.memorySize} → ${wanted.memorySize} MB`]),
    ...variables.map((name) => `变量 ${name}`),
  ]
}

function timersThatDiffer({ timers }: WantedFunction, state: FunctionState) {
  const wanted = new Map(timers.map(({ name, config }) => [name, config]))
  return {
    stale: Object.keys(state.timers).filter((name) => state.timers[name] !== wanted.get(name)),
    missing: timers.filter(({ name, config }) => state.timers[name] !== config),
  }
}

function otherRuntime({ name, runtime }: WantedFunction, state: FunctionState): string {
  return `函数 ${name} 的运行环境是 ${state.runtime}，应为 ${runtime}。云上改不了，请在控制台删掉这个函数，再运行一次。`
}
