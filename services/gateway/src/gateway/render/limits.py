"""Rate limits by door: counters live in memory only, and the open paths know no address at all."""

from __future__ import annotations

from gateway.domain.hygiene import CALLER
from gateway.domain.routes import Door
from gateway.render.shapes import Config, per_second, typed
from gateway.settings import Settings

FILTER = "ratelimit"
ENVOYS_OWN = ("x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset")  # retold as RateLimit
_ALWAYS = {"default_value": {"numerator": 100}}
_VERIFIED = {"request_headers": {"header_name": CALLER, "descriptor_key": "caller"}}
_UNVERIFIED = {
    "header_value_match": {
        "descriptor_key": "standing",
        "descriptor_value": "unverified",
        "expect_match": False,
        "headers": [{"name": CALLER, "present_match": True}],
    }
}
_ADDRESS: Config = {"remote_address": {}}


def limit(settings: Settings, door: Door) -> Config:
    """Return the rate limit of one door."""
    if door is Door.OPEN:
        return _local("open", settings.connection_per_s, local_rate_limit_per_downstream_connection=True)
    if door is Door.LOGIN:
        return _local(
            "login",
            settings.caller_per_s,
            descriptors=[_each(settings.login_per_s, "remote_address")],
            rate_limits=[{"actions": [_ADDRESS]}],
            **_remembering(settings),
        )
    unverified = _each(settings.address_per_s, "remote_address")
    unverified["entries"].insert(0, {"key": "standing", "value": "unverified"})
    return _local(
        "officer",
        settings.caller_per_s,
        descriptors=[_each(settings.caller_per_s, "caller"), unverified],
        rate_limits=[{"actions": [_VERIFIED]}, {"actions": [_UNVERIFIED, _ADDRESS]}],
        **_remembering(settings),
    )


def told(settings: Settings, door: Door) -> dict[str, str]:
    """Return the `RateLimit` fields of one door, the figures taken from the bucket that counted."""
    per_s = {
        Door.OPEN: settings.connection_per_s,
        Door.LOGIN: settings.login_per_s,
        Door.OFFICER: settings.caller_per_s,
    }[door]
    left = f'"{door}";r=%RESP(X-RATELIMIT-REMAINING)%;t=%RESP(X-RATELIMIT-RESET)%'
    return {"ratelimit-policy": f'"{door}";q={per_s};w=1', "ratelimit": left}


def _remembering(settings: Settings) -> Config:
    return {"max_dynamic_descriptors": settings.callers_kept, "always_consume_default_token_bucket": False}


def _each(tokens: int, key: str) -> Config:
    """Return a bucket for each value of a key."""
    return {"entries": [{"key": key}], "token_bucket": per_second(tokens)}


def _local(name: str, tokens: int, **fields: object) -> Config:
    return typed(
        "filters.http.local_ratelimit.v3.LocalRateLimit",
        stat_prefix=name,
        token_bucket=per_second(tokens),
        filter_enabled=_ALWAYS,
        filter_enforced=_ALWAYS,
        enable_x_ratelimit_headers="DRAFT_VERSION_03",
        **fields,
    )
