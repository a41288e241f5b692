/**
 * Every number of the model, in one place, each with its unit and where it comes from.
 * Served by `GET /api/v1/time-crunch/model`; changing one changes answers, so raise `modelVersion` with it.
 */

export const modelVersion = '1.0.0'

export interface Parameter<T = number> {
  readonly value: T
  readonly unit: string
  readonly source: string
}

const parameter = <T>(value: T, unit: string, source: string): Parameter<T> =>
  Object.freeze({ value, unit, source })

const practice = 'gym practice; no study found'
const judgement = "the authors' judgement"

export const clockParameters = Object.freeze({
  secondsPerRep: parameter(
    3,
    's',
    'ACSM 2002: 2–4 s; reproduces the session times of Burke 2024 and Andersen 2022 within 3 points',
  ),
  setOverheadSeconds: parameter(5, 's', practice),
  openSetExtraReps: parameter(3, 'repetitions beyond n of "n+"', judgement),
  amrapReps: parameter(12, 'repetitions of "AMRAP"', judgement),
  heavyReps: parameter(5, 'repetitions; at or under it a core lift rests longest', 'ACSM 2009'),
  restCoreHeavySeconds: parameter(180, 's', 'ACSM 2002, 2009'),
  restCoreSeconds: parameter(150, 's', 'ACSM 2002, 2009; Grgic 2018'),
  restCompoundSeconds: parameter(120, 's', 'ACSM 2009; Senna 2011'),
  restIsolationSeconds: parameter(75, 's', 'ACSM 2009; Senna 2011'),
  restConditioningSeconds: parameter(60, 's', practice),
  restPreparationSeconds: parameter(0, 's, warm-up and cool-down exercises', practice),
  restWarmupSetSeconds: parameter(45, 's, after a warm-up set that names no rest', practice),
  shortRestFloorCompoundSeconds: parameter(75, 's', 'Grgic 2018; Singer 2024; Longo 2022'),
  shortRestFloorIsolationSeconds: parameter(45, 's', 'Grgic 2018; Singer 2024; Longo 2022'),
  shortRestRatio: parameter(0.6, 'of the programmed rest', judgement),
  setupRackSeconds: parameter(120, 's', practice),
  setupStationSeconds: parameter(60, 's, any station but the rack', practice),
  setupFreeSeconds: parameter(45, 's, no station', practice),
  setupPreparationSeconds: parameter(
    15,
    's, warm-up, cool-down and conditioning without a station',
    practice,
  ),
  changeoverRackSeconds: parameter(60, 's, both exercises at the rack', practice),
  changeoverSameSeconds: parameter(15, 's, the same other station, or neither needs one', practice),
  changeoverSeconds: parameter(30, 's, otherwise', practice),
  minimumPauseSupersetSeconds: parameter(45, 's', practice),
  minimumPauseBlockSeconds: parameter(60, 's', practice),
  defaultRampSets: parameter(2, 'sets before a core barbell lift that lists none', 'IJERPH 2020;17:6882'),
  defaultRampSetSeconds: parameter(25, 's', 'IJERPH 2020;17:6882'),
  defaultRampRestSeconds: parameter(45, 's', 'IJERPH 2020;17:6882'),
  compoundMuscles: parameter(
    3,
    'muscles worked; from here on compound where the mechanic is unknown',
    judgement,
  ),
})

export const stimulusParameters = Object.freeze({
  primarySet: parameter(1, 'fractional sets a set', 'Pelland et al. 2025'),
  secondarySet: parameter(0.5, 'fractional sets a set', 'Pelland et al. 2025'),
  secondarySetsShared: parameter(
    1.5,
    'fractional sets that the secondary muscles of a set share at most',
    judgement,
  ),
  setsCap: parameter(11, 'fractional sets of a muscle in a session', 'Remmert 2025'),
  sizeExponent: parameter(0.45, 'V = Σ S^exponent', 'Krieger 2010; Schoenfeld 2017; Pelland 2025: 0.38–0.50'),
  priorityHigh: parameter(1.5, 'weight π', judgement),
  priorityNormal: parameter(1, 'weight π', judgement),
  priorityLow: parameter(0.67, 'weight π', judgement),
  restLoss: parameter(0.28, 'of q lost at the shortest rest', 'Singer 2024; Longo 2022'),
  restDecaySeconds: parameter(45, 's', 'Singer 2024; Longo 2022'),
  restShortestSeconds: parameter(30, 's; q is flat below', 'Singer 2024; Longo 2022'),
  restLongestSeconds: parameter(300, 's; q is flat above', 'Singer 2024; Longo 2022'),
  antagonistQuality: parameter(0.99, 'κ', 'Robbins 2010; Burke 2024'),
  nonCompetingQuality: parameter(0.98, 'κ', 'Burke 2024; Andersen 2022'),
  sharedSynergistQuality: parameter(0.9, 'κ', 'Wallace 2019; Andersen 2022'),
  samePrimaryQuality: parameter(0.82, 'κ, only where the amendment allows the pair', 'Wallace 2019'),
  blockQuality: parameter(0.97, 'of the smallest pairwise κ', judgement),
  strengthScale: parameter(1.7, 'G = Σ scale·k/(k + half)', 'Androulakis-Korakakis 2020; Spiering 2021'),
  strengthHalfSets: parameter(0.7, 'sets', 'Androulakis-Korakakis 2020; Spiering 2021'),
})

export const compressorParameters = Object.freeze({
  shortestTargetMinutes: parameter(15, 'min', judgement),
  longestTargetMinutes: parameter(180, 'min', judgement),
  tieTolerance: parameter(1e-9, 'of V; closer values are a tie', judgement),
})
