import cloud from 'wx-server-sdk'

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV } as unknown as cloud.ICloudConfig)

/** The SDK in the function's own environment: the database, the file storage, and WeChat's own API. */
export { cloud }
