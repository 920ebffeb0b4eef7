output "namespace" {
  description = "Namespace of this environment"
  value       = kubernetes_namespace_v1.this.metadata[0].name
}
