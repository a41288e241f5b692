/** Lists every choice that the articles leave for the items of one session. */
import { fewestRounds, neverTogether, type SessionRules } from '../../amendment/session-rules.ts'
import { type Dose, doseOf } from '../../clock/dose.ts'
import { segmentTiming } from '../../clock/layout.ts'
import { newGroupSeconds } from '../../clock/new-group.ts'
import { singleSeconds } from '../../clock/single.ts'
import { noStation } from '../../clock/station.ts'
import type { SessionExercise } from '../../plan/session.ts'
import { fractionalSets } from '../../stimulus/fractional-sets.ts'
import { groupClassOf, groupQuality } from '../../stimulus/pairing.ts'
import { doseQuality } from '../../stimulus/size.ts'
import type { Item } from './items.ts'
import { type OptionTable, OptionTableBuilder } from './option-table.ts'
import type { Column } from './problem.ts'
import { roundsSegment } from './rows-and-segments.ts'

/** About as many options as a search of the default budget can make use of; twenty usual accessories stay under it. */
const mostRows = 20_000

/** Doses of an exercise by number of sets, at one rest level; null where that level is not offered. */
interface DoseTables {
  readonly fewest: number
  readonly most: number
  readonly programmed: readonly (Dose | null)[]
  readonly short: readonly (Dose | null)[]
}

const doseTables = (exercise: SessionExercise, fewest: number): DoseTables => {
  const most = exercise.workingSets.length
  const programmed: (Dose | null)[] = Array(most + 1).fill(null)
  const short: (Dose | null)[] = Array(most + 1).fill(null)
  for (let sets = fewest; sets <= most; sets += 1) {
    programmed[sets] = doseOf(exercise, sets)
    const dose = doseOf(exercise, sets, 'short')
    if (dose.level === 'short') short[sets] = dose
  }
  return { fewest, most, programmed, short }
}

export class ProblemBuilder {
  readonly #rules: SessionRules
  readonly #items: readonly Item[]
  readonly #muscles: readonly string[]
  readonly #table: OptionTableBuilder
  readonly #columns: Column[] = [{ muscles: [], sets: [] }]
  readonly #members: Dose[] = []
  readonly #counts: number[] = []
  readonly #allDoses: DoseTables[]
  readonly #itemColumns: number[] = []

  constructor(rules: SessionRules, items: readonly Item[], muscles: readonly string[]) {
    this.#rules = rules
    this.#items = items
    this.#muscles = muscles
    this.#table = new OptionTableBuilder(items.length)
    this.#allDoses = items.map((item) => doseTables(item.exercises[0]!, this.#fewestSets(item)))
  }

  build(): { table: OptionTable; columns: readonly Column[] } {
    for (const [index, item] of this.#items.entries()) {
      if (!item.mustStay) this.#table.add(1 << index, index, 0, item.exercises.length, false)
      if (item.exercises.length > 1) this.#addRounds(index, item.exercises)
      else this.#addSingles(index, item.exercises[0]!)
    }
    this.#addGroups([...this.#items.keys()].filter((index) => this.#items[index]!.groupable))
    return { table: this.#table.finish(), columns: this.#columns }
  }

  /** Pairs and trios of these items, those near each other in the programme first, until the table is full. */
  #addGroups(groupable: readonly number[]): void {
    for (let span = 1; span < groupable.length; span += 1) {
      if (this.#table.count > mostRows) {
        for (const index of groupable) this.#addBeyond(index)
        return
      }
      for (let at = 0; at + span < groupable.length; at += 1) {
        this.#addGroupsFromTo(groupable[at]!, groupable[at + span]!, groupable.slice(at + 1, at + span))
      }
    }
  }

