"""The route table as Envoy's routes: where a path goes, who may knock, what is limited, what is retried."""

from __future__ import annotations

from gateway.domain.hygiene import CALLER, OWN_NOTES
from gateway.domain.routes import PAGES, ROUTES, SERVICES, Door, Route
from gateway.render import filters, limits
from gateway.render.shapes import Config, extension
from gateway.settings import Settings

_READS = {"name": ":method", "string_match": {"exact": "GET"}}
_BEARER = {"name": "authorization", "string_match": {"prefix": "bearer ", "ignore_case": True}}
_ELSEWHERE = {
    "retry_host_predicate": [
        extension("previous_hosts", "retry.host.previous_hosts.v3.PreviousHostsPredicate")
    ],
    "host_selection_retry_max_attempts": 3,  # with one process only there is nowhere else
}
_BACK_OFF = {"base_interval": "0.05s", "max_interval": "0.5s"}


def virtual_host(settings: Settings) -> Config:
    """Return the one virtual host: the rows of the table, then the refusal of callers without a token."""
    host: Config = {
        "name": "outside",
        "domains": ["*"],
        # Nothing was sent when a connection is refused, so any method may try the next endpoint.
        "retry_policy": {
            "retry_on": "connect-failure,refused-stream",
            "num_retries": 2,
            "retry_back_off": _BACK_OFF,
            **_ELSEWHERE,
        },
        "request_headers_to_remove": [CALLER, *OWN_NOTES],
        "typed_per_filter_config": {
            limits.FILTER: limits.limit(settings, Door.OFFICER),
            filters.TOKENS: filters.token(filters.IF_VALID),
        },
        "routes": [
            *(route for row in ROUTES for route in _routes(settings, row)),
            *(_refusal(settings, service) for service in SERVICES),
        ],
    }
    if settings.cors_origins:
        host["typed_per_filter_config"][filters.CORS] = filters.cors_policy(settings)
        host["routes"].insert(0, _preflight(settings))
    return host


def _routes(settings: Settings, row: Route) -> list[Config]:
    """Return a row's route; before a service's last row the same for reads, which may be repeated."""
    route = _route(settings, row)
    if row.work.repeatable:
        return [_repeatable(route)]
    if row.name in SERVICES:
        reads = _repeatable(_route(settings, row))
        reads["match"]["headers"].append(_READS)
        return [reads, route]
    return [route]


def _repeatable(route: Config) -> Config:
    again = "connect-failure,refused-stream,reset"
    route["route"]["retry_policy"] = {
        "retry_on": again,
        "num_retries": 2,
        "retry_back_off": _BACK_OFF,
        **_ELSEWHERE,
    }
    return route


def _route(settings: Settings, row: Route) -> Config:
    match: Config = {"path": row.path} if row.whole else {"path_separated_prefix": row.path}
    if row.door is Door.OFFICER:
        match["headers"] = [_BEARER]
    action: Config = {"cluster": row.service, "timeout": f"{row.work.within_s}s"}
    if row.behind != row.path:
        action["prefix_rewrite"] = row.behind
    if row.reserved:
        action["priority"] = "HIGH"
    own: Config = {filters.HEADERS: filters.at_the(row.door, settings)}
    if row.work.body_bytes != filters.BODY_BYTES:
        own[filters.BODY] = filters.body_limit(row.work.body_bytes)
    if row.door is not Door.OFFICER:
        own[limits.FILTER] = limits.limit(settings, row.door)
        own[filters.TOKENS] = filters.no_token_read()
    return {"name": row.name, "match": match, "route": action, "typed_per_filter_config": own}


def _refusal(settings: Settings, service: str) -> Config:
    """Return what a caller without a token gets where one is needed: 401 by the token filter, never the service."""
    return {
        "name": "unauthenticated",
        "match": {"path_separated_prefix": f"/{service}/v1"},
        "route": {"cluster": service},
        "typed_per_filter_config": {
            filters.HEADERS: filters.at_the(Door.OFFICER, settings, is_counted=False),
            filters.TOKENS: filters.token(filters.NEEDED),
        },
    }


def _preflight(settings: Settings) -> Config:
    """Return where a browser asks whether a page of another origin may call: answered by the origins' filter."""
    asks = {"name": "access-control-request-method", "present_match": True}
    return {
        "name": "preflight",
        "match": {
            "prefix": "/",
            "headers": [{"name": ":method", "string_match": {"exact": "OPTIONS"}}, asks],
        },
        "route": {"cluster": PAGES},
        "typed_per_filter_config": {
            filters.HEADERS: filters.at_the(Door.OPEN, settings, is_counted=False),
            filters.TOKENS: filters.token(filters.NEEDED),
        },
    }
