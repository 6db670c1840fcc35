"""The services behind the gateway as Envoy's clusters: endpoints, health, breakers, outliers."""

from __future__ import annotations

from gateway.domain.routes import PAGES, SERVICES
from gateway.render.shapes import EXTENSIONS, Config
from gateway.settings import Endpoint, Settings

# The services close a connection that was idle for 75 s; we must be first, or a request meets the closing.
IDLE = "60s"
RESERVED_SHARE = 0.75
"""Places at reserved doors: what a process has room for at most, so that it need not refuse there what we let through."""


def clusters(settings: Settings) -> list[Config]:
    """Return one cluster for each service of the route table, and one for the documentation pages."""
    pages = Endpoint(settings.pages_host, settings.pages_port, settings.management_port)
    return [
        *(_cluster(settings, service, settings.endpoints(service)) for service in SERVICES),
        _cluster(settings, PAGES, (pages,), checked=False),
    ]


def _cluster(
    settings: Settings, name: str, endpoints: tuple[Endpoint, ...], *, checked: bool = True
) -> Config:
    most = settings.requests_per_process * len(endpoints)
    reserved = max(1, round(most * RESERVED_SHARE))
    kind = "STATIC" if all(endpoint.is_address for endpoint in endpoints) else "STRICT_DNS"
    return {
        "@type": "type.googleapis.com/envoy.config.cluster.v3.Cluster",
        "name": name,
        "type": kind,
        "connect_timeout": "0.25s",
        "lb_policy": "LEAST_REQUEST",
        # All endpoints down means refuse at once, not "try them all the same".
        "common_lb_config": {"healthy_panic_threshold": {"value": 0}},
        "circuit_breakers": {"thresholds": [_breaker(most, "DEFAULT"), _breaker(reserved, "HIGH")]},
        "outlier_detection": _outliers(),
        "health_checks": [_health_check(settings)] if checked else [],
        "typed_extension_protocol_options": {
            "envoy.extensions.upstreams.http.v3.HttpProtocolOptions": {
                "@type": EXTENSIONS + "upstreams.http.v3.HttpProtocolOptions",
                "common_http_protocol_options": {"idle_timeout": IDLE},
                "explicit_http_config": {"http_protocol_options": {}},
            }
        },
        "load_assignment": {
            "cluster_name": name,
            "endpoints": [{"lb_endpoints": [_endpoint(endpoint) for endpoint in endpoints]}],
        },
    }


def _endpoint(endpoint: Endpoint) -> Config:
    return {
        "endpoint": {
            "address": {"socket_address": {"address": endpoint.host, "port_value": endpoint.port}},
            "health_check_config": {"port_value": endpoint.health_port},
        }
    }


def _breaker(most: int, priority: str) -> Config:
    """Refuse at once what is more than a service has places for: what waits here for a connection only grows old.

    A place is a request sent, so there are connections to spare; else requests would wait for one.
    """
    return {
        "priority": priority,
        "max_connections": 2 * most,
        "max_pending_requests": most,
        "max_requests": most,
        # Retries may add a tenth to the traffic of a service in trouble, never double it.
        "retry_budget": {"budget_percent": {"value": 10}, "min_retry_concurrency": 3},
    }


def _outliers() -> Config:
    """Put aside an endpoint that cannot be reached; a service's own 5xx answers do not count."""
    return {
        "split_external_local_origin_errors": True,
        "consecutive_local_origin_failure": 5,
        "enforcing_consecutive_5xx": 0,
        "enforcing_consecutive_gateway_failure": 0,
        "enforcing_success_rate": 0,
        "enforcing_local_origin_success_rate": 0,
        "interval": "2s",
        "base_ejection_time": "5s",
        "max_ejection_percent": 50,
    }


def _health_check(settings: Settings) -> Config:
    """Ask often, and wait long: a dead process refuses at once, a draining one says so at once; a busy one is slow.

    Taking a busy process away would turn too much work into no work at all.
    """
    return {
        "timeout": "5s",
        "interval": "1s",
        "no_traffic_interval": "1s",
        "no_traffic_healthy_interval": "1s",
        "unhealthy_interval": "0.5s",
        "unhealthy_edge_interval": "0.5s",
        "unhealthy_threshold": 2,
        "healthy_threshold": 1,
        "http_health_check": {"path": settings.health_path},
    }
