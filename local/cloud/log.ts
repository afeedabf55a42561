/** What happens in the cloud, for a terminal or a panel to show. */
export interface LogEntry {
  level: 'info' | 'error'
  /** The function that wrote the line or that it is about. */
  function?: string
  text: string
}

export type Log = (entry: LogEntry) => void
