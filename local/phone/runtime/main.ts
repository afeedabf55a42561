import type { Compiled } from '../program'
import { cloudStorage } from './cloud-storage'
import { showCompileProblems } from './compile-problems'
import { phoneFiles } from './files/phone-files'
import { reloadOnChange } from './live-reload'
import { startMiniProgram } from './mini-program'
import { readSettings } from './settings'

reloadOnChange()
const [settings, compiled] = await Promise.all([
  readSettings(),
  fetch('/phone/program.json').then((response) => response.json() as Promise<Compiled>),
])
if ('problems' in compiled) showCompileProblems(compiled.problems)
else {
  await phoneFiles.start(settings.openid)
  cloudStorage.start(settings.openid)
  startMiniProgram(compiled.program, settings)
}
