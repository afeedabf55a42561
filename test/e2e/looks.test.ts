import { useSchool } from './school'
import { onlyInOurSchool } from './where'

const school = useSchool()

onlyInOurSchool('on every phone', 'DevTools 的深浅色和屏幕宽度只能在它的界面里选', () => {
  test('in the dark the card is dark and the text light', async () => {
    const phone = await school.phoneOf('demo-student-linzhixia', { theme: 'dark' })
    await phone.shows('林知夏')
    expect(await phone.colours()).toEqual({
      card: 'rgb(26, 29, 35)',
      headline: 'rgb(255, 255, 255)',
    })
  })

  test.each([320, 375, 414])('at %i px nothing sticks out to the side', async (width) => {
    const phone = await school.phoneOf('demo-student-xumuyang', { width })
    await phone.shows('许沐阳')
    expect(await phone.overflow()).toBe(0)
  })

  test('on a tablet the sheet is left and the chosen item right', async () => {
    const phone = await school.phoneOf('demo-student-xumuyang', { width: 900 })
    await phone.shows('还欠 15,600.00 元')
    await phone.openItem('图书归还')
    expect(await phone.shows('还有 1 本书没还')).toContain('许沐阳，还差 7 项')
  })
})
