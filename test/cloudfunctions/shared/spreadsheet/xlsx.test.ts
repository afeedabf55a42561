import fc from 'fast-check'
import { readXlsx } from '../../../../cloudfunctions/shared/spreadsheet/xlsx'
import { inline, xlsxOf } from './hostile'

test('rows and cells without an address follow one another', async () => {
  const rows = `<row>${inline('学号')}${inline('余额')}</row><row>${inline('1907010216')}<c><v>86.4</v></c></row>`
  expect(await readXlsx(xlsxOf(rows))).toEqual([
    ['学号', '余额'],
    ['1907010216', 86.4],
  ])
})

test('formats far out are no cells', async () => {
  const row = `<row r="1">${inline('学号', 'A1')}<c r="XFD1" s="1"/></row><row r="1048576" ht="15"/>`
  expect(await readXlsx(xlsxOf(row))).toEqual([['学号']])
})

test('a formula is what it comes to, an error what it says', async () => {
  const row = `<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="e"><f>X()</f><v>#N/A</v></c><c r="C1" t="str"><f>"a"</f><v>a</v></c></row>`
  expect(await readXlsx(xlsxOf(row))).toEqual([[2, '#N/A', 'a']])
})

test('a day keeps being one', async () => {
  const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
  const row = '<row r="1"><c r="A1" s="1"><v>44722</v></c></row>'
  const cells = await readXlsx(xlsxOf(row, { 'xl/styles.xml': styles }))
  expect(cells).toEqual([[new Date('2022-06-10T00:00:00Z')]])
})

test.each([
  [
    'XFD1048576',
    `<row r="1">${inline('学号', 'A1')}</row><row r="1048576">${inline('远', 'XFD1048576')}</row>`,
  ],
  [
    'A1048576',
    `<row r="1">${inline('一', 'CZ1')}</row><row r="1048576">${inline('远', 'A1048576')}</row>`,
  ],
  ['XFD1', `<row r="1"><c r="A1"/><c x:r='XFD1' r='XFD1'><v>1</v></c></row>`],
])('a cell at %s is not made room for', async (address, rows) => {
  await expect(readXlsx(xlsxOf(rows))).rejects.toThrow(`很远的 ${address} 格`)
})

test('a small file that unpacks to 45 MB is not unpacked', async () => {
  const swollen = xlsxOf('', { 'xl/sharedStrings.xml': ' '.repeat(45 * 1024 * 1024) })
  expect(swollen.length).toBeLessThan(200_000)
  await expect(readXlsx(swollen)).rejects.toThrow('解开以后太大')
})

test.each([
  ['a shared text that there is not', '<row r="1"><c r="A1" t="s"><v>7</v></c></row>'],
  ['an address that is none', '<row r="1"><c r="一"><v>7</v></c></row>'],
  ['a number that is none', '<row r="1"><c r="A1"><v>七</v></c></row>'],
  ['a type that is none', '<row r="1"><c r="A1" t="zz"><v>7</v></c></row>'],
  ['an attribute that does not end', '<row r="1"><c r="A1" x="<"><v>7</v></c></row>'],
  ['a sheet cut in two', '<row r="1"><c r="A1"><v>7'],
])('%s is a broken sheet or a cell, and no failure', async (_, rows) => {
  const read = await readXlsx(xlsxOf(rows))
  if (read) expect(read.flat().length).toBeLessThan(3)
})

const address = fc.oneof(
  fc.constantFrom('A1', 'B2', 'XFD1048576', 'ZZZ9999999', 'A0', '1', '-1', 'a1', '&#65;1', ''),
  fc.string({ maxLength: 6 }),
)
const cell = fc
  .record({
    r: fc.option(address),
    t: fc.option(fc.constantFrom('s', 'e', 'd', 'b', 'n', 'str', 'inlineStr', 'zz')),
    s: fc.option(fc.constantFrom('0', '1', '99999')),
    v: fc.option(fc.constantFrom('1', '-1', '#N/A', '2022-06-10', '1e999', '学号', '44000')),
  })
  .map(({ r, t, s, v }) => {
    const attributes = Object.entries({ r, t, s }).flatMap(([name, value]) =>
      value === null ? [] : ` ${name}="${value}"`,
    )
    return v === null ? `<c${attributes.join('')}/>` : `<c${attributes.join('')}><v>${v}</v></c>`
  })
const rows = fc
  .array(fc.tuple(fc.option(fc.constantFrom('1', '2', '1048576', '0', 'x')), fc.array(cell)))
  .map((all) =>
    all
      .map(([r, cells]) => `<row${r === null ? '' : ` r="${r}"`}>${cells.join('')}</row>`)
      .join(''),
  )

test('whatever a sheet’s XML is, it is cells, nothing, or a sentence', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (xml) => {
      const read = await readXlsx(xlsxOf(xml)).catch((error: unknown) => (error as Error).message)
      if (typeof read === 'string') expect(read).toMatch(/^表格.*。$/)
    }),
    { numRuns: 300 },
  )
})
