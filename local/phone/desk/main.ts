import { CampusView } from './campus'
import { ClockView } from './clock'
import { readNewcomers, readPeople, type Message } from './cloud'
import { keepDesk, readDesk } from './desk'
import { showLooks } from './looks'
import { MessagesView } from './messages'
import { choosePerson, showPeople } from './people'
import { PhoneView } from './phone-view'
import { SystemsView } from './systems'

const people = await readPeople()
const desk = readDesk(people[0]?.openid ?? '')
const phone = new PhoneView(desk)
const campus = new CampusView(() => phone.reload())
const systems = new SystemsView(() => phone.reload())
const messages = new MessagesView(people, ({ openid, page = '' }) => {
  choosePerson(openid)
  become(openid, page.replace(/^\//, ''))
})
const clock = new ClockView(
  (time) => phone.showClock(time),
  () => phone.reload(),
)

showPeople([...people, ...(await readNewcomers())], desk.openid, ({ openid }) => become(openid))
showLooks(desk, (changed) => {
  keepDesk(desk)
  if (changed === 'theme') phone.applyTheme()
  if (changed === 'font') phone.open(phone.page)
  if (changed === 'width') phone.resize()
})
phone.open()

const events = new EventSource('/dev/events')
events.addEventListener('message', (event: MessageEvent<string>) => {
  messages.add(JSON.parse(event.data) as Message)
})
events.addEventListener('clock', () => {
  void clock.read()
  // What can happen in the campus systems depends on the day.
  void campus.show(desk.openid)
})
await Promise.all([campus.show(desk.openid), systems.show(), messages.load(), clock.start()])

/** Takes this person's phone into the hand. */
function become(openid: string, page = ''): void {
  desk.openid = openid
  keepDesk(desk)
  phone.open(page)
  campus.forget()
  void campus.show(openid)
}
