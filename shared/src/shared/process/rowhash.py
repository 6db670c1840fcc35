"""The hash of an object's row, put into the audit so that a change made behind the service's back is found."""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec

_encode = msgspec.json.Encoder(order="sorted").encode


def row_hash(subject: Any) -> bytes:
    """Return SHA-256 over a dataclass's fields as JSON, sorted by name; bytes go in as base64."""
    return hashlib.sha256(_encode(subject)).digest()
