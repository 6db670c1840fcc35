"""The descriptions callers were given with the last release: `deploy/api/<service>.json`, written when it is made."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from huiying.contract.compare import breaks
from huiying.generated import documents
from huiying.places import REPOSITORY
from huiying.services import WITH_DATABASE

RELEASED = REPOSITORY / "deploy" / "api"


def present() -> dict[str, dict[str, Any]]:
    """Return the committed description of each service."""
    files = {service: REPOSITORY / "services" / service / "openapi.json" for service in WITH_DATABASE}
    return {service: json.loads(path.read_text("utf-8")) for service, path in files.items()}


def check(folder: Path = RELEASED) -> list[str]:
    """Return what the present descriptions take away from callers; nothing while nothing was released."""
    found = []
    for service, document in documents().items():
        kept = folder / f"{service}.json"
        if kept.exists():
            released = json.loads(kept.read_text("utf-8"))
            found += [f"{service}: {what}" for what in breaks(released, document)]
    return found


def release(folder: Path = RELEASED) -> list[Path]:
    """Keep the present descriptions as the released ones. Part of making a release, and only of that."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for service, document in documents().items():
        kept = folder / f"{service}.json"
        text = json.dumps(document, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        kept.write_text(text + "\n", "utf-8")
        written.append(kept)
    return written
