import type { Step } from '../step'

/** A file is for who put it there and for the functions, which hand out links that run out. */
export const storage: Step = {
  title: '文件存储的权限',
  async look({ cloud }) {
    const rule = await cloud.storageRule()
    if (rule === 'PRIVATE') return { changes: [], remarks: [] }
    return {
      changes: [
        {
          what: `云存储的权限从 ${rule || '未知'} 改成「仅创建者可读写」`,
          make: () => cloud.setStorageRule('PRIVATE'),
        },
      ],
      remarks: [],
    }
  },
}
