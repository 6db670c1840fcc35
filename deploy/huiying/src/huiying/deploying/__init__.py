"""What an operator deploys: compose file, Kubernetes manifests and systemd units, written from one table of services."""
