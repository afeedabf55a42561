import { render, type Rendered } from '../../components/rendering'

/** Renders a component of the staff's package. */
export function renderStaff(name: string, properties: Record<string, unknown>): Rendered {
  return render(name, properties, 'packages/staff/components')
}
