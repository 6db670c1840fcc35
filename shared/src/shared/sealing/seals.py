"""Seals as stores use them: one column holds the wrapped key and the blob together."""

from __future__ import annotations

from uuid import UUID

from shared.sealing.binding import Binding
from shared.sealing.envelope import Sealed, Sealer
from shared.sealing.errors import SealBroken
from shared.sealing.provider import KeyProvider

_LENGTH = 2


class Seals:
    """Seals values into single columns, and lends the provider's keyed hashes and signatures."""

    def __init__(self, provider: KeyProvider, *, suite: int = 1, organisation: str = "") -> None:
        self.provider = provider
        self.suite = suite
        self._sealer = Sealer(provider, suite)
        self._organisation = organisation

    def seal(self, plaintext: bytes, table: str, row: UUID, group: str, *, version: int = 1) -> bytes:
        """Return the column's value: length of the wrapped key, wrapped key, blob."""
        return join(self._sealer.seal(plaintext, aad=self.place(table, row, group, version)))

    def open(self, column: bytes, table: str, row: UUID, group: str, *, version: int = 1) -> bytes:
        """Return the plaintext. Raises: SealBroken, KeyUnknown, KeyServiceUnavailable."""
        return self._sealer.open(*split(column), aad=self.place(table, row, group, version))

    def seal_text(self, text: str, table: str, row: UUID, group: str) -> bytes:
        """Seal a text as UTF-8."""
        return self.seal(text.encode(), table, row, group)

    def open_text(self, column: bytes, table: str, row: UUID, group: str) -> str:
        """Open a text. Raises: SealBroken, KeyUnknown, KeyServiceUnavailable."""
        return self.open(column, table, row, group).decode()

    def place(self, table: str, row: UUID, group: str, version: int = 1) -> Binding:
        """Return what a column of that row and group is bound to."""
        return Binding(table, row, group, self._organisation, version)


def join(sealed: Sealed) -> bytes:
    """Put blob and wrapped key into one column, also after the key was rewrapped."""
    return len(sealed.wrapped_key).to_bytes(_LENGTH) + sealed.wrapped_key + sealed.blob


def split(column: bytes) -> Sealed:
    """Take a column apart. Raises: SealBroken."""
    cut = _LENGTH + int.from_bytes(column[:_LENGTH])
    if len(column) < cut:
        raise SealBroken("not a sealed column")
    return Sealed(column[cut:], column[_LENGTH:cut])
