"""Which service may call which, by itself or for an officer. A call that is not in this table gets no token."""

from __future__ import annotations

from types import MappingProxyType

SERVICES = ("casework", "identity", "intake", "rectification")
"""Every service an officer's token is good for."""

CALLS: MappingProxyType[str, tuple[str, ...]] = MappingProxyType(
    {
        "casework": ("identity", "intake", "rectification"),
        "identity": (),
        "intake": ("casework", "identity"),
        "rectification": ("casework", "identity", "intake"),
    }
)
"""Feeds count as calls: who follows a feed stands left, whose feed it is stands right."""
