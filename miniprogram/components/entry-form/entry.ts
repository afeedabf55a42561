/** One field of a form. */
export interface Entry {
  /** Its name in the contract. */
  name: string
  label: string
  /** What helps to fill it in; may be empty. */
  hint: string
  /** WeChat's keyboard for it; `lines` for a text of several lines. */
  keyboard: 'number' | 'text' | 'idcard' | 'lines'
  maxlength: number
}

export const STUDENT_NO: Entry = {
  name: 'studentNo',
  label: '学号',
  hint: '',
  keyboard: 'number',
  maxlength: 12,
}

export const STAFF_NO: Entry = {
  name: 'staffNo',
  label: '工号',
  hint: '',
  keyboard: 'number',
  maxlength: 12,
}
