import { ClearanceError } from '../../../domain/errors'
import type { AboutMeAnswer } from '../../../domain/identity/answers'
import { call } from '../../services/call'
import { type Failure, toFailure } from '../../services/failure'
import { COLLECTED, KEPT, NEVER, READERS } from './texts'

/** 隐私说明: what is collected and why; below it, for a bound student, 系统知道我什么. */
Page({
  data: {
    collected: COLLECTED,
    never: NEVER,
    readers: READERS,
    kept: KEPT,
    /** Whether there is somebody to know things about. */
    someone: true,
    sections: null as AboutMeAnswer['sections'] | null,
    failure: null as Failure | null,
  },

  onLoad() {
    void this.load()
  },

  async load() {
    try {
      const { sections } = await call('identity.aboutMe', {})
      this.setData({ sections, failure: null })
    } catch (error) {
      if (isNobodysPage(error)) this.setData({ someone: false })
      else this.setData({ failure: toFailure(error) })
    }
  },

  retry() {
    this.setData({ failure: null })
    void this.load()
  },
})

/** Staff, and whoever is not bound yet, read what is collected; about them there is nothing here. */
function isNobodysPage(error: unknown): boolean {
  return error instanceof ClearanceError && (error.code === 'UNBOUND' || error.code === 'FORBIDDEN')
}
