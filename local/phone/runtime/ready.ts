import type { GeneralComponent } from 'glass-easel'
import type { CodeSpace } from 'glass-easel-miniprogram-adapter'

const waiting: GeneralComponent[] = []
let afterFlush: (() => void)[] = []
let isScheduled = false

/** glass-easel leaves `ready` to its host: it comes once what was attached is laid out, children first. */
export function callReadyAfterAttach(space: CodeSpace): void {
  const everyComponent = space
    .getComponentSpace()
    .define()
    .lifetime('attached', function (this: unknown) {
      waiting.push((this as { _$: GeneralComponent })._$)
      schedule()
    })
    .registerBehavior()
  space.setOverallBehavior(everyComponent)
}

export function onceReady(callback: () => void): void {
  afterFlush.push(callback)
  schedule()
}

function schedule(): void {
  if (isScheduled) return
  isScheduled = true
  setTimeout(flush)
}

function flush(): void {
  isScheduled = false
  for (const component of waiting.splice(0).reverse()) component.triggerLifetime('ready', [])
  const callbacks = afterFlush
  afterFlush = []
  for (const callback of callbacks) callback()
}
