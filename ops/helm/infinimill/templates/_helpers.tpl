{{- define "infinimill.labels" -}}
app.kubernetes.io/part-of: infinimill
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/version: {{ .root.Values.image.tag | default .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ .root.Chart.Name }}-{{ .root.Chart.Version }}
{{- end }}

{{- define "infinimill.selector" -}}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/name: {{ .name }}
{{- end }}

{{- define "infinimill.image" -}}
{{ with .root.Values.image.registry }}{{ . }}/{{ end }}infinimill/{{ .name }}:{{ .root.Values.image.tag | default .root.Chart.AppVersion }}
{{- end }}

{{- define "infinimill.secret" -}}
{{ .Values.secrets.existing | default (printf "%s-infinimill" .Release.Name) }}
{{- end }}

{{- define "infinimill.confined" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}

{{- define "infinimill.pod" -}}
runAsNonRoot: true
runAsUser: {{ .user }}
runAsGroup: {{ .user }}
fsGroup: 10001
seccompProfile:
  type: RuntimeDefault
{{- end }}
