"""Signed checkpoints, "log X has N entries with root R", as C2SP signed notes other tools can read."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from shared.audit.errors import CheckpointRefused
from shared.sealing.provider import KeyProvider

PURPOSE = "checkpoint"
_ED25519 = b"\x01"
_NAME = re.compile(r"[^\s+]+")
_SIGNATURE = re.compile(r"— ([^\s+]+) ([A-Za-z0-9+/=]+)")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What a note states: `origin` names the log; the first `size` entries have this root."""

    origin: str
    size: int
    root: bytes

    def body(self) -> str:
        """Return the three lines that are signed."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """A log's name and one of its public keys."""

    name: str
    public_key: bytes

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise ValueError("a log's name holds no spaces and no plus sign")

    @property
    def id(self) -> bytes:
        """The four bytes that tell this key's signatures from others."""
        return hashlib.sha256(self.name.encode() + b"\n" + _ED25519 + self.public_key).digest()[:4]

    def encode(self) -> str:
        """Return the text form, `name+hash+key`."""
        key = base64.b64encode(_ED25519 + self.public_key).decode()
        return f"{self.name}+{self.id.hex()}+{key}"

    @classmethod
    def parse(cls, text: str) -> VerifierKey:
        """Read the text form. Raises: ValueError."""
        name, identity, encoded = text.strip().split("+", 2)
        data = base64.b64decode(encoded, validate=True)
        key = cls(name, data[1:])
        if data[:1] != _ED25519 or len(data) != 33 or key.id.hex() != identity:
            raise ValueError("not an Ed25519 verifier key")
        return key


def verifier_keys(provider: KeyProvider, origin: str) -> list[VerifierKey]:
    """Return the public keys of a log, one for each version of its key: what a verifier's key file holds."""
    keys = provider.status(PURPOSE).public_keys
    return [VerifierKey(origin, keys[version]) for version in sorted(keys)]


def sign_note(text: str, provider: KeyProvider, name: str) -> str:
    """Return a text that ends with a newline and, under it, its signature. Raises: KeyServiceUnavailable."""
    signature = provider.sign(PURPOSE, text.encode())
    key = VerifierKey(name, provider.status(PURPOSE).public_keys[signature.version])
    return f"{text}\n— {name} {base64.b64encode(key.id + signature.value).decode()}\n"


def open_note(note: str, keys: Mapping[tuple[str, bytes], VerifierKey]) -> str:
    """Return the text of a note that at least one known key signed. Raises: CheckpointRefused.

    Lines of unknown keys (cosignatures) are passed over; a wrong signature of a known key is not.
    """
    text, separator, signatures = note.rpartition("\n\n")
    if not separator or not signatures.endswith("\n"):
        raise CheckpointRefused("not a signed note")
    text += "\n"
    verified = False
    for line in signatures[:-1].split("\n"):
        match = _SIGNATURE.fullmatch(line)
        if match is None:
            raise CheckpointRefused("not a signature line")
        verified |= _holds(match[1], match[2], text, keys)
    if not verified:
        raise CheckpointRefused("not signed by a known key")
    return text


def _holds(name: str, encoded: str, text: str, keys: Mapping[tuple[str, bytes], VerifierKey]) -> bool:
    try:
        data = base64.b64decode(encoded, validate=True)
    except binascii.Error:
        raise CheckpointRefused("not a signature line") from None
    key = keys.get((name, data[:4]))
    if key is None:
        return False
    if base64.b64encode(data).decode() != encoded:  # one signature, one text: no play in the last character
        raise CheckpointRefused("not a signature line")
    try:
        Ed25519PublicKey.from_public_bytes(key.public_key).verify(data[4:], text.encode())
    except InvalidSignature:
        raise CheckpointRefused("a known key's signature does not fit") from None
    return True


def key_set(keys: list[VerifierKey]) -> dict[tuple[str, bytes], VerifierKey]:
    """Arrange keys for `open_note`."""
    return {(key.name, key.id): key for key in keys}


def sign_checkpoint(checkpoint: Checkpoint, provider: KeyProvider) -> str:
    """Return the signed note of a checkpoint. Raises: KeyServiceUnavailable."""
    return sign_note(checkpoint.body(), provider, checkpoint.origin)


def open_checkpoint(note: str, keys: list[VerifierKey]) -> Checkpoint:
    """Return what a checkpoint states, if its own log signed it. Raises: CheckpointRefused."""
    lines = open_note(note, key_set(keys)).split("\n")
    if len(lines) < 4 or lines[0] not in {key.name for key in keys}:
        raise CheckpointRefused("not a checkpoint of this log")
    try:
        size, root = int(lines[1]), base64.b64decode(lines[2], validate=True)
    except (ValueError, binascii.Error):
        raise CheckpointRefused("not a checkpoint") from None
    checkpoint = Checkpoint(lines[0], size, root)
    if len(root) != 32 or "\n".join(lines) != checkpoint.body():
        raise CheckpointRefused("not a checkpoint")
    return checkpoint
