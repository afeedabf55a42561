/** A request to `/admin` as the SDK sends it, next to what belongs to every request. */
export interface ActionRequest {
  action: string
  /** Tells which invocation the request comes from. */
  wxCloudApiToken?: string
  [parameter: string]: unknown
}

/** Answers what stands beside `requestId` in the reply; throws a CloudError to refuse. */
export type Action = (request: ActionRequest) => Promise<object> | object

export type Actions = Record<string, Action>
