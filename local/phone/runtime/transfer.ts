import { ApiFailure } from './wx/api'

type Listener<T> = (event: T) => void

/** How far an upload or a download has come. */
export interface Progress {
  progress: number
  [count: string]: number
}

interface Wanted {
  method: 'GET' | 'POST'
  address: string
  body?: FormData
  headers?: Record<string, string>
  /** Milliseconds. */
  timeout?: number
}

/** An UploadTask or DownloadTask of WeChat, which the mini program may watch and stop. */
export class Transfer {
  private readonly request = new XMLHttpRequest()
  private readonly progress = new Set<Listener<Progress>>()
  private readonly headers = new Set<Listener<{ header: Record<string, string> }>>()
  private isAborted = false

  /** @param verb as in `totalBytesSent` and `totalBytesExpectedToSend` */
  constructor(private readonly verb: ['Sent', 'Send'] | ['Written', 'Write']) {}

  readonly onProgressUpdate = (listener: Listener<Progress>) => this.progress.add(listener)
  readonly offProgressUpdate = (listener?: Listener<Progress>) => off(this.progress, listener)
  readonly onHeadersReceived = (listener: Listener<object>) => this.headers.add(listener)
  readonly offHeadersReceived = (listener?: Listener<object>) => off(this.headers, listener)

  readonly abort = (): void => {
    this.isAborted = true
    this.request.abort()
  }

  /** Answers whatever status comes. @throws ApiFailure `abort`, `timeout`, or that there is no network */
  run({ method, address, body, headers = {}, timeout = 60_000 }: Wanted): Promise<XMLHttpRequest> {
    const { request } = this
    if (this.isAborted) throw new ApiFailure('abort')
    request.open(method, sameOrigin(address))
    request.responseType = 'arraybuffer'
    request.timeout = timeout
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    const moving = body ? request.upload : request
    moving.addEventListener('progress', (event) => this.tell(event))
    request.addEventListener('readystatechange', () => {
      if (request.readyState === XMLHttpRequest.HEADERS_RECEIVED) this.tellHeaders()
    })
    return new Promise((resolve, reject) => {
      request.onload = () => resolve(request)
      request.onabort = () => reject(new ApiFailure('abort'))
      request.ontimeout = () => reject(new ApiFailure('timeout'))
      request.onerror = () =>
        reject(new ApiFailure('request:fail net::ERR_FAILED', { errCode: -1 }))
      request.send(body)
    })
  }

  private tell({ loaded, total }: ProgressEvent): void {
    const [done, expected] = this.verb
    const progress = total === 0 ? 100 : Math.round((loaded / total) * 100)
    const counts = { [`totalBytes${done}`]: loaded, [`totalBytesExpectedTo${expected}`]: total }
    for (const listener of this.progress) listener({ progress, ...counts })
  }

  private tellHeaders(): void {
    const lines = this.request.getAllResponseHeaders().trim().split('\r\n')
    const header = Object.fromEntries(lines.map((line) => line.split(': ', 2) as [string, string]))
    for (const listener of this.headers) listener({ header })
  }
}

function off<T>(listeners: Set<T>, listener: T | undefined): void {
  if (listener) listeners.delete(listener)
  else listeners.clear()
}

/** The cloud says `127.0.0.1`; a phone that was opened as `localhost` means the same machine. */
export function sameOrigin(address: string): string {
  const { hostname, port, pathname, search } = new URL(address, location.href)
  const isHere = /^(127\.0\.0\.1|localhost|\[::1\])$/.test(hostname) && port === location.port
  return isHere ? pathname + search : address
}
