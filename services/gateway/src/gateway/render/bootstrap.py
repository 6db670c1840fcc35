"""The part of Envoy's configuration that stays; the rest lies in files that may change while it runs."""

from __future__ import annotations

from pathlib import Path

from gateway.render.shapes import Config, extension
from gateway.settings import Settings

LISTENERS = "listeners.yaml"
CLUSTERS = "clusters.yaml"
SECRETS = "secrets.yaml"


def watched(folder: Path, name: str) -> Config:
    """Return a source that is read again whenever a new file is moved over the old one."""
    path = {"path": str(folder / name), "watched_directory": {"path": str(folder)}}
    return {"resource_api_version": "V3", "path_config_source": path}


def bootstrap(settings: Settings, folder: Path, admin_socket: Path) -> Config:
    """Return the bootstrap: where the changing files lie, the administrator's socket, the overload limits."""
    return {
        "node": {"id": "gateway", "cluster": "gateway"},
        "admin": {"address": {"pipe": {"path": str(admin_socket), "mode": 0o600}}},
        "dynamic_resources": {
            "lds_config": watched(folder, LISTENERS),
            "cds_config": watched(folder, CLUSTERS),
        },
        "stats_config": {"stats_matcher": {"exclusion_list": {"patterns": [{"prefix": "http.admin."}]}}},
        "overload_manager": _overload(settings),
    }


def _overload(settings: Settings) -> Config:
    heap = "envoy.resource_monitors.fixed_heap"
    connections = "envoy.resource_monitors.global_downstream_max_connections"
    return {
        "refresh_interval": "0.25s",
        "resource_monitors": [
            extension(
                connections,
                "resource_monitors.downstream_connections.v3.DownstreamConnectionsConfig",
                max_active_downstream_connections=settings.connections,
            ),
            extension(
                heap,
                "resource_monitors.fixed_heap.v3.FixedHeapConfig",
                max_heap_size_bytes=settings.heap_mib * 1024 * 1024,
            ),
        ],
        "actions": [
            _at("envoy.overload_actions.shrink_heap", heap, 0.85),
            _at("envoy.overload_actions.disable_http_keepalive", heap, 0.9),
            _at("envoy.overload_actions.stop_accepting_requests", heap, 0.95),
        ],
    }


def _at(action: str, monitor: str, share: float) -> Config:
    return {"name": action, "triggers": [{"name": monitor, "threshold": {"value": share}}]}
