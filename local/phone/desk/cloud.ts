/** What the desk asks the local server, on its own origin. */
export interface Person {
  openid: string
  name: string
  role: string
  roleName?: string
  scope: string
  note?: string
}

export interface Message {
  id: number
  at: string
  openid: string
  page?: string
  data: Record<string, { value: string | number }>
}

export interface CampusAction {
  id: string
  label: string
}

export const readPeople = () => read<Person[]>('/dev/people')

/** People whose WeChat account is not bound yet; their role is `stranger`. */
export const readNewcomers = () => read<Person[]>('/dev/newcomers')

export const readMessages = () => read<Message[]>('/dev/messages')

export async function readActions(openid: string): Promise<CampusAction[]> {
  const { actions } = await read<{ actions: CampusAction[] }>(
    `/dev/campus?openid=${encodeURIComponent(openid)}`,
  )
  return actions
}

/** @returns what the campus system says, or why it could not be done */
export async function act(openid: string, id: string): Promise<string> {
  const { said, message } = await write<{ said?: string; message?: string }>('/dev/campus', {
    openid,
    id,
  })
  return said ?? message ?? '没有办成，请再试一次。'
}

/** How each of the campus systems can be, and is today. */
export interface Systems {
  systems: { source: string; title: string; day: string }[]
  days: Record<string, string>
}

export const readSystems = () => read<Systems>('/dev/campus/days')

export async function setDay(source: string, day: string): Promise<void> {
  await write('/dev/campus/day', { source, day })
}

/** The minute's timer of the feeds goes off, with every system due. @returns what came of it */
export async function synchronise(): Promise<string> {
  const { said } = await write<{ said: string }>('/dev/campus/sync', {})
  return said
}

export async function readClock(): Promise<Date> {
  const { now } = await read<{ now: string }>('/dev/clock')
  return new Date(now)
}

export async function moveClock(now: Date): Promise<void> {
  await write('/dev/clock', { now: now.toISOString() })
}

async function read<T>(path: string): Promise<T> {
  const response = await fetch(path)
  return (await response.json()) as T
}

async function write<T>(path: string, body: object): Promise<T> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return (await response.json()) as T
}
