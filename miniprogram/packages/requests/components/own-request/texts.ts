import type { ProcedureCode } from '../../../../../domain/procedures/request'

interface Texts {
  /** What heads what the staff wrote down. */
  results: string
  /** Said before it is taken back. */
  withdrawing: string
}

const PLAIN: Texts = {
  results: '办理结果',
  withdrawing: '撤回后，老师不再办理。需要时，再提交一次。',
}

const OWN: Partial<Record<ProcedureCode, Partial<Texts>>> = {
  dormCheckout: {
    results: '检查记录',
    withdrawing: '撤回后，老师不再审核。要退宿时，得重新提交、重新审核。',
  },
  cardRefund: {
    results: '退款',
    withdrawing: '撤回后，银行卡号马上删除，余额也不会退。截止以前可以再申请。',
  },
  feeQuestion: { withdrawing: '撤回后，财务处不再答复。还有疑问时，可以再问。' },
  bookLoss: { results: '核价', withdrawing: '撤回后，这本书仍算在你名下借着，要还或者要赔。' },
  hukou: { withdrawing: '撤回后，备案或者暂留的申请都作废。需要时，再提交一次。' },
}

/** What the pages of a procedure say about one's own request. */
export function textsOf(procedure: ProcedureCode): Texts {
  return { ...PLAIN, ...OWN[procedure] }
}
