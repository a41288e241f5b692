{{/* Which Secret holds what: one that exists already, or the one that this chart makes. */}}

{{- define "planning-engine.databaseSecretName" -}}
{{- .Values.database.existingSecret | default (printf "%s-database" (include "planning-engine.fullname" .)) -}}
{{- end -}}

{{- define "planning-engine.jwtSecretName" -}}
{{- .Values.jwt.existingSecret | default (printf "%s-jwt" (include "planning-engine.fullname" .)) -}}
{{- end -}}

{{- define "planning-engine.launchdarklySecretName" -}}
{{- .Values.launchdarkly.existingSecret | default (printf "%s-launchdarkly" (include "planning-engine.fullname" .)) -}}
{{- end -}}

{{- define "planning-engine.rolloutSecretName" -}}
{{- .Values.rollout.existingSecret | default (printf "%s-rollout" (include "planning-engine.fullname" .)) -}}
{{- end -}}

{{- define "planning-engine.rolloutWebhookSecretName" -}}
{{- .Values.rollout.webhook.existingSecret | default (printf "%s-rollout-webhook" (include "planning-engine.fullname" .)) -}}
{{- end -}}

{{/* Each of these says "true", or nothing. */}}
{{- define "planning-engine.hasDatabase" -}}
{{- if or .Values.database.url .Values.database.existingSecret }}true{{ end -}}
{{- end -}}

{{- define "planning-engine.hasJwtSecret" -}}
{{- if or .Values.jwt.secret .Values.jwt.existingSecret }}true{{ end -}}
{{- end -}}

{{- define "planning-engine.hasSdkKey" -}}
{{- if or .Values.launchdarkly.sdkKey .Values.launchdarkly.existingSecret }}true{{ end -}}
{{- end -}}

{{- define "planning-engine.hasFlagsFile" -}}
{{- if or .Values.flags.file .Values.flags.existingConfigMap }}true{{ end -}}
{{- end -}}

{{- define "planning-engine.hasWebhook" -}}
{{- if or .Values.rollout.webhook.url .Values.rollout.webhook.existingSecret }}true{{ end -}}
{{- end -}}

{{/* One environment variable from a Secret. Takes (list name secretName key). */}}
{{- define "planning-engine.secretVariable" -}}
- name: {{ index . 0 }}
  valueFrom:
    secretKeyRef:
      name: {{ index . 1 }}
      key: {{ index . 2 }}
{{- end -}}
