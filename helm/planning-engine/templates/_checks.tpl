{{/* Values that can't work together: each check is a sentence that says what to set. Forms and ranges are the schema's. */}}

{{/* A secret given twice: nobody could tell which one is in force. Takes (list inline inlineName existing existingName). */}}
{{- define "planning-engine.checkOneSecret" -}}
{{- if and (index . 0) (index . 2) -}}
{{ index . 1 }} and {{ index . 3 }} are both set; set only one of them.
{{- end -}}
{{- end -}}

{{- define "planning-engine.checkSecrets" -}}
{{- with .Values }}
{{ include "planning-engine.checkOneSecret" (list .database.url "database.url" .database.existingSecret "database.existingSecret") }}
{{ include "planning-engine.checkOneSecret" (list .jwt.secret "jwt.secret" .jwt.existingSecret "jwt.existingSecret") }}
{{ include "planning-engine.checkOneSecret" (list .launchdarkly.sdkKey "launchdarkly.sdkKey" .launchdarkly.existingSecret "launchdarkly.existingSecret") }}
{{ include "planning-engine.checkOneSecret" (list .rollout.apiToken "rollout.apiToken" .rollout.existingSecret "rollout.existingSecret") }}
{{ include "planning-engine.checkOneSecret" (list .rollout.webhook.url "rollout.webhook.url" .rollout.webhook.existingSecret "rollout.webhook.existingSecret") }}
{{ include "planning-engine.checkOneSecret" (list .flags.file "flags.file" .flags.existingConfigMap "flags.existingConfigMap") }}
{{- end }}
{{- if and (include "planning-engine.hasSdkKey" .) (include "planning-engine.hasFlagsFile" .) }}
launchdarkly and flags are both set, and the file would never be read; set only one of them.
{{- end }}
{{- end -}}

{{- define "planning-engine.checkProduction" -}}
{{- if eq .Values.settings.APP_ENV "production" }}
{{- if not (include "planning-engine.hasDatabase" .) }}
database is empty; production needs a PostgreSQL: set database.existingSecret (or database.url).
{{- end }}
{{- if not (or (include "planning-engine.hasJwtSecret" .) .Values.settings.JWT_JWKS_URL) }}
Nothing says which tokens are good; in production set settings.JWT_JWKS_URL, or jwt.existingSecret (or jwt.secret).
{{- end }}
{{- if not .Values.settings.JWT_ISSUER }}
settings.JWT_ISSUER is empty; in production set the issuer that tokens must carry.
{{- end }}
{{- if not .Values.settings.JWT_AUDIENCE }}
settings.JWT_AUDIENCE is empty; in production set the audience that tokens must carry.
{{- end }}
{{- if not (or (include "planning-engine.hasSdkKey" .) (include "planning-engine.hasFlagsFile" .)) }}
Nothing says where the flag comes from, and the file in the image has the feature on for all; in production set launchdarkly.existingSecret (or launchdarkly.sdkKey), or flags.file (or flags.existingConfigMap).
{{- end }}
{{- end }}
{{- end -}}

{{- define "planning-engine.checkTokens" -}}
{{- if and (include "planning-engine.hasJwtSecret" .) .Values.settings.JWT_JWKS_URL }}
jwt and settings.JWT_JWKS_URL are both set; set only one of them.
{{- end }}
{{- if and .Values.jwt.secret (lt (len .Values.jwt.secret) 32) }}
jwt.secret is shorter than 32 bytes; set a longer one.
{{- end }}
{{- end -}}

{{/* Two pods with a secret of their own refuse each other's tokens; two with a database in memory have different plans. */}}
{{- define "planning-engine.checkSeveralPods" -}}
{{- $several := or (gt (int .Values.replicas) 1) .Values.autoscaling.enabled }}
{{- if and $several (not (include "planning-engine.hasDatabase" .)) }}
The embedded database serves one pod; set replicas to 1 and autoscaling.enabled to false, or set database.existingSecret (or database.url).
{{- end }}
{{- if and $several (not (or (include "planning-engine.hasJwtSecret" .) .Values.settings.JWT_JWKS_URL)) }}
Each pod would make a token secret of its own; set jwt.existingSecret (or jwt.secret) or settings.JWT_JWKS_URL, or one replica.
{{- end }}
{{- end -}}

