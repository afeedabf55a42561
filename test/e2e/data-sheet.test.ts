import { writeXlsx } from '../../cloudfunctions/shared/spreadsheet/xlsx'
import { useSchool } from './school'
import { onlyInOurSchool } from './where'

const LIBRARIAN = 'demo-staff-librarian'
const SHEN = 'demo-student-shenqinghe'
const NO = '1907010219'
const HEAD = ['读者证号', '姓名', '条码号', '题名']

const school = useSchool()

onlyInOurSchool('a sheet from the library', 'DevTools 里只有登录的那一个人', () => {
  test('that is another one is told by what it lacks, and the right one can be chosen', async () => {
    const librarian = await school.phoneOf(LIBRARIAN)
    await librarian.openTool('数据同步')
    await librarian.press('图书馆系统')
    await librarian.shows('要有这几列：学号、条码号、题名。')
    await librarian.wechat.receiveFile(
      '成绩.xlsx',
      await writeXlsx([
        ['学号', '成绩'],
        [NO, 90],
      ]),
    )
    await librarian.press('选择表格')
    await librarian.press('我已阅读并同意')
    await librarian.press('选择表格')
    await librarian.shows('表里没有找到「条码号」和「题名」这两列，请核对表头后再导入。')
    await librarian.choose('表里是', '只有变了的')
    const right = await writeXlsx([HEAD, [NO, '沈清和', 'N0555001', '围城']])
    await librarian.wechat.receiveFile('欠书.xlsx', right)
    await librarian.press('选择表格')
    await librarian.shows('这份表会改变 1 人')
    await librarian.press('不采用')
    await librarian.press('表选错了')
    await librarian.press('不采用')
    await librarian.shows('没有采用，学生的数据没有变')
  }, 60_000)

  test('says whom it changes and which rows it cannot use; applied, the student sees it', async () => {
    const shen = await school.phoneOf(SHEN)
    await shen.shows('沈清和，等学院核验')
    const librarian = await school.phoneOf(LIBRARIAN)
    await librarian.openTool('数据同步')
    await librarian.press('图书馆系统')
    await librarian.choose('表里是', '只有变了的')
    const rows = [
      ['图书馆 6 月 10 日新发现的欠书', null, null, null],
      HEAD,
      ['１９０７０１０２１９', '沈清和', 'N0555001', '围城'],
      ['1999999999', '不在名单', 'N0555002', '活着'],
      ['合计', '2 本', null, null],
    ]
    await librarian.wechat.receiveFile('新欠书.xlsx', await writeXlsx(rows))
    await librarian.press('选择表格')
    await librarian.press('我已阅读并同意')
    await librarian.press('选择表格')
    const preview = await librarian.shows('这份表会改变 1 人')
    expect(preview).toContain('没有在借图书 → 在借 1 本')
    expect(preview).toContain('第 4 行（1999999999）：名单里没有这个学号')
    await librarian.press('采用，改变 1 人')
    await librarian.press('和部门核对过，数据是对的')
    await librarian.press('采用这份数据')
    await librarian.shows('变了 1 人')
    await shen.shows('沈清和，还差 1 项')
    expect(await shen.row('图书归还')).toContain('未办理，在借 1 本')
  }, 60_000)
})
