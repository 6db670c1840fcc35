"""The hash of an object's row, put into the audit so that a change made behind the service's back is found."""

from __future__ import annotations

import dataclasses
import hashlib
from typing import Any

import msgspec

_encode = msgspec.json.Encoder(order="deterministic").encode


def row_hash(subject: Any) -> bytes:
    """Return SHA-256 over the object's fields in canonical order; bytes go in as base64."""
    return hashlib.sha256(_encode(dataclasses.asdict(subject))).digest()
