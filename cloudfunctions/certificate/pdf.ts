import PDFDocument from 'pdfkit'
import { encode } from 'uqr'
import { groupedCode, type CertificatePaper } from '../../domain/pass/certificate'
import { fontFile, footnote, printable } from './font'
import { publicAddress } from './settings'

/** All in points. */
const MARGIN = 56
const QR_SIDE = 96
const ROW = 24
const COLUMNS = { title: MARGIN, state: 230, basis: 310 }
const QUIET = '#5b6270'
const INK = '#171a21'
const LINE = '#c4c9d2'

type Page = InstanceType<typeof PDFDocument>

/** The printed sheet as a PDF of one A4 page. */
export async function makePdf(paper: CertificatePaper, code: string): Promise<Buffer> {
  const page = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    font: '',
    info: { Title: paper.title, Author: paper.school },
    lang: 'zh-CN',
  })
  const content = collect(page)
  page.registerFont('sans', fontFile).font('sans')
  drawHead(page, paper)
  drawItems(page, paper)
  drawProof(page, code, paper)
  page.end()
  return content
}

function collect(page: Page): Promise<Buffer> {
  const chunks: Buffer[] = []
  return new Promise((resolve, reject) => {
    page.on('data', (chunk: Buffer) => chunks.push(chunk))
    page.on('end', () => resolve(Buffer.concat(chunks)))
    page.on('error', reject)
  })
}

function drawHead(page: Page, { title, school, lines }: CertificatePaper): void {
  page.fontSize(13).fillColor(QUIET).text(school, { align: 'center' })
  page.fontSize(22).fillColor(INK).text(title, { align: 'center' })
  page.moveDown(0.8)
  for (const { label, value } of lines) {
    const y = page.y
    page.fontSize(11).fillColor(QUIET).text(label, MARGIN, y)
    page.fillColor(INK).text(printable(value).text, MARGIN + 80, y)
    page.moveDown(0.35)
  }
  page.moveDown(0.8)
}

function drawItems(page: Page, { items }: CertificatePaper): void {
  drawRow(page, { title: '环节', state: '状态', basis: '依据' }, QUIET)
  for (const item of items) drawRow(page, item, INK)
}

function drawRow(page: Page, row: CertificatePaper['items'][number], colour: string): void {
  const y = page.y
  page.fontSize(11).fillColor(colour)
  for (const column of ['title', 'state', 'basis'] as const) {
    page.text(row[column], COLUMNS[column], y + 5, { lineBreak: false })
  }
  const right = page.page.width - MARGIN
  page.moveTo(MARGIN, y + ROW).lineTo(right, y + ROW)
  page.lineWidth(0.5).strokeColor(LINE).stroke()
  page.y = y + ROW
}

/** Where and how a stranger finds out whether the paper holds. */
function drawProof(page: Page, code: string, { lines }: CertificatePaper): void {
  const top = page.y + 28
  drawQr(page, `${publicAddress}?code=${code}`, MARGIN, top)
  const left = MARGIN + QR_SIDE + 20
  page
    .fontSize(11)
    .fillColor(INK)
    .text(`验证码　${groupedCode(code)}`, left, top + 6)
  page.fontSize(9.5).fillColor(QUIET)
  page.text('扫码，或打开下面的地址填验证码，可以查到这张离校单现在是否有效。', left, page.y + 6)
  page.text(publicAddress, left, page.y + 2)
  const note = footnote(lines.flatMap(({ value }) => printable(value).missing))
  if (note) page.text(note, MARGIN, top + QR_SIDE + 16)
}

function drawQr(page: Page, text: string, x: number, y: number): void {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const module = QR_SIDE / size
  data.forEach((row, down) =>
    row.forEach((black, across) => {
      if (black) page.rect(x + across * module, y + down * module, module, module)
    }),
  )
  page.fillColor('#000000').fill()
}
