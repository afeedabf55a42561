/** Names of what tells about one person (PIPL art. 4, 28): never in a log, not even by mistake. */
export const personalFields = [
  ...['name', 'fullName', 'realName', 'studentName', 'nickName', 'avatarUrl', 'gender'],
  ...['openid', 'openId', 'OPENID', 'unionid', 'unionId', 'UNIONID', 'appid_openid'],
  ...['phone', 'phones', 'phoneNumber', 'mobile', 'email', 'address', 'birthday', 'signature'],
  ...['idCard', 'idNumber', 'idCardNumber', 'passport', 'bankCard', 'bankAccount', 'cardNumber'],
  ...['cardNo', 'accountHolder', 'studentNo', 'staffNo', 'password', 'proof', 'token'],
]

/** Records that hold such fields: not to be logged whole. */
export const personalRecords = [
  ...['student', 'students', 'binding', 'bindings', 'staffMember', 'caller', 'person', 'request'],
  ...['event', 'input', 'context'],
]
