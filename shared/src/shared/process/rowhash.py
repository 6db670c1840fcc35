"""The hash of an object's row, put into the audit so that a change made behind the service's back is found."""

from __future__ import annotations

import hashlib
from dataclasses import Field, fields
from typing import Any

import msgspec

_encode = msgspec.json.Encoder(order="sorted").encode


def row_hash(subject: Any) -> bytes:
    """Return SHA-256 over what a dataclass says as JSON, sorted by name; bytes go in as base64.

    A field that is None or has its default says nothing: rows written before a release added the field keep their hash
    if its default is what the older rows mean.
    """
    said = {
        field.name: value for field in fields(subject) if _says(field, value := getattr(subject, field.name))
    }
    return hashlib.sha256(_encode(said)).digest()


def _says(field: Field[Any], value: object) -> bool:
    return value is not None and value != field.default
