/**
 * Loaded before a process (`--import`): a build whose search has lost the core lifts. What it finds is audited by the real
 * articles, and refused. Worker threads load this too, and are left as they are: what they find is spoiled behind them.
 */
import { isMainThread } from 'node:worker_threads'

if (isMainThread) {
  const { Solver } = await import('../../../plugins/compressor/solver.ts')
  const { solve } = Solver.prototype
  Solver.prototype.solve = async function (...parts) {
    const solved = await solve.apply(this, parts)
    const without = ({ segments, ...step }) => ({
      ...step,
      segments: segments.filter(({ kind }) => kind !== 'core_lift'),
    })
    return { ...solved, steps: solved.steps.map(without) }
  }
}
