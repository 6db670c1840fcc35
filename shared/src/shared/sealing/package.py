"""A sealed package for somebody outside: only the holder of one private key can open it, anybody can tell who made it.

A ZIP of parts, each a JWE (ECDH-ES+A256KW, A256GCM) for the receiver, and `manifest.json`: what the package is
about, the hash of every part, and a signature of ours over both.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, BadZipFile, ZipFile

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from joserfc import jwe
from joserfc.errors import JoseError
from joserfc.jwk import ECKey

from shared.audit.canonical import canonical
from shared.sealing.errors import SealBroken
from shared.sealing.provider import KeyProvider

PURPOSE = "package"
MANIFEST = "manifest.json"
_HEADER = {"alg": "ECDH-ES+A256KW", "enc": "A256GCM"}
_ALGORITHMS = list(_HEADER.values())
_SIGNED = b"huiying package\n"


def receiver_key(path: Path) -> ECKey:
    """Read a receiver's public key, a P-256 JWK. Raises: ValueError, FileNotFoundError."""
    try:
        key = ECKey.import_key(json.loads(path.read_text()))
    except JoseError as error:
        raise ValueError(f"{path} holds no key") from error
    if key.curve_name != "P-256":
        raise ValueError(f"{path} holds no P-256 key")
    return key


def seal_package(
    provider: KeyProvider, receiver: ECKey, about: Mapping[str, Any], parts: Mapping[str, bytes]
) -> bytes:
    """Return the package as bytes of a ZIP. `about` is readable by anybody: put nothing into it that is not."""
    sealed = {f"{name}.jwe": _encrypt(content, receiver) for name, content in parts.items()}
    manifest = {
        "about": dict(about),
        "parts": {name: sha256(part).hexdigest() for name, part in sealed.items()},
    }
    signature = provider.sign(PURPOSE, _SIGNED + canonical(manifest))
    signed = {
        **manifest,
        "key_id": f"{provider.status(PURPOSE).ring.hex()}.{signature.version}",
        "signature": base64.urlsafe_b64encode(signature.value).decode().rstrip("="),
    }
    out = BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as archive:
        archive.writestr(MANIFEST, json.dumps(signed, ensure_ascii=False, indent=1))
        for name, part in sealed.items():
            archive.writestr(name, part)
    return out.getvalue()


def open_package(
    package: bytes, private: ECKey, keys: Mapping[str, bytes]
) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Return what a package is about and its parts, for the receiver. `keys` are our public keys by `key_id`.

    Raises: SealBroken for a package that was changed, is not ours, or is for somebody else.
    """
    try:
        with ZipFile(BytesIO(package)) as archive:
            manifest: dict[str, Any] = json.loads(archive.read(MANIFEST))
            parts = {name: archive.read(name) for name in manifest["parts"]}
    except (BadZipFile, KeyError, ValueError) as error:
        raise SealBroken("not a package") from error
    _verify(manifest, keys)
    if any(sha256(part).hexdigest() != manifest["parts"][name] for name, part in parts.items()):
        raise SealBroken("a part was changed")
    try:
        opened = {
            name.removesuffix(".jwe"): jwe.decrypt_compact(part, private, algorithms=_ALGORITHMS).plaintext
            or b""
            for name, part in parts.items()
        }
    except JoseError as error:
        raise SealBroken("for somebody else") from error
    return manifest["about"], opened


def package_keys(provider: KeyProvider) -> dict[str, bytes]:
    """Return the public keys packages are verified with, by `key_id`."""
    status = provider.status(PURPOSE)
    return {f"{status.ring.hex()}.{version}": key for version, key in status.public_keys.items()}


def _encrypt(content: bytes, receiver: ECKey) -> bytes:
    return jwe.encrypt_compact(dict(_HEADER), content, receiver, algorithms=_ALGORITHMS).encode()


def _verify(manifest: Mapping[str, Any], keys: Mapping[str, bytes]) -> None:
    stated = {name: manifest[name] for name in ("about", "parts")}
    text = str(manifest.get("signature", ""))
    try:
        value = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        public = Ed25519PublicKey.from_public_bytes(keys[str(manifest.get("key_id"))])
        public.verify(value, _SIGNED + canonical(stated))
    except (InvalidSignature, KeyError, ValueError) as error:
        raise SealBroken("not signed by us") from error
