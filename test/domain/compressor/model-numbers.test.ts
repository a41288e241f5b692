/** The numbers of the model, as its page prints them. One that changes here changes answers: raise `modelVersion` too. */
import t from 'tap'
import {
  clockParameters,
  compressorParameters,
  modelVersion,
  type Parameter,
  stimulusParameters,
} from '../../../domain/parameters.ts'

const valuesOf = (parameters: Readonly<Record<string, Parameter>>) =>
  Object.fromEntries(Object.entries(parameters).map(([name, { value }]) => [name, value]))

t.test('the clock', async (t) => {
  t.same(valuesOf(clockParameters), {
    secondsPerRep: 3,
    setOverheadSeconds: 5,
    openSetExtraReps: 3,
    amrapReps: 12,
    heavyReps: 5,
    restCoreHeavySeconds: 180,
    restCoreSeconds: 150,
    restCompoundSeconds: 120,
    restIsolationSeconds: 75,
    restConditioningSeconds: 60,
    restPreparationSeconds: 0,
    restWarmupSetSeconds: 45,
    shortRestFloorCompoundSeconds: 75,
    shortRestFloorIsolationSeconds: 45,
    shortRestRatio: 0.6,
    setupRackSeconds: 120,
    setupStationSeconds: 60,
    setupFreeSeconds: 45,
    setupPreparationSeconds: 15,
    changeoverRackSeconds: 60,
    changeoverSameSeconds: 15,
    changeoverSeconds: 30,
    minimumPauseSupersetSeconds: 45,
    minimumPauseBlockSeconds: 60,
    defaultRampSets: 2,
    defaultRampSetSeconds: 25,
    defaultRampRestSeconds: 45,
    compoundMuscles: 3,
  })
})

t.test('the value', async (t) => {
  t.same(valuesOf(stimulusParameters), {
    primarySet: 1,
    secondarySet: 0.5,
    secondarySetsShared: 1.5,
    setsCap: 11,
    sizeExponent: 0.45,
    priorityHigh: 1.5,
    priorityNormal: 1,
    priorityLow: 0.67,
    restLoss: 0.28,
    restDecaySeconds: 45,
    restShortestSeconds: 30,
    restLongestSeconds: 300,
    antagonistQuality: 0.99,
    nonCompetingQuality: 0.98,
    sharedSynergistQuality: 0.9,
    samePrimaryQuality: 0.82,
    blockQuality: 0.97,
    strengthScale: 1.7,
    strengthHalfSets: 0.7,
  })
})

t.test('the compressor, and the version of it all', async (t) => {
  t.same(valuesOf(compressorParameters), {
    shortestTargetMinutes: 15,
    longestTargetMinutes: 180,
    tieTolerance: 1e-9,
  })
  t.equal(modelVersion, '1.0.0')
})