{{- define "planning-engine.checkScaling" -}}
{{- with .Values.autoscaling }}
{{- if and .enabled (gt (int .minReplicas) (int .maxReplicas)) }}
autoscaling.minReplicas ({{ .minReplicas }}) is above autoscaling.maxReplicas ({{ .maxReplicas }}); set it to {{ .maxReplicas }} or less.
{{- end }}
{{- if and .enabled (not (or .cpuPercent .memoryPercent .requestsPerSecond.enabled)) }}
autoscaling has nothing to go by; set autoscaling.cpuPercent, autoscaling.memoryPercent or autoscaling.requestsPerSecond.enabled.
{{- end }}
{{- end }}
{{- with .Values.rollingUpdate }}
{{- if and (eq (toString .maxSurge) "0") (eq (toString .maxUnavailable) "0") }}
rollingUpdate.maxSurge and rollingUpdate.maxUnavailable are both 0, so no pod could be replaced; set one of them to 1 or more.
{{- end }}
{{- end }}
{{- with .Values.podDisruptionBudget }}
{{- if .enabled }}
{{- if and (not (kindIs "invalid" .minAvailable)) (not (kindIs "invalid" .maxUnavailable)) }}
podDisruptionBudget.minAvailable and podDisruptionBudget.maxUnavailable are both set; set one of them to null.
{{- end }}
{{- if and (kindIs "invalid" .minAvailable) (kindIs "invalid" .maxUnavailable) }}
podDisruptionBudget says nothing; set podDisruptionBudget.minAvailable or podDisruptionBudget.maxUnavailable.
{{- end }}
{{- end }}
{{- end }}
{{- $fewest := ternary .Values.autoscaling.minReplicas .Values.replicas .Values.autoscaling.enabled }}
{{- with .Values.podDisruptionBudget }}
{{- if and .enabled (not (kindIs "invalid" .minAvailable)) (not (kindIs "string" .minAvailable)) }}
{{- if ge (int .minAvailable) (int $fewest) }}
podDisruptionBudget.minAvailable ({{ .minAvailable }}) leaves none of {{ $fewest }} pods to move, and no node could be drained; set it below {{ $fewest }}.
{{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "planning-engine.checkEdges" -}}
{{- with .Values }}
{{- if eq (int .metrics.port) (int .containerPort) }}
metrics.port and containerPort are both {{ .containerPort }}; set another metrics.port, so that /metrics is never public.
{{- end }}
{{- if and .metrics.serviceMonitor.enabled (not .metrics.service.enabled) }}
metrics.serviceMonitor finds the pods through a Service; set metrics.service.enabled to true.
{{- end }}
{{- if and .ingress.enabled (not .ingress.hosts) }}
ingress.hosts is empty; set at least one host, or ingress.enabled to false.
{{- end }}
{{- if and .httpRoute.enabled (not .httpRoute.parentRefs) }}
httpRoute.parentRefs is empty; set the Gateway that carries the route.
{{- end }}
{{- end }}
{{- end -}}

{{- define "planning-engine.checkRollout" -}}
{{- with .Values.rollout }}
{{- if .enabled }}
{{- if not (or .apiToken .existingSecret) }}
The rollout guard has no REST token; set rollout.existingSecret (or rollout.apiToken).
{{- end }}
{{- if not .settings.PROMETHEUS_URL }}
The rollout guard has nothing to read its gates from; set rollout.settings.PROMETHEUS_URL.
{{- end }}
{{- end }}
{{- end }}
{{- if and .Values.rollout.enabled (not (include "planning-engine.hasSdkKey" .)) }}
The rollout guard changes the flag at LaunchDarkly, but the service does not listen there; set launchdarkly.existingSecret (or launchdarkly.sdkKey).
{{- end }}
{{- with .Values.tests }}
{{- if and .enabled .preview.enabled .flagOff.enabled }}
tests.flagOff and tests.preview can't both pass; enable the one that the flag's state asks for.
{{- end }}
{{- end }}
{{- if and .Values.tests.enabled .Values.tests.preview.enabled (not .Values.tests.preview.tokenSecret) (not (include "planning-engine.hasJwtSecret" .)) }}
The preview test has no token and no secret to make one with; set tests.preview.tokenSecret (or jwt.existingSecret).
{{- end }}
{{- end -}}

{{/* A second label or annotation of the same name would be a duplicate key, and one of the two would win. */}}
{{- define "planning-engine.checkLabels" -}}
{{- with .Values }}
{{- $labels := dict "commonLabels" .commonLabels "podLabels" .podLabels "metrics.serviceMonitor.labels" .metrics.serviceMonitor.labels "metrics.prometheusRule.labels" .metrics.prometheusRule.labels "metrics.dashboard.labels" .metrics.dashboard.labels }}
{{- range $where, $map := $labels }}
{{- range $label, $_ := $map }}
{{- if regexMatch "^(app[.]kubernetes[.]io|helm[.]sh)/" $label }}
{{ $where }} has {{ $label }}, which is the chart's own; set a label with another prefix.
{{- end }}
{{- end }}
{{- end }}
{{- range $annotation, $_ := .podAnnotations }}
{{- if hasPrefix "checksum/" $annotation }}
podAnnotations has {{ $annotation }}, which is the chart's own; set an annotation with another prefix.
{{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "planning-engine.faults" -}}
{{ include "planning-engine.checkLabels" . }}
{{ include "planning-engine.checkSecrets" . }}
{{ include "planning-engine.checkProduction" . }}
{{ include "planning-engine.checkTokens" . }}
{{ include "planning-engine.checkSeveralPods" . }}
{{ include "planning-engine.checkScaling" . }}
{{ include "planning-engine.checkEdges" . }}
{{ include "planning-engine.checkRollout" . }}
{{- end -}}
