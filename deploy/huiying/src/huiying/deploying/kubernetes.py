"""Kubernetes manifests: one file a service, one for the databases, and a kustomization that joins them."""

from __future__ import annotations

from typing import Any

from gateway.settings import Settings as GatewaySettings
from huiying.deploying.parts import KEYS, MANAGEMENT_PORT, PORT, STATE, UID, Part, parts, secrets, settings
from huiying.services import SERVICES, Service

Manifest = dict[str, Any]
HOSTS = {service.name: service.name for service in SERVICES}
_LOCKED = {
    "allowPrivilegeEscalation": False,
    "readOnlyRootFilesystem": True,
    "capabilities": {"drop": ["ALL"]},
}
_POD = {
    "runAsNonRoot": True,
    "runAsUser": UID,
    "fsGroup": UID,
    "seccompProfile": {"type": "RuntimeDefault"},
}
DRAIN_S = 30
_MOST_PODS = 8
_PLACES: int = GatewaySettings.model_fields["requests_per_process"].default


def of_service(service: Service) -> list[Manifest]:
    """Return everything one service needs to be deployed by itself."""
    found = [_account(service), _settings(service)]
    if service.has_database:
        found.append(_migration(service))
    for part in parts(service):
        found.append(_deployment(service, part))
        if part.listens:
            found += [_service(service), _disruption(service), _autoscaler(service)]
    return [*found, _network(service)]


def databases() -> list[Manifest]:
    """Return the PostgreSQL cluster and a database with its owner for each service."""
    owned = [service for service in SERVICES if service.has_database]
    roles = [
        {"name": f"{one.name}_{role}", "login": True, "passwordSecret": {"name": f"{one.name}-{role}-login"}}
        for one in owned
        for role in ("migrator", "app", "sealer")
    ]
    cluster: Manifest = {
        "apiVersion": "postgresql.cnpg.io/v1",
        "kind": "Cluster",
        "metadata": {"name": "huiying"},
        "spec": {
            "instances": 3,
            "minSyncReplicas": 1,
            "maxSyncReplicas": 1,
            "storage": {"size": "100Gi"},
            "postgresql": {"parameters": {"synchronous_commit": "on", "track_commit_timestamp": "off"}},
            "managed": {"roles": roles},
        },
    }
    return [cluster, *(_database(one) for one in owned)]


def _database(service: Service) -> Manifest:
    return {
        "apiVersion": "postgresql.cnpg.io/v1",
        "kind": "Database",
        "metadata": {"name": service.name},
        "spec": {
            "name": service.name, "owner": f"{service.name}_migrator", "cluster": {"name": "huiying"},
            "encoding": "UTF8", "localeCollate": "C.UTF-8", "localeCType": "C.UTF-8", "template": "template0",
        },
    }  # fmt: skip


def kustomization() -> Manifest:
    """Return what `kubectl apply -k` reads."""
    return {
        "apiVersion": "kustomize.config.k8s.io/v1beta1",
        "kind": "Kustomization",
        "namespace": "huiying",
        "resources": ["namespace.yaml", "databases.yaml", *(f"{one.name}.yaml" for one in SERVICES)],
    }


def namespace() -> Manifest:
    """Return the namespace, closed to what is not said to be open."""
    return {
        "apiVersion": "v1",
        "kind": "Namespace",
        "metadata": {"name": "huiying", "labels": {"pod-security.kubernetes.io/enforce": "restricted"}},
    }


def _meta(service: Service, name: str = "") -> Manifest:
    return {"name": name or service.name, "labels": {"app": service.name}}


def _account(service: Service) -> Manifest:
    return {
        "apiVersion": "v1",
        "kind": "ServiceAccount",
        "metadata": _meta(service),
        "automountServiceAccountToken": False,
    }


def _settings(service: Service) -> Manifest:
    values = settings(service, HOSTS)
    if not service.has_database:  # one name stands for all pods of a service
        values["GATEWAY_REQUESTS_PER_PROCESS"] = str(_PLACES * _MOST_PODS)
    return {"apiVersion": "v1", "kind": "ConfigMap", "metadata": _meta(service), "data": values}


def _migration(service: Service) -> Manifest:
    names = [f"{service.name.upper()}_{name}" for name in ("DATABASE_URL", "MIGRATOR_URL", "SEALER_URL")]
    container = {
        "name": "migrate",
        "image": "huiying/operator",
        "command": ["python", "-m", "huiying", "migrate", service.name],
        "env": [_secret(service, name) for name in names],
        "securityContext": _LOCKED,
    }
    template = {
        "metadata": {"labels": {"app": service.name, "part": "migration"}},
        "spec": {
            "serviceAccountName": service.name, "restartPolicy": "Never", "securityContext": _POD,
            "containers": [container],
        },
    }  # fmt: skip
    return {
        "apiVersion": "batch/v1",
        "kind": "Job",
        "metadata": _meta(service, f"{service.name}-migration"),
        "spec": {"backoffLimit": 3, "ttlSecondsAfterFinished": 3600, "template": template},
    }


