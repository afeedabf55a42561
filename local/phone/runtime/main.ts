import type { Compiled } from '../program'
import { showCompileProblems } from './compile-problems'
import { reloadOnChange } from './live-reload'
import { startMiniProgram } from './mini-program'
import { readSettings } from './settings'

reloadOnChange()
const [settings, compiled] = await Promise.all([
  readSettings(),
  fetch('/phone/program.json').then((response) => response.json() as Promise<Compiled>),
])
if ('problems' in compiled) showCompileProblems(compiled.problems)
else startMiniProgram(compiled.program, settings)
