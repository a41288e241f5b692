{{/* What every pod of this chart has: no token, no root, no capability, nothing to write on; and where it may run. */}}

{{- define "planning-engine.podDefaults" -}}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: {{ .Values.podUserId }}
  runAsGroup: {{ .Values.podUserId }}
  fsGroup: {{ .Values.podUserId }}
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile:
    type: RuntimeDefault
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- with .Values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{- define "planning-engine.containerDefaults" -}}
image: {{ include "planning-engine.image" . | quote }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  privileged: false
  readOnlyRootFilesystem: true
  runAsNonRoot: true
  capabilities:
    drop: [ALL]
{{- end -}}

{{/* Brings the database to the schema of this release; an advisory lock lets one work while others wait. Takes (list $ secretName). */}}
{{- define "planning-engine.migrationContainer" -}}
{{- $root := index . 0 -}}
- name: migrate
  {{- include "planning-engine.containerDefaults" $root | nindent 2 }}
  command: [node, dist/scripts/migrate.js]
  env:
    {{- include "planning-engine.secretVariable" (list "DATABASE_URL" (index . 1) $root.Values.database.existingSecretKey) | nindent 4 }}
  resources:
    {{- toYaml $root.Values.migrations.resources | nindent 4 }}
{{- end -}}

{{/* The drain's end and a margin: Kubernetes must not kill what is still answering. */}}
{{- define "planning-engine.graceSeconds" -}}
{{- $drainSeconds := divf (add (int64 .Values.settings.DRAIN_DELAY_MS) (int64 .Values.settings.DRAIN_MS)) 1000 | ceil | int64 -}}
{{- add .Values.preStopSeconds $drainSeconds 10 -}}
{{- end -}}

{{/* A pod of `helm test`: one script of tests/, run by the service's own image. Takes (list $ name). */}}
{{- define "planning-engine.testMetadata" -}}
{{- $root := index . 0 -}}
name: {{ include "planning-engine.fullname" $root }}-test-{{ index . 1 }}
labels:
  {{- include "planning-engine.labels" (list $root "test") | nindent 2 }}
annotations:
  helm.sh/hook: test
  helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
{{- end -}}

{{- define "planning-engine.testResources" -}}
resources:
  requests: { cpu: 20m, memory: 64Mi }
  limits: { cpu: 500m, memory: 256Mi }
{{- end -}}

{{- define "planning-engine.serviceUrl" -}}
http://{{ include "planning-engine.fullname" . }}:{{ .Values.service.port }}
{{- end -}}
