import { parseTemplate } from '../../../cloudfunctions/shared/template-variable'

const read = (text: string) => parseTemplate('TEMPLATE_RESULT', text)

test('an id alone is a template with the usual fields', () => {
  expect(read('AbC-1_2')).toEqual({
    id: 'AbC-1_2',
    fields: { subject: 'thing1', progress: 'thing2', time: 'time3' },
  })
})

test.each([
  ['AbC:thing1,thing4,time2', { subject: 'thing1', progress: 'thing4', time: 'time2' }],
  [' AbC:thing10, thing4, date2 ', { subject: 'thing10', progress: 'thing4', time: 'date2' }],
])('%s names the fields that the school got', (text, fields) => {
  expect(read(text)).toEqual({ id: 'AbC', fields })
})

test.each(['', ':thing1,thing2,time3', 'AbC:', 'AbC:thing1,thing2', 'AbC:thing1,phrase2,time3'])(
  '「%s」 is refused by the name of its variable',
  (text) => expect(() => read(text)).toThrow(/^TEMPLATE_RESULT 写得不对，应为「模板号」/),
)

test('one field cannot hold two things', () => {
  expect(() => read('AbC:thing1,thing1,time3')).toThrow(/TEMPLATE_RESULT/)
})
