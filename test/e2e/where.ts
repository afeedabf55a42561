/**
 * Where the tests run: on phones of our own school, or in WeChat DevTools when `AUTOMATOR_WS` names its
 * automation port, such as `ws://127.0.0.1:9420`. Whoever is logged in there is somebody's student.
 */
export const DEVTOOLS = process.env.AUTOMATOR_WS

/** Tests that need what only our own school has; in DevTools they are skipped, with the reason in their name. */
export function onlyInOurSchool(name: string, reason: string, tests: () => void): void {
  if (DEVTOOLS === undefined) describe(name, tests)
  else describe.skip(`${name}（跳过：${reason}）`, tests)
}
