import protobuf from 'protobufjs'

/**
 * The protobuf frame around `cloud.openapi.*`, as wx-server-sdk 4.0.2 writes and reads it. Fields that
 * carry WeChat's inner services are left out: they are skipped in reading.
 */
const { root } = protobuf.parse(`
  syntax = "proto3";
  message KVData { string key = 1; bytes value = 2; }
  message OpenApiData { repeated KVData pairs = 1; }
  message CommApiData { int32 apiType = 1; OpenApiData openapiData = 2; }
  message CommOpenApiResp {
    bytes respData = 1; string contentType = 2; int32 errorCode = 3; int32 httpCode = 4;
  }
`)
const CommApiData = root.lookupType('CommApiData')
const CommOpenApiResp = root.lookupType('CommOpenApiResp')

interface ReadRequest {
  openapiData?: { pairs?: { key: string; value: string }[] }
}

/** The arguments of an openapi call: each value is JSON text. */
export function readOpenapiRequest(frame: Buffer): Record<string, unknown> {
  const message = CommApiData.toObject(CommApiData.decode(frame), { bytes: String })
  const pairs = (message as ReadRequest).openapiData?.pairs ?? []
  return Object.fromEntries(
    pairs.map(({ key, value }) => [key, parsed(Buffer.from(value, 'base64').toString())]),
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** WeChat's JSON answer in its frame. */
export function openapiAnswer(answer: object): Buffer {
  return frame({
    respData: Buffer.from(JSON.stringify(answer)),
    contentType: 'application/json',
    httpCode: 200,
  })
}

/** A refusal by WeChat's gateway, before the openapi itself. */
export const openapiRefusal = (errorCode: number): Buffer => frame({ errorCode, httpCode: 200 })

const frame = (fields: object) =>
  Buffer.from(CommOpenApiResp.encode(CommOpenApiResp.create(fields)).finish())
