"""The public listener: limits, header hygiene before anything else, and the log of officers' requests."""

from __future__ import annotations

from pathlib import Path

from gateway.domain.hygiene import CLAIMED_BY_NOBODY, CLAIMED_BY_NOBODY_PREFIXES, FORWARDING_PREFIXES
from gateway.domain.routes import LOGGED
from gateway.render.answers import local_replies
from gateway.render.bootstrap import SECRETS, watched
from gateway.render.filters import http_filters
from gateway.render.shapes import Config, extension, remove, typed
from gateway.render.table import virtual_host
from gateway.settings import Settings

CERTIFICATE = "public"
_LINE = {
    "at": "%START_TIME%",
    "request_id": "%REQ(X-REQUEST-ID)%",
    "method": "%REQ(:METHOD)%",
    "route": "%ROUTE_NAME%",
    "path": "%PATH(NQ)%",
    "status": "%RESPONSE_CODE%",
    "flags": "%RESPONSE_FLAGS%",
    "ms": "%DURATION%",
    "service_ms": "%RESPONSE_DURATION%",
    "bytes_in": "%BYTES_RECEIVED%",
    "bytes_out": "%BYTES_SENT%",
    "attempts": "%UPSTREAM_REQUEST_ATTEMPT_COUNT%",
    "address": "%DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT%",
}


def listener(settings: Settings, folder: Path) -> Config:
    """Return the one listener, with TLS if a certificate was given."""
    chain: Config = {"filters": [extension("http", _MANAGER, **_connection_manager(settings))]}
    if settings.tls_certificate:
        chain["transport_socket"] = _tls(folder)
    return {
        "@type": "type.googleapis.com/envoy.config.listener.v3.Listener",
        "name": "outside",
        "address": {"socket_address": {"address": settings.host, "port_value": settings.port}},
        "per_connection_buffer_limit_bytes": 1024 * 1024,
        "enable_reuse_port": False,  # a second gateway on the same port must fail, not share the callers
        "filter_chains": [chain],
    }


_MANAGER = "filters.network.http_connection_manager.v3.HttpConnectionManager"


def _connection_manager(settings: Settings) -> Config:
    return {
        "stat_prefix": "outside",
        "server_header_transformation": "PASS_THROUGH",
        "use_remote_address": True,
        "xff_num_trusted_hops": settings.balancers,
        "early_header_mutation_extensions": [
            extension(
                "strip",
                "http.early_header_mutation.header_mutation.v3.HeaderMutation",
                mutations=_claims(settings),
            )
        ],
        "preserve_external_request_id": True,
        "request_id_extension": {
            "typed_config": typed("request_id.uuid.v3.UuidRequestIdConfig", pack_trace_reason=False)
        },
        "normalize_path": True,
        "merge_slashes": True,
        "path_with_escaped_slashes_action": "REJECT_REQUEST",
        "max_request_headers_kb": 32,
        "request_headers_timeout": "10s",
        "request_timeout": "60s",
        "stream_idle_timeout": "65s",
        "drain_timeout": "5s",
        "common_http_protocol_options": {
            "idle_timeout": "60s",
            "headers_with_underscores_action": "REJECT_REQUEST",
            "max_headers_count": 64,
        },
        "http2_protocol_options": {"max_concurrent_streams": 100},
        "access_log": [_log(settings)],
        "http_filters": http_filters(settings),
        "local_reply_config": local_replies(),
        "route_config": {
            "name": "outside",
            "most_specific_header_mutations_wins": True,
            "virtual_hosts": [virtual_host(settings)],
        },
    }


def _claims(settings: Settings) -> list[Config]:
    """Return what is dropped on arrival; what balancers overwrite stays if there are balancers."""
    forwarding = () if settings.balancers else FORWARDING_PREFIXES
    return remove(CLAIMED_BY_NOBODY, (*CLAIMED_BY_NOBODY_PREFIXES, *forwarding))


def _log(settings: Settings) -> Config:
    """Return the access log: an allow-list of routes, so that no odd spelling or 404 leaves an address."""
    routes = ", ".join(f"'{name}'" for name in LOGGED)
    only = extension(
        "allow_list",
        "access_loggers.filters.cel.v3.ExpressionFilter",
        expression=f"xds.route_name in [{routes}]",
    )
    if settings.access_log:
        kind, target = "file.v3.FileAccessLog", {"path": str(settings.access_log.resolve())}
    else:
        kind, target = "stream.v3.StdoutAccessLog", {}
    sink = extension("log", f"access_loggers.{kind}", log_format={"json_format": _LINE}, **target)
    return {**sink, "filter": {"extension_filter": only}}


def _tls(folder: Path) -> Config:
    return extension(
        "tls",
        "transport_sockets.tls.v3.DownstreamTlsContext",
        common_tls_context={
            "tls_params": {"tls_minimum_protocol_version": "TLSv1_2"},
            "alpn_protocols": ["h2", "http/1.1"],
            "tls_certificate_sds_secret_configs": [
                {"name": CERTIFICATE, "sds_config": watched(folder, SECRETS)}
            ],
        },
    )


def secret(settings: Settings) -> Config:
    """Return the certificate; a new file moved into its folder is taken up by itself.

    Raises: ValueError if there is a certificate without a key.
    """
    if not settings.tls_certificate or not settings.tls_key:
        raise ValueError("GATEWAY_TLS_CERTIFICATE and GATEWAY_TLS_KEY belong together")
    return typed(
        "transport_sockets.tls.v3.Secret",
        name=CERTIFICATE,
        tls_certificate={
            "certificate_chain": {"filename": str(settings.tls_certificate.resolve())},
            "private_key": {"filename": str(settings.tls_key.resolve())},
            "watched_directory": {"path": str(settings.tls_certificate.resolve().parent)},
        },
    )
