/**
 * Who a student is, as far as the items of a cohort care. An item for a trait is grey for everybody
 * who lacks it.
 */
export const TRAITS = ['boarder', 'leagueMember', 'partyMember', 'campusHukou', 'upgrade'] as const

export type Trait = (typeof TRAITS)[number]

/** What a trait is called, and what one says of a student without it. */
export const TRAIT_TEXTS: Record<Trait, { name: string; lacking: string }> = {
  boarder: { name: '住校', lacking: '没有住校' },
  leagueMember: { name: '共青团员', lacking: '不是共青团员' },
  partyMember: { name: '学生党员', lacking: '不是学生党员' },
  campusHukou: { name: '户口在学校', lacking: '户口不在学校' },
  upgrade: { name: '专转本', lacking: '不是专转本' },
}
