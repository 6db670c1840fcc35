"""What the set is made of: every installed package with its version, licence and the hashes the lock pins."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.metadata import distribution
from typing import Any

from huiying.operating.finding import Finding, odd, well, wrong
from huiying.places import REPOSITORY

LOCK = "requirements.lock"
_PINNED = re.compile(r"^([a-z0-9][a-z0-9._-]*)(?:\[[^\]]*\])?==([^\s;\\]+)", re.IGNORECASE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_FORBIDDEN = re.compile(r"\b(AGPL|GPL|SSPL|BUSL)", re.IGNORECASE)
_LESSER = re.compile(r"\b(LGPL|Lesser General Public)", re.IGNORECASE)


def pinned() -> Iterator[tuple[str, str, list[str]]]:
    """Yield name, version and hashes of everything the lock pins."""
    blocks = re.split(r"\n(?=[A-Za-z0-9])", (REPOSITORY / LOCK).read_text("utf-8"))
    for block in blocks:
        if found := _PINNED.match(block):
            yield found[1].lower(), found[2], _HASH.findall(block)


def bill() -> str:
    """Return the bill of materials as CycloneDX 1.6 JSON, the same for the same lock."""
    components = [_component(*one) for one in pinned()]
    document = {
        "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
        "metadata": {"component": {"type": "application", "name": "huiying", "licenses": [_named("Apache-2.0")]}},
        "components": components,
    }  # fmt: skip
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def licences() -> list[Finding]:
    """Look for licences that would bind this project; those nobody states are shown, not passed over."""
    found = []
    for name, version, _ in pinned():
        licence = licence_of(name)
        told = f"{name} {version}"
        if licence is None:
            found.append(odd(told, "未安装或未声明许可证", "not installed here, or states no licence"))
        elif _FORBIDDEN.search(licence) and not _LESSER.search(licence) and " OR " not in licence:
            found.append(wrong(told, f"许可证有约束力：{licence}", f"binds us: {licence}"))
        else:
            found.append(well(told, licence, "allowed"))
    return found


def licence_of(name: str) -> str | None:
    """Return what an installed package says of its licence, in a line."""
    try:
        about = distribution(name).metadata
    except ImportError:
        return None
    classified = [
        line.rpartition(" :: ")[2]
        for line in about.get_all("Classifier", [])
        if line.startswith("License ::")
    ]
    stated = (
        _first(about.get_all("License-Expression"))
        or ", ".join(classified)
        or _first(about.get_all("License"))
    )
    line = stated.strip().split("\n")[0][:80]
    return line or None


def _first(values: list[str] | None) -> str:
    return values[0] if values else ""


def _component(name: str, version: str, hashes: list[str]) -> dict[str, Any]:
    component: dict[str, Any] = {
        "type": "library", "name": name, "version": version, "purl": f"pkg:pypi/{name}@{version}",
        "hashes": [{"alg": "SHA-256", "content": one} for one in sorted(hashes)],
    }  # fmt: skip
    if licence := licence_of(name):
        component["licenses"] = [_named(licence)]
    return component


def _named(licence: str) -> dict[str, Any]:
    return {"license": {"name": licence}}
