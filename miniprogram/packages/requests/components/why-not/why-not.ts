import type { ProcedureAnswer } from '../../../../../domain/procedures/answers'

/** Why nothing can be filed now, what is known of the matter, and whom to ask. */
Component({
  properties: {
    answer: { type: Object, value: null as unknown as ProcedureAnswer },
  },
})
