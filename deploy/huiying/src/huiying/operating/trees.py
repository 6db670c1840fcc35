"""Verify the audit tree of a service of this machine with the public part of its ring."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from huiying import keys
from huiying.databases import access_to
from huiying.places import RunDirectory


def verify_tree(service: str, place: RunDirectory, checkpoint: Path | None) -> int:
    """Run the verifier and return its exit code. On another machine, use it with the key file and an export."""
    from shared.audit.checkpoint import verifier_keys
    from shared.audit.verify import main
    from shared.sealing import LocalKeyRing

    given = os.environ.get(f"{service.upper()}_KEY_RING_FILE")
    ring = LocalKeyRing(Path(given) if given else keys.ring_of(place.keys, service))
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write("".join(f"{key.encode()}\n" for key in verifier_keys(ring, f"huiying/{service}")))
        file.flush()
        arguments = ["--database", access_to(service, place).app, "--public-key", file.name]
        return main([*arguments, *(["--checkpoint", str(checkpoint)] if checkpoint else [])])
