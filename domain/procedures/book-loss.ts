import { choice, fields, line, lines, money } from './fields'
import { plain } from './plain'
import { notNow, wrongField } from './refusal'
import type { PlainCode, RequestOf } from './request'
import { done, returned, revoke, sendBack, waits, withdraw, withdrawn, yours } from './states'

const filing = fields({
  barcode: line('丢的是哪本（条码号）', { most: 20, hint: '在上面的在借图书里看条码号' }),
  way: choice('怎么赔', { pay: '按价赔偿', replace: '买同版本的书归还' }),
})

const pricing = fields({ price: money('赔偿金额') })

const naming = fields({
  edition: lines('要买哪个版本', { hint: '书名、作者、出版社、版次，写到能照着买' }),
})

function isPaid({ form }: RequestOf<PlainCode>): boolean {
  return form.way === 'pay'
}

/** 图书遗失: a lost book is paid for, or replaced by the same edition; the library writes it off. */
export const bookLoss = plain({
  code: 'bookLoss',
  title: '图书遗失',
  entrance: '有书丢了',
  prefix: 'TY',
  states: {
    reported: waits('librarian', '等图书馆核价', '图书馆会写明赔多少，或者要买哪个版本。'),
    returned: returned('reported'),
    settling: yours('请去图书馆交赔款或新书', '带上赔款，或者同版本的新书，到图书馆办理。'),
    // The library's own system then has one book less on loan, and that is what makes the item green.
    closed: { ...done('已赔清', '图书馆已经收讫，借阅数据更新后这里变绿。'), item: null },
    withdrawn: withdrawn(),
  },
  rows: [
    {
      name: 'file',
      from: ['none', 'returned', 'withdrawn', 'closed'],
      to: 'reported',
      by: ['student'],
      label: '报告遗失',
      did: '报告丢了书',
      files: true,
      fields: filing,
      guard: ({ input, student }) =>
        student.facts.loans?.value.some(({ barcode }) => barcode === input.barcode)
          ? null
          : wrongField('barcode', '你没有借这本书，请对着在借图书里的条码号再填'),
    },
    {
      name: 'price',
      from: ['reported'],
      to: 'settling',
      by: ['librarian'],
      label: '写明金额',
      did: '核了价',
      undoable: true,
      fields: pricing,
      suits: isPaid,
      guard: ({ request }) =>
        request && !isPaid(request) ? notNow('他要买同版本的书归还，请写明版本。') : null,
    },
    {
      name: 'nameEdition',
      from: ['reported'],
      to: 'settling',
      by: ['librarian'],
      label: '写明版本',
      did: '写明了要买的版本',
      undoable: true,
      fields: naming,
      suits: (request) => !isPaid(request),
      guard: ({ request }) =>
        request && isPaid(request) ? notNow('他要按价赔偿，请写明金额。') : null,
    },
    {
      name: 'reconsider',
      from: ['settling'],
      to: 'reported',
      by: ['librarian'],
      label: '重新核价',
      did: '收回了核价',
      tone: 'danger',
      note: 'required',
      usualNotes: ['金额写错了', '版本写错了'],
    },
    sendBack('reported', 'librarian', ['这本书已经还了', '条码号不对']),
    {
      name: 'receive',
      from: ['settling'],
      to: 'closed',
      by: ['librarian'],
      label: '已收讫，销账',
      did: '收讫销账',
      undoable: true,
    },
    withdraw(['reported', 'returned', 'settling']),
    revoke('closed', 'settling', ['librarian']),
  ],
  way: [
    { state: 'reported', label: '图书馆核价' },
    { state: 'settling', label: '交赔款或新书' },
    { state: 'closed', label: '销账' },
  ],
  summary: ({ barcode, way }) => `${String(barcode)} ${way === 'pay' ? '按价赔偿' : '买新书归还'}`,
  blocked: ({ student: { facts } }) =>
    facts.loans && facts.loans.value.length === 0 ? '没有在借的图书，不用报遗失。' : '',
  known: ({ student: { facts } }) =>
    (facts.loans?.value ?? []).map(({ title, barcode }) => ({ label: title, value: barcode })),
})
