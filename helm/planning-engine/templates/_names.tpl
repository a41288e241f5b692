{{/* Names and labels that every object shares. */}}

{{- define "planning-engine.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{/* The release's name, with the chart's unless it is in there. Shorter than Kubernetes' 63, so that suffixes fit. */}}
{{- define "planning-engine.fullname" -}}
{{- $name := include "planning-engine.name" . -}}
{{- $full := .Values.fullnameOverride -}}
{{- if not $full -}}
{{- $full = ternary .Release.Name (printf "%s-%s" .Release.Name $name) (contains $name .Release.Name) -}}
{{- end -}}
{{- $full | trunc 44 | trimSuffix "-" -}}
{{- end -}}

{{/* What selects pods; never changed, a Deployment's selector can't be. Takes (list $ component). */}}
{{- define "planning-engine.selectorLabels" -}}
{{- $root := index . 0 -}}
app.kubernetes.io/name: {{ include "planning-engine.name" $root }}
app.kubernetes.io/instance: {{ $root.Release.Name }}
app.kubernetes.io/component: {{ index . 1 }}
{{- end -}}

{{/* Takes (list $ component), and a third map where an object has labels of its own. */}}
{{- define "planning-engine.labels" -}}
{{- $root := index . 0 -}}
helm.sh/chart: {{ printf "%s-%s" $root.Chart.Name $root.Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{ include "planning-engine.selectorLabels" (list $root (index . 1)) }}
app.kubernetes.io/version: {{ $root.Values.image.tag | default $root.Chart.AppVersion | trunc 63 | quote }}
app.kubernetes.io/managed-by: {{ $root.Release.Service }}
app.kubernetes.io/part-of: planning-engine
{{- $own := dict -}}
{{- if gt (len .) 2 }}{{ $own = index . 2 }}{{ end -}}
{{- with merge (deepCopy $own) $root.Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* A digest names one image for ever; a tag may move. */}}
{{- define "planning-engine.image" -}}
{{- with .Values.image -}}
{{- if .digest -}}
{{ printf "%s@%s" .repository .digest }}
{{- else -}}
{{ printf "%s:%s" .repository (.tag | default $.Chart.AppVersion) }}
{{- end -}}
{{- end -}}
{{- end -}}

{{- define "planning-engine.serviceAccountName" -}}
{{- if .Values.serviceAccount.enabled -}}
{{ .Values.serviceAccount.name | default (include "planning-engine.fullname" .) }}
{{- else -}}
{{ .Values.serviceAccount.name | default "default" }}
{{- end -}}
{{- end -}}
