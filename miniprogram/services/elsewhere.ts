import type { Guidance } from '../../domain/cohort/schema'

/** Something outside the mini program, and what a tap does with it. */
export interface LinkView {
  name: string
  address: string
  action: string
  /** Of a mini program that can be opened from here; else empty, and the address is copied. */
  appId: string
}

const COPY: Record<string, string> = {
  website: '复制网址',
  officialAccount: '复制名称',
  miniProgram: '复制名称',
  portal: '复制名称',
}

export function toLinkView({ kind, name, address, appId }: Guidance['links'][number]): LinkView {
  return {
    name,
    address,
    action: appId ? '打开小程序' : (COPY[kind] ?? '复制'),
    appId: appId ?? '',
  }
}

/** Opens a mini program, or copies where to go; what cannot be opened is copied, too. */
export async function goTo({ appId, address }: Pick<LinkView, 'appId' | 'address'>): Promise<void> {
  if (appId && (await isOpened(appId))) return
  void wx.setClipboardData({ data: address })
}

/** Whoever was asked by WeChat and stays here wanted to: nothing is copied then. */
async function isOpened(appId: string): Promise<boolean> {
  try {
    await wx.navigateToMiniProgram({ appId })
    return true
  } catch (error) {
    const { errMsg = '' } = error as { errMsg?: string }
    return errMsg.includes('cancel')
  }
}
