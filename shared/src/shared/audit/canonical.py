"""Canonical JSON (RFC 8785) of what the log uses: texts, whole numbers, booleans, null, lists, objects."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import msgspec

from shared.audit.errors import NotCanonical

_LARGEST = 2**53 - 1
_encode = msgspec.json.Encoder().encode
_encode_sorted = msgspec.json.Encoder(order="sorted").encode


class _Entry(msgspec.Struct):
    """An entry's members in canonical order, which is alphabetical."""

    acting: str | None
    action: str
    actor_id: str
    actor_kind: str
    at: str
    details: msgspec.Raw
    field_group: str | None
    id: UUID
    object_id: str | None
    object_type: str | None
    order_number: str | None
    organisation: str | None
    outcome: str
    purpose: str | None
    request_id: str | None
    row_hash: str | None
    rule: str | None
    seq: int
    session: str | None


def canonical(value: object) -> bytes:
    """Return the one JSON text of a value, as UTF-8. Raises: NotCanonical."""
    match value:
        case None | bool() | str():
            return _scalar(value)
        case int():
            if abs(value) > _LARGEST:
                raise NotCanonical("a number beyond 2^53 - 1")
            return b"%d" % value
        case float() if value.is_integer() and abs(value) <= _LARGEST:
            return b"%d" % int(value)
        case list() | tuple():
            return b"[" + b",".join([canonical(item) for item in value]) + b"]"
        case dict():
            members = sorted(value.items(), key=_utf16)
            return b"{" + b",".join([_scalar(name) + b":" + canonical(item) for name, item in members]) + b"}"
    raise NotCanonical(f"a value of type {type(value).__name__}")


def canonical_entry(row: Mapping[str, Any], seq: int) -> bytes:
    """Return the bytes that the leaf of an entry is made of. Raises: NotCanonical.

    `row` has the columns of `audit_entries`; its own `seq` is not looked at.
    """
    details, row_hash = row["details"], row["row_hash"]
    entry = _Entry(
        row["acting"],
        row["action"],
        row["actor_id"],
        row["actor_kind"],
        instant_text(row["at"]),
        msgspec.Raw(_scalar(details, _encode_sorted) if _is_plain(details) else canonical(details)),
        row["field_group"],
        row["id"],
        row["object_id"],
        row["object_type"],
        row["order_number"],
        row["organisation"],
        row["outcome"],
        row["purpose"],
        row["request_id"],
        None if row_hash is None else row_hash.hex(),
        row["rule"],
        seq,
        row["session"],
    )
    return _scalar(entry)


def instant_text(at: datetime) -> str:
    """Return `2026-03-02T01:00:00.000000Z`: UTC, always six digits of a second."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")[:26] + "Z"


def _is_plain(details: object) -> bool:
    """Say whether sorting by code points gives canonical order and nothing needs refusing: the usual case."""
    return isinstance(details, dict) and all(
        name.isascii()
        and (item is None or type(item) is str or (type(item) is int and -_LARGEST <= item <= _LARGEST))
        for name, item in details.items()
    )


def _scalar(value: object, encode: Callable[[object], bytes] = _encode) -> bytes:
    try:
        return encode(value)
    except (UnicodeEncodeError, msgspec.EncodeError):
        raise NotCanonical("an unpaired surrogate") from None


def _utf16(member: tuple[str, object]) -> bytes:
    try:
        return member[0].encode("utf-16-be")
    except (UnicodeEncodeError, AttributeError):
        raise NotCanonical("a member's name that is no text") from None
