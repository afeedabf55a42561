import type { ProcedureCode } from '../../../../../domain/procedures/request'

/** What the pages of each procedure say about one's own request. */
export const TEXTS: Record<ProcedureCode, { results: string; withdrawing: string }> = {
  dormCheckout: {
    results: '检查记录',
    withdrawing: '撤回后，老师不再审核。要退宿时，得重新提交、重新审核。',
  },
  cardRefund: {
    results: '退款',
    withdrawing: '撤回后，银行卡号马上删除，余额也不会退。截止以前可以再申请。',
  },
}
