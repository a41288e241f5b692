/** One muscle's S^0.45 in a linear program: a variable for S, one for its power, and lines above the curve. */

const power = (sets: number): number => sets ** 0.45
const slope = (sets: number): number => 0.45 * sets ** -0.55

export class Concave {
  readonly muscle: number
  readonly setsName: string
  readonly valueName: string
  private readonly fixedSets: number
  private readonly leastSets: number
  private readonly tangentsAt: number[]

  /** `leastSets`: the smallest amount that any way to do something adds to the muscle. */
  constructor(muscle: number, fixedSets: number, leastSets: number) {
    this.muscle = muscle
    this.setsName = `s${muscle}`
    this.valueName = `t${muscle}`
    this.fixedSets = fixedSets
    this.leastSets = leastSets
    const lowest = Math.min(11, fixedSets > 0 ? fixedSets : leastSets)
    const steps = [0, 1, 2, 3, 4, 5, 6]
    this.tangentsAt = [...new Set(steps.map((step) => lowest * (11 / lowest) ** (step / 6)))]
  }

  /** Adds the tangent at these sets; false where it would add nothing. */
  refine(sets: number): boolean {
    if (sets === 0 || this.tangentsAt.some((known) => Math.abs(known - sets) < 1e-7)) return false
    this.tangentsAt.push(sets)
    return true
  }

  cuts(): string[] {
    const lines = this.tangentsAt.map((sets) => this.line(slope(sets), power(sets) - slope(sets) * sets))
    // At S = 0 every tangent is above 0, but S is 0 or at least `leastSets`: the chord between both is a valid line.
    if (this.fixedSets === 0) lines.push(this.line(power(this.leastSets) / this.leastSets, 0))
    return lines
  }

  private line(steepness: number, height: number): string {
    return `${this.valueName} - ${steepness} ${this.setsName} <= ${height}`
  }
}
