import { api, ApiFailure } from './api'
import type { Apis } from './context'

/** How bright the screen is while nobody has said. */
const USUAL_BRIGHTNESS = 0.5

/** The screen's light. A browser cannot change it, so the phone only remembers what was asked. */
export function screenApis(): Apis {
  let brightness = USUAL_BRIGHTNESS
  return {
    getScreenBrightness: api('getScreenBrightness', () => ({ value: brightness })),
    setScreenBrightness: api('setScreenBrightness', ({ value }: { value: number }) => {
      if (!(value >= 0 && value <= 1)) throw new ApiFailure('invalid value')
      brightness = value
    }),
    setKeepScreenOn: api('setKeepScreenOn', (_: { keepScreenOn: boolean }) => undefined),
  }
}
