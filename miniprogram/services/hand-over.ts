/**
 * Whom a page is about, handed to it beside its URL: a student number is personal data and stays out of
 * URLs, which end up in logs. What was handed over is forgotten with the app.
 */
const handed = new Map<string, string>()

/** The `for` of a page's URL that stands for a student. */
export function handOver(studentNo: string): string {
  const known = [...handed].find(([, each]) => each === studentNo)
  if (known) return known[0]
  const token = String(handed.size + 1)
  handed.set(token, studentNo)
  return token
}

/** The student behind a `for`, or null when the app was closed in between. */
export function handedOver(token: string | undefined): string | null {
  return handed.get(token ?? '') ?? null
}