  #addGroupsFromTo(first: number, last: number, between: readonly number[]): void {
    if (!this.#mayMeet(first, last)) return
    if (this.#rules.amendment.allowSupersets) this.#addGroup([first, last])
    if (!this.#rules.amendment.allowBlocks) return
    for (const middle of between) {
      if (this.#mayMeet(first, middle) && this.#mayMeet(middle, last)) this.#addGroup([first, middle, last])
    }
  }

  /** No group can do these sets of the exercise in less than their work and set-up, nor make them count more. */
  #addBeyond(index: number): void {
    const exercise = this.#exercise(index)
    const { programmed, fewest, most } = this.#allDoses[index]!
    for (let sets = fewest; sets <= most; sets += 1) {
      const { workSeconds, rampWorkSeconds, rampRestSeconds } = programmed[sets]!
      const seconds = exercise.setupSeconds + rampWorkSeconds + rampRestSeconds + workSeconds
      const row = this.#table.add(1 << index, index, seconds, 0, false)
      this.#table.member(row, 0, this.#itemColumns[index]!, sets, sets)
      this.#table.putBeyond(row)
    }
  }

  #fewestSets(item: Item): number {
    return this.#rules.of(item.exercises[0]!.id).fewestSets
  }

  #addColumn(exercises: readonly SessionExercise[], counts: readonly number[]): number {
    const sets = new Map<string, number>()
    for (const [position, exercise] of exercises.entries()) {
      const weight = this.#rules.weightOf(exercise.id) * counts[position]!
      for (const share of fractionalSets(exercise)) {
        sets.set(share.muscle, (sets.get(share.muscle) ?? 0) + share.sets * weight)
      }
    }
    const entries = [...sets].map(([muscle, amount]) => ({ muscle: this.#muscles.indexOf(muscle), amount }))
    entries.sort((one, other) => one.muscle - other.muscle)
    return (
      this.#columns.push({ muscles: entries.map((e) => e.muscle), sets: entries.map((e) => e.amount) }) - 1
    )
  }

  #addRounds(index: number, unit: readonly SessionExercise[]): void {
    const programmed = Math.max(...unit.map((exercise) => exercise.workingSets.length))
    for (let rounds = programmed; rounds >= fewestRounds(this.#rules, unit); rounds -= 1) {
      const counts = unit.map((exercise) => Math.min(rounds, exercise.workingSets.length))
      const changed = unit.filter(
        (exercise, position) => counts[position]! < exercise.workingSets.length,
      ).length
      const seconds = segmentTiming(roundsSegment(unit, rounds)).totalSeconds
      const row = this.#table.add(1 << index, index, seconds, changed, false)
      this.#table.member(row, 0, this.#addColumn(unit, counts), 1, rounds)
    }
  }

  #addSingles(index: number, exercise: SessionExercise): void {
    const column = this.#addColumn([exercise], [1])
    this.#itemColumns[index] = column
    const doses = this.#allDoses[index]!
    for (const byCount of [doses.programmed, doses.short]) {
      for (let sets = doses.most; sets >= doses.fewest; sets -= 1) {
        const dose = byCount[sets]
        if (!dose) continue
        const short = dose.level === 'short'
        const changed = short || sets < doses.most ? 1 : 0
        const row = this.#table.add(1 << index, index, singleSeconds(dose), changed, short)
        this.#table.member(row, 0, column, sets * doseQuality(dose), sets)
      }
    }
  }

  #exercise(index: number): SessionExercise {
    return this.#items[index]!.exercises[0]!
  }

  #mayMeet(one: number, other: number): boolean {
    const { amendment } = this.#rules
    const [a, b] = [this.#exercise(one), this.#exercise(other)]
    if (neverTogether(amendment, a.id, b.id)) return false
    return amendment.allowSameMusclePairs || groupClassOf([a, b]) !== 'same_primary'
  }

  #addGroup(unordered: readonly number[]): void {
    const members = [...unordered].sort((a, b) => this.#items[a]!.place - this.#items[b]!.place)
    const exercises = members.map((index) => this.#exercise(index))
    const stations = new Set(
      exercises.map((exercise) => exercise.station).filter((station) => station !== noStation),
    )
    if (stations.size > this.#rules.amendment.maxStations) return
    const kappa = groupQuality(groupClassOf(exercises), exercises.length)
    this.#addCounts(members, 0, kappa, false)
    if (members.some((index) => this.#allDoses[index]!.short.some((dose) => dose !== null))) {
      this.#addCounts(members, 0, kappa, true)
    }
  }

  /** Every combination of set counts that differ by one at most. */
  #addCounts(members: readonly number[], position: number, kappa: number, short: boolean): void {
    if (position === members.length) {
      this.#addGroupRow(members, kappa, short)
      return
    }
    const doses = this.#allDoses[members[position]!]!
    for (let sets = doses.most; sets >= doses.fewest; sets -= 1) {
      let fits = true
      for (let before = 0; before < position; before += 1)
        fits &&= Math.abs(this.#counts[before]! - sets) <= 1
      if (!fits) continue
      this.#counts[position] = sets
      this.#members[position] = (short ? doses.short[sets] : null) ?? doses.programmed[sets]!
      this.#addCounts(members, position + 1, kappa, short)
    }
  }

  #addGroupRow(members: readonly number[], kappa: number, short: boolean): void {
    this.#members.length = members.length
    if (short && this.#members.every((dose) => dose.level === 'programmed')) return
    const mask = members.reduce((bits, index) => bits | (1 << index), 0)
    const row = this.#table.add(
      mask,
      Math.min(...members),
      newGroupSeconds(this.#members),
      members.length,
      short,
    )
    for (const [position, dose] of this.#members.entries()) {
      const column = this.#itemColumns[members[position]!]!
      this.#table.member(
        row,
        position,
        column,
        kappa * dose.retained.length * doseQuality(dose),
        this.#counts[position]!,
      )
    }
  }
}
