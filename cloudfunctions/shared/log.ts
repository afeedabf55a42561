type Level = 'info' | 'error'

/** The one logger: a JSON line an entry, with names of actions and codes, never with personal data. */
export function log(level: Level, entry: Record<string, string | number | undefined>): void {
  const line = JSON.stringify({ level, ...entry })
  if (level === 'error') console.error(line)
  else console.log(line)
}
