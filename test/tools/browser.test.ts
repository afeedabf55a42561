import { findBrowser } from '../../tools/browser'
import { installCommands } from '../../tools/install-browser'

const named = process.env.CHROME_PATH

afterEach(() => {
  if (named === undefined) delete process.env.CHROME_PATH
  else process.env.CHROME_PATH = named
})

test('CHROME_PATH comes first, and a wrong one is told instead of passed over', () => {
  process.env.CHROME_PATH = __filename
  expect(findBrowser()).toBe(__filename)
  process.env.CHROME_PATH = `${__filename}.missing`
  expect(() => findBrowser()).toThrow('CHROME_PATH 指向的浏览器不存在')
})

test.each([
  { who: 'root on Debian', root: true, release: 'NAME="x"\nID=debian\n', program: 'apt-get' },
  { who: 'a user on Debian', root: false, release: 'ID=debian\n', program: process.execPath },
  {
    who: 'root on Ubuntu',
    root: true,
    release: 'ID=ubuntu\nID_LIKE=debian\n',
    program: process.execPath,
  },
  { who: 'a user elsewhere', root: false, release: '', program: process.execPath },
])('$who gets a browser the right way', ({ root, release, program }) => {
  const [[first] = []] = installCommands(root, release)
  expect(first).toBe(program)
})
