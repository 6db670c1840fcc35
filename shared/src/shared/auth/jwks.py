"""The pinned public keys of an issuer: fetched from its configured address, and kept for bad days."""

from __future__ import annotations

import asyncio
import json
import os
import time
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

import structlog
from joserfc.jwk import Key

from shared.auth.keys import public_keys
from shared.http.client import CallError, JsonObject, ServiceClient

log = structlog.get_logger()

REFRESH_S = 30.0
RETRY_S = 2.0
UNKNOWN_KEY_PAUSE_S = 10.0

Fetch = Callable[[], Awaitable[Mapping[str, Any]]]


def over_http(client: ServiceClient, path: str) -> Fetch:
    """Fetch the key document from the issuer; the client carries no token."""

    async def fetch() -> Mapping[str, Any]:
        return (await client.get(path, JsonObject)).model_dump()

    return fetch


def from_file(path: Path) -> Fetch:
    """Read the key document from a file an operator keeps."""

    async def fetch() -> Mapping[str, Any]:
        document: Mapping[str, Any] = json.loads(await asyncio.to_thread(path.read_text))
        return document

    return fetch


class IssuerKeys:
    """The keys of one issuer as last published. A failed refresh changes nothing.

    `saved_at` is a file with the last good document, so that the service starts while the issuer is down.
    """

    def __init__(
        self,
        issuer: str,
        fetch: Fetch,
        *,
        saved_at: Path | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self.issuer = issuer
        self.generation = 0
        self._fetch, self._saved_at, self._now = fetch, saved_at, now
        self._keys: dict[str, Key] = {}
        self._tried_s: float | None = None
        self._fetched_s: float | None = None
        if saved_at is not None and saved_at.exists():
            self._take_saved(saved_at)

    def key(self, kid: str) -> Key | None:
        """Return the key with that id, if it is published."""
        return self._keys.get(kid)

    @property
    def is_usable(self) -> bool:
        """Say whether any token of this issuer could be verified."""
        return bool(self._keys)

    def fetched_ago_s(self) -> float | None:
        """Say how long ago the issuer answered; None when it has not since the start."""
        return None if self._fetched_s is None else self._now() - self._fetched_s

    async def refresh(self) -> bool:
        """Fetch the keys now; say whether that went well."""
        self._tried_s = self._now()
        try:
            document = await self._fetch()
            self._take(document)
        except (CallError, OSError, ValueError) as error:
            log.warning("issuer_keys_unreachable", issuer=self.issuer, error_type=type(error).__name__)
            return False
        self._fetched_s = self._now()
        return True

    async def refresh_for_unknown(self) -> bool:
        """Fetch the keys because a token names a new one, unless that was tried in the last ten seconds."""
        if self._tried_s is not None and self._now() - self._tried_s < UNKNOWN_KEY_PAUSE_S:
            return False
        return await self.refresh()

    async def run(self) -> None:
        """Refresh for ever, so that a withdrawn key is out of use within a minute."""
        while True:
            fine = await self.refresh()
            await asyncio.sleep(REFRESH_S if fine else RETRY_S)

    def _take(self, document: Mapping[str, Any]) -> None:
        keys = public_keys(document)
        if not keys:
            raise ValueError("no usable key")  # an issuer without keys cannot have meant it
        if {kid: key.thumbprint() for kid, key in keys.items()} != {
            kid: key.thumbprint() for kid, key in self._keys.items()
        }:
            self._keys = keys
            self.generation += 1
            self._save(document)

    def _save(self, document: Mapping[str, Any]) -> None:
        if self._saved_at is None:
            return
        fresh = self._saved_at.with_suffix(f".{os.getpid()}.new")
        fresh.write_text(json.dumps(document))
        fresh.replace(self._saved_at)

    def _take_saved(self, saved_at: Path) -> None:
        try:
            self._take(json.loads(saved_at.read_text()))
        except (OSError, ValueError) as error:
            log.warning("saved_issuer_keys_broken", issuer=self.issuer, error_type=type(error).__name__)