def _secret(service: Service, name: str) -> Manifest:
    return {"name": name, "valueFrom": {"secretKeyRef": {"name": f"{service.name}-settings", "key": name}}}


def _deployment(service: Service, part: Part) -> Manifest:
    labels = {"app": service.name, "part": part.name}
    return {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": _meta(service, part.name),
        "spec": {
            "replicas": 2 if part.listens else 1,
            "selector": {"matchLabels": labels},
            "strategy": {"type": "RollingUpdate", "rollingUpdate": {"maxUnavailable": 0, "maxSurge": 1}},
            "template": {
                "metadata": {"labels": labels},
                "spec": {
                    "serviceAccountName": service.name,
                    "terminationGracePeriodSeconds": DRAIN_S,
                    "securityContext": _POD,
                    "containers": [_container(service, part)],
                    "volumes": _volumes(service),
                },
            },
        },
    }


def _container(service: Service, part: Part) -> Manifest:
    container: Manifest = {
        "name": part.name,
        "image": f"huiying/{service.name}",
        "command": list(part.command),
        "envFrom": [{"configMapRef": {"name": service.name}}],
        "env": [_secret(service, name) for name in secrets(service, part)],
        "resources": {"requests": {"cpu": "200m", "memory": "192Mi"}, "limits": {"memory": "768Mi"}},
        "securityContext": _LOCKED,
        "volumeMounts": [{"name": "state", "mountPath": STATE}, {"name": "tmp", "mountPath": "/tmp"}],  # noqa: S108
    }
    if service.has_database:
        container["volumeMounts"].append({"name": "keys", "mountPath": KEYS, "readOnly": True})
    if part.listens:
        container["ports"] = [
            {"name": "api", "containerPort": PORT},
            {"name": "management", "containerPort": MANAGEMENT_PORT},
        ]
        container["startupProbe"] = _probe("/startupz", 2, 60)
        container["readinessProbe"] = _probe("/readyz", 2, 2)
        container["livenessProbe"] = _probe("/livez", 10, 3)
    return container


def _probe(path: str, every_s: int, failures: int) -> Manifest:
    return {
        "httpGet": {"path": path, "port": "management"},
        "periodSeconds": every_s,
        "failureThreshold": failures,
        "timeoutSeconds": 2,
    }


def _volumes(service: Service) -> list[Manifest]:
    volumes: list[Manifest] = [{"name": "state", "emptyDir": {}}, {"name": "tmp", "emptyDir": {}}]
    if service.has_database:
        keys = {"secretName": f"{service.name}-keys", "defaultMode": 0o440}
        volumes.append({"name": "keys", "secret": keys})
    return volumes


def _service(service: Service) -> Manifest:
    ports = [
        {"name": "api", "port": PORT, "targetPort": "api"},
        {"name": "management", "port": MANAGEMENT_PORT, "targetPort": "management"},
    ]
    selector = {"app": service.name, "part": service.name}
    spec: Manifest = {"selector": selector, "ports": ports}
    if (
        service.has_database
    ):  # callers see each process and leave one that is stopping, not the service, alone
        spec["clusterIP"] = "None"
    return {"apiVersion": "v1", "kind": "Service", "metadata": _meta(service), "spec": spec}


def _disruption(service: Service) -> Manifest:
    selector = {"matchLabels": {"app": service.name, "part": service.name}}
    return {
        "apiVersion": "policy/v1",
        "kind": "PodDisruptionBudget",
        "metadata": _meta(service),
        "spec": {"minAvailable": 1, "selector": selector},
    }


def _autoscaler(service: Service) -> Manifest:
    cpu = {
        "type": "Resource",
        "resource": {"name": "cpu", "target": {"type": "Utilization", "averageUtilization": 65}},
    }
    target = {"apiVersion": "apps/v1", "kind": "Deployment", "name": service.name}
    return {
        "apiVersion": "autoscaling/v2",
        "kind": "HorizontalPodAutoscaler",
        "metadata": _meta(service),
        "spec": {"scaleTargetRef": target, "minReplicas": 2, "maxReplicas": _MOST_PODS, "metrics": [cpu]},
    }


def _network(service: Service) -> Manifest:
    """Let in the gateway and the other services; the gateway itself lets everybody in at its one port."""
    own = {"matchLabels": {"app": service.name}}
    api, management = {"port": PORT}, {"port": MANAGEMENT_PORT}
    watchers = {
        "from": [{"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "monitoring"}}}],
        "ports": [management],
    }
    if service.has_database:
        peers = [
            {"podSelector": {"matchLabels": {"app": one.name}}}
            for one in SERVICES
            if one.name != service.name
        ]
        ingress = [{"from": peers, "ports": [api, management]}, watchers]
    else:
        ingress = [{"ports": [api]}, watchers]
    return {
        "apiVersion": "networking.k8s.io/v1",
        "kind": "NetworkPolicy",
        "metadata": _meta(service),
        "spec": {"podSelector": own, "policyTypes": ["Ingress"], "ingress": ingress},
    }
