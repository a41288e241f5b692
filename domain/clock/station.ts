/** What a lifter must occupy, how long it takes to set up, and to change between two exercises of a group. */
import { clockParameters } from '../parameters.ts'
import type { Role } from '../plan/document.ts'

export const noStation = 'none'
export const rackStation = 'rack'

/** The station of an exercise: its own word, else what its equipment implies. */
export const stationOf = (exercise: {
  id: string
  movement?: string
  equipment?: string
  station?: string
}): string => {
  if (exercise.station !== undefined) return exercise.station
  switch (exercise.equipment) {
    case 'barbell':
      return rackStation
    case 'cable':
      return 'cable'
    case 'machine':
      return `machine:${exercise.movement ?? exercise.id}`
    default:
      return noStation
  }
}

/** Default seconds to set up at a station. */
export const defaultSetupSeconds = (station: string, role: Role): number => {
  if (station === rackStation) return clockParameters.setupRackSeconds.value
  if (station !== noStation) return clockParameters.setupStationSeconds.value
  return role === 'core' || role === 'accessory'
    ? clockParameters.setupFreeSeconds.value
    : clockParameters.setupPreparationSeconds.value
}

/** Seconds to go from one exercise of a round to the next. */
export const changeoverSeconds = (from: string, to: string): number => {
  if (from !== to) return clockParameters.changeoverSeconds.value
  return from === rackStation
    ? clockParameters.changeoverRackSeconds.value
    : clockParameters.changeoverSameSeconds.value
}
