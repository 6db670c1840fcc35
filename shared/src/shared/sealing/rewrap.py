"""Moving data keys to the current wrapping version. Content is neither read nor changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from shared.sealing.binding import Binding
from shared.sealing.provider import KeyProvider, WrappedHeader

Row = TypeVar("Row")


class WrappedKey(NamedTuple, Generic[Row]):
    """A wrapped key, the place it is bound to, and whatever the caller finds its row by."""

    row: Row
    binding: Binding
    wrapped: bytes


def is_current(provider: KeyProvider, wrapped: bytes) -> bool:
    """Say whether a wrapped key already stands under the provider's current version."""
    header = WrappedHeader.parse(wrapped)
    status = provider.status()
    return (header.ring, header.version) == (status.ring, status.current)


def rewrap(provider: KeyProvider, keys: Iterable[WrappedKey[Row]]) -> Iterator[WrappedKey[Row]]:
    """Yield each key that needed it, wrapped anew; skip those already current.

    An interrupted run is resumed by running it again over the same rows: what was stored is skipped.
    Raises: SealBroken, KeyUnknown, KeyServiceUnavailable.
    """
    status = provider.status()
    for row, binding, wrapped in keys:
        header = WrappedHeader.parse(wrapped)
        if (header.ring, header.version) == (status.ring, status.current):
            continue
        place = binding.encode(header.suite)
        data_key = provider.unwrap(wrapped, place)
        yield WrappedKey(row, binding, provider.wrap(data_key, place, suite=header.suite))
