/**
 * The DOM tag of a WXML tag. WXML's `button`, `input` or a component called `footer` must not become
 * HTML's, so that every tag without a dash gets a prefix. WXSS tag selectors are rewritten alike.
 */
export function domTag(wxmlTag: string): string {
  return wxmlTag.includes('-') ? wxmlTag : `wx-${wxmlTag}`
}
