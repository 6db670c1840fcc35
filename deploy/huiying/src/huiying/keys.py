"""Key material of a local run: made once, readable by its owner only, kept until `make reset`."""

from __future__ import annotations

import json
import secrets
from datetime import UTC, datetime
from pathlib import Path

from huiying.places import write_private
from huiying.services import SERVICES

SIGNS_FROM = datetime(2020, 1, 1, tzinfo=UTC)  # before any day a demo may be started at


def prepare_keys(keys: Path) -> None:
    """Make what is missing: a sealing ring and an own identity for each service, identity's token keys.

    `public/<service>.jwk` is what identity knows of the others, to tell them apart when they ask for tokens.
    Each service gets a first copy of the token keys' public part, so that it verifies tokens from its first
    second, in whatever order the services come up.
    """
    wanted = [place for service in SERVICES if service.has_database for place in _files(keys, service.name)]
    if all(path.exists() for path in (*wanted, tokens_folder(keys), superior_of(keys))):
        return
    from shared.auth.keys import KeyRing, SigningKey
    from shared.sealing import ring_file

    public = public_folder(keys)
    public.mkdir(parents=True, exist_ok=True, mode=0o700)
    tokens = KeyRing(tokens_folder(keys))
    if not tokens.keys():
        tokens.rotate(SIGNS_FROM)
    if not superior_of(keys).exists():
        from joserfc.jwk import ECKey

        superior = ECKey.generate_key("P-256", private=True)
        superior_of(keys).write_text(json.dumps(superior.as_dict(private=False)))
    for service in SERVICES:
        if not service.has_database:
            continue
        ring, identity, cursor, issuer, known = _files(keys, service.name)
        ring.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not ring.exists():
            ring_file.create(ring)
        if not identity.exists():
            SigningKey.create(identity, SIGNS_FROM)
        known.write_text(json.dumps(SigningKey.load(identity).public(), indent=1))
        if not cursor.exists():
            write_private(cursor, secrets.token_urlsafe(48))
        if not issuer.exists():
            issuer.write_text(json.dumps(tokens.jwks(SIGNS_FROM)))


def ring_of(keys: Path, service: str) -> Path:
    """Return the file of a service's sealing keys."""
    return keys / service / "ring.json"


def identity_of(keys: Path, service: str) -> Path:
    """Return the file of a service's own private key."""
    return keys / service / "identity.jwk"


def cursor_key_of(keys: Path, service: str) -> Path:
    """Return the file of the secret that signs a service's paging cursors."""
    return keys / service / "cursor-key"


def superior_of(keys: Path) -> Path:
    """Return the file of the public key of the organ above: of a demo, whose private key nobody keeps."""
    return public_folder(keys) / "superior.json"


def issuer_keys_of(keys: Path, service: str) -> Path:
    """Return the file of a service's copy of the keys that verify access tokens; the service renews it."""
    return keys / service / "issuer.jwks.json"


def public_folder(keys: Path) -> Path:
    """Return the folder with every service's public key."""
    return keys / "public"


def tokens_folder(keys: Path) -> Path:
    """Return the folder with the keys that sign access tokens."""
    return keys / "tokens"


def _files(keys: Path, service: str) -> tuple[Path, Path, Path, Path, Path]:
    known = public_folder(keys) / f"{service}.jwk"
    own = ring_of(keys, service), identity_of(keys, service), cursor_key_of(keys, service)
    return *own, issuer_keys_of(keys, service), known
