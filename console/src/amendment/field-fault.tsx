/** A contradiction, at the field that it is about. */
import type { Faults } from './faults.ts'

export const faultId = (place: string): string => `fault-${place.replaceAll(' ', '-')}`

export const FieldFault = ({ faults, place }: { faults: Faults; place: string }) => {
  const found = faults.get(place)
  if (!found) return null
  return (
    <span class="fault" id={faultId(place)} role="alert">
      {found.join('; ')}
    </span>
  )
}

/** For the field itself. */
export const faultAttributes = (faults: Faults, place: string) =>
  faults.has(place) ? { 'aria-invalid': true as const, 'aria-describedby': faultId(place) } : {}
