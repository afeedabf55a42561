/** How often an open page looks again while something is expected, and how often otherwise. */
const QUICK_MS = 4_000
const SLOW_MS = 60_000

/** How long something is expected after the student has done something, or has come to the page. */
const EXPECTED_FOR_MS = 2 * 60_000

let expectedUntil = 0
const running = new Set<LiveLook>()

/**
 * The student has just done something and waits for what comes of it: open pages look often for a
 * while, then once a minute again.
 */
export function expectChange(): void {
  expectedUntil = Date.now() + EXPECTED_FOR_MS
  for (const look of running) look.hurry()
}

/**
 * An open page that looks again by itself, so that a dot turns green within five seconds of its fact
 * while the student waits for it. A phone that lies on the table asks once a minute, one whose page is
 * hidden not at all. Decision 0021 counts the calls.
 */
export class LiveLook {
  private timer: ReturnType<typeof setTimeout> | undefined

  /** @param look asks anew; whatever goes wrong is its own business */
  constructor(private readonly look: () => Promise<void>) {}

  /** The page came to the front, where somebody looks at it. */
  start(): void {
    running.add(this)
    expectChange()
  }

  stop(): void {
    running.delete(this)
    this.forget()
  }

  /** Looks soon, however long the wait was going to be. */
  hurry(): void {
    this.forget()
    this.timer = setTimeout(() => void this.again(), pause())
  }

  private forget(): void {
    if (this.timer !== undefined) clearTimeout(this.timer)
  }

  private async again(): Promise<void> {
    await this.look()
    if (running.has(this)) this.hurry()
  }
}

function pause(): number {
  return Date.now() < expectedUntil ? QUICK_MS : SLOW_MS
}
