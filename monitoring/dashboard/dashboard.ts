/** The dashboard, row by row: the content of `helm/planning-engine/files/dashboard.json`. */
import {
  type Dashboard,
  DashboardBuilder,
  DashboardCursorSync,
  type Panel,
  type RowPanel,
} from '@grafana/grafana-foundation-sdk/dashboard'
import { annotations } from './annotations.ts'
import { databaseRow } from './database-row.ts'
import { gatesRow } from './gates-row.ts'
import { podsRow } from './pods-row.ts'
import { requestsRow } from './requests-row.ts'
import { sessionsRow } from './sessions-row.ts'
import { solverRow } from './solver-row.ts'
import { usersRow } from './users-row.ts'
import { variables } from './variables.ts'

const rows = [gatesRow, requestsRow, sessionsRow, solverRow, usersRow, podsRow, databaseRow]

const build = (): Dashboard => {
  const builder = new DashboardBuilder('Planning Engine: Time Crunch Mode')
    .uid('planning-engine')
    .description('Rollout, requests, answers and resources of Time Crunch Mode.')
    .tags(['planning-engine'])
    .readonly()
    .tooltip(DashboardCursorSync.Crosshair)
    .time({ from: 'now-6h', to: 'now' })
    .refresh('1m')
    .timezone('browser')
    .variables(variables)
    .annotations(annotations)
  for (const row of rows) builder.withRow(row)
  return builder.build()
}

/** An open row's panels stand beside it in the list, not within it; and each has a number that links may name. */
const spread = (panels: readonly (Panel | RowPanel)[]): (Panel | RowPanel)[] =>
  panels
    .flatMap((panel) =>
      'panels' in panel ? [{ ...panel, collapsed: false, panels: [] }, ...panel.panels] : [panel],
    )
    .map((panel, index) => ({ ...panel, id: index + 1 }))

const { panels = [], ...settings } = build()

export const dashboard: Dashboard = { ...settings, panels: spread(panels) }
