/** A number of people with grouped thousands: `3006` → `3,006`. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}
