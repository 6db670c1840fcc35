"""Provisioning files: what they say, before anything is made."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from huiying.operating.configuration import read_env
from huiying.places import RunDirectory

_WORDS = {"organisations": "机构", "contact_zones": "联系片区", "officers": "人员", "clients": "接入系统"}


def summary(files: Iterable[Path]) -> Iterator[str]:
    """Check each file's form and say how much of what it names. Raises: OSError, ValueError."""
    from identity.usecases.provision_file import ProvisionFile

    for path in files:
        file = ProvisionFile.model_validate(yaml.safe_load(path.read_text("utf-8")))
        parts = {name: len(getattr(file, name)) for name in _WORDS}
        named = "，".join(
            f"{_WORDS[name]} {count} · {count} {name}" for name, count in parts.items() if count
        )
        yield f"{path.name}: {named or '空 · empty'}"


def environment_of_identity(place: RunDirectory) -> dict[str, str]:
    """Return identity's settings: those of the environment, else those of the local run."""
    if "IDENTITY_DATABASE_URL" in os.environ:
        return dict(os.environ)
    return {**os.environ, **read_env(place.env / "identity.env")}
