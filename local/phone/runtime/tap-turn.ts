let timer: ReturnType<typeof setTimeout> | undefined

/**
 * WeChat opens some dialogs only for a tap. How long after it one may come is not documented; here it is
 * the turn of the tap with its promises, and no longer: iOS refuses after a request, too.
 */
export function noteTap(): void {
  clearTimeout(timer)
  timer = setTimeout(() => (timer = undefined))
}

export function isTapTurn(): boolean {
  return timer !== undefined
}
