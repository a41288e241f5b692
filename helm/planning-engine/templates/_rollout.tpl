{{/* The rollout guard's pod, the same for the Deployment and the CronJob. */}}

{{- define "planning-engine.rolloutPodMetadata" -}}
labels:
  {{- include "planning-engine.labels" (list . "rollout") | nindent 2 }}
annotations:
  checksum/settings: {{ include (print $.Template.BasePath "/configmap-rollout.yaml") . | sha256sum }}
  checksum/secrets: {{ list .Values.rollout.apiToken .Values.rollout.webhook.url | toJson | sha256sum }}
{{- end -}}

{{- define "planning-engine.rolloutPod" -}}
serviceAccountName: {{ include "planning-engine.fullname" . }}-rollout
{{- include "planning-engine.podDefaults" . | nindent 0 }}
containers:
  - name: rollout
    {{- include "planning-engine.containerDefaults" . | nindent 4 }}
    command: [node, dist/scripts/rollout.js]
    args:
      {{- $pass := ternary "--once" "--forever" (eq .Values.rollout.kind "CronJob") }}
      {{- toYaml (default (list "watch" $pass) .Values.rollout.args) | nindent 6 }}
    envFrom:
      - configMapRef:
          name: {{ include "planning-engine.fullname" . }}-rollout
    env:
      {{- include "planning-engine.secretVariable" (list "LAUNCHDARKLY_API_TOKEN" (include "planning-engine.rolloutSecretName" .) .Values.rollout.existingSecretKey) | nindent 6 }}
      {{- if include "planning-engine.hasWebhook" . }}
      {{- include "planning-engine.secretVariable" (list "ROLLOUT_WEBHOOK_URL" (include "planning-engine.rolloutWebhookSecretName" .) .Values.rollout.webhook.existingSecretKey) | nindent 6 }}
      {{- end }}
    resources:
      {{- toYaml .Values.rollout.resources | nindent 6 }}
{{- end -}}
