import { chooseChatFile, uploadChatFile, type ChatFile } from '../../../../services/chat-file'

export { needsPrivacy } from '../../../../services/chat-file'

/** The bank's results. Null when the person changed their mind. @throws Error with a sentence */
export function chooseBankFile(): Promise<ChatFile | null> {
  return chooseChatFile('银行的表')
}

/** @returns its file id, `cloud://…` @throws Error with a sentence */
export function uploadBankFile(file: ChatFile): Promise<string> {
  return uploadChatFile('bank', file)
}
