"""The few shapes of Envoy's configuration that every part of the rendering needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Config = dict[str, Any]

EXTENSIONS = "type.googleapis.com/envoy.extensions."


def typed(kind: str, **fields: Any) -> Config:
    """Return a message of one of Envoy's extensions."""
    return {"@type": EXTENSIONS + kind, **fields}


def extension(name: str, kind: str, **fields: Any) -> Config:
    """Return a named extension, as filters, loggers and transports are listed."""
    return {"name": name, "typed_config": typed(kind, **fields)}


def remove(names: Iterable[str], prefixes: Iterable[str] = ()) -> list[Config]:
    """Return mutations that drop headers by name and by beginning of name."""
    return [
        *({"remove": name} for name in names),
        *(
            {"remove_on_match": {"key_matcher": {"prefix": prefix, "ignore_case": True}}}
            for prefix in prefixes
        ),
    ]


def say(headers: Mapping[str, str] | Iterable[tuple[str, str]], *, unless_said: bool = False) -> list[Config]:
    """Return header values to set; a value that is already there stays if `unless_said`."""
    action = "ADD_IF_ABSENT" if unless_said else "OVERWRITE_IF_EXISTS_OR_ADD"
    return [
        {"header": {"key": key, "value": value}, "append_action": action}
        for key, value in dict(headers).items()
    ]


def per_second(tokens: int) -> Config:
    """Return a token bucket that allows a burst of two seconds' worth."""
    return {"max_tokens": 2 * tokens, "tokens_per_fill": tokens, "fill_interval": "1s"}
