{{/* Pieces of network policies: who may be reached, and by whom. */}}

{{- define "planning-engine.egressDns" -}}
- to:
    {{- toYaml .Values.networkPolicy.dnsTo | nindent 4 }}
  ports:
    - { protocol: UDP, port: 53 }
    - { protocol: TCP, port: 53 }
{{- end -}}

{{- define "planning-engine.egressDatabase" -}}
- ports:
    - { protocol: TCP, port: {{ .Values.networkPolicy.database.port }} }
  {{- with .Values.networkPolicy.database.to }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end -}}

{{- define "planning-engine.egressHttps" -}}
- to:
    {{- toYaml .Values.networkPolicy.https.to | nindent 4 }}
  ports:
    - { protocol: TCP, port: {{ .Values.networkPolicy.https.port }} }
{{- end -}}

{{/* The migration Job and what it needs come before everything else of the release. Takes the weight. */}}
{{- define "planning-engine.migrationHook" -}}
helm.sh/hook: pre-install,pre-upgrade
helm.sh/hook-weight: {{ . | quote }}
helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
{{- end -}}

{{- define "planning-engine.hasMigrationJob" -}}
{{- if and (eq .Values.migrations.mode "hook") (include "planning-engine.hasDatabase" .) }}true{{ end -}}
{{- end -}}
