/** What a rules file for Prometheus holds, and how an alert of this service is written. */

export interface RecordingRule {
  readonly record: string
  readonly expr: string
  readonly labels?: Readonly<Record<string, string>>
}

/** `critical` wakes somebody, `warning` waits for the morning. */
export type Severity = 'critical' | 'warning'

export interface AlertingRule {
  readonly alert: string
  readonly expr: string
  readonly for?: string
  readonly labels: Readonly<Record<string, string>> & { readonly severity: Severity }
  readonly annotations: {
    /** One line, for a phone. */
    readonly summary: string
    /** What was seen, and what it means. */
    readonly description: string
    /** Below the address where the repository is read. */
    readonly runbook_url: string
  }
}

export type Rule = RecordingRule | AlertingRule

export interface RuleGroup {
  readonly name: string
  readonly rules: readonly Rule[]
}

export const isAlert = (rule: Rule): rule is AlertingRule => 'alert' in rule

/** `TimeCrunchLatencyHold` → `docs/runbooks/time-crunch-latency-hold.md` */
export const runbookOf = (alert: string): string =>
  `docs/runbooks/${alert.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase()}.md`

export interface AlertOptions {
  readonly expr: string
  /** How long the expression has to hold; at once where it is left out. */
  readonly for?: string
  readonly severity: Severity
  readonly labels?: Readonly<Record<string, string>>
  readonly summary: string
  readonly description: string
}

export const alert = (name: string, options: AlertOptions): AlertingRule => {
  const { expr, severity, labels, summary, description } = options
  return {
    alert: name,
    expr,
    ...(options.for !== undefined && { for: options.for }),
    labels: { severity, ...labels },
    annotations: { summary, description, runbook_url: runbookOf(name) },
  }
}
