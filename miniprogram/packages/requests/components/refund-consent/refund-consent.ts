import type { ProcedureAnswer } from '../../../../../domain/procedures/answers'
import { CLAUSES } from './texts'

/** The separate consent to handle a bank card number. Fires `agree` or `refuse`. */
Component({
  properties: {
    answer: { type: Object, value: null as unknown as ProcedureAnswer },
  },

  data: { clauses: CLAUSES },

  methods: {
    agree() {
      this.triggerEvent('agree')
    },

    refuse() {
      this.triggerEvent('refuse')
    },
  },
})
