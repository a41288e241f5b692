/** What is wrong with a field, at the field. */

/** By the field's name. */
export type Faults = ReadonlyMap<string, readonly string[]>

export const noFaults: Faults = new Map()

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
