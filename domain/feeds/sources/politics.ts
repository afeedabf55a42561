import type { Trait } from '../../student/traits'

/** What somebody of these words has to do on leaving; the names of GB/T 4762 with what they are called for short. */
const NAMES: readonly [traits: readonly Trait[], names: readonly string[]][] = [
  [['partyMember'], ['中国共产党党员', '中共党员', '共产党员', '党员', '正式党员', '中共正式党员']],
  [
    ['partyMember'],
    ['中国共产党预备党员', '中共预备党员', '共产党预备党员', '预备党员', '中共党员(预备)'],
  ],
  [['leagueMember'], ['中国共产主义青年团团员', '共青团员', '共青团团员', '团员']],
  [[], ['中国国民党革命委员会会员', '民革会员', '民革党员', '民革']],
  [[], ['中国民主同盟盟员', '民盟盟员', '民盟']],
  [[], ['中国民主建国会会员', '民建会员', '民建']],
  [[], ['中国民主促进会会员', '民进会员', '民进']],
  [[], ['中国农工民主党党员', '农工党党员', '农工党']],
  [[], ['中国致公党党员', '致公党党员', '致公党']],
  [[], ['九三学社社员', '九三学社']],
  [[], ['台湾民主自治同盟盟员', '台盟盟员', '台盟']],
  [[], ['无党派民主人士', '无党派人士', '无党派']],
  [[], ['群众', '普通群众', '一般群众', '无', '']],
]

const TRAITS_OF = new Map(NAMES.flatMap(([traits, names]) => names.map((name) => [name, traits])))

/** Whoever joined the party may have stayed in the league: 中共预备党员（保留团籍）. */
const STAYS = /\((?:保留|保留了)团籍\)$/

/** The memberships that a 政治面貌 says; null for a word that nobody knows. */
export function membershipsOf(text: string): readonly Trait[] | null {
  const plain = text.replace(/\s/g, '')
  const traits = TRAITS_OF.get(plain.replace(STAYS, ''))
  if (!traits) return null
  return STAYS.test(plain) ? [...new Set<Trait>(['leagueMember', ...traits])] : traits
}
