"""Files made from the code, committed, and compared: each service's openapi.json, its types, and LIFECYCLES.md."""

from __future__ import annotations

import importlib
import json
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

from huiying.places import REPOSITORY
from huiying.services import WITH_DATABASE

if TYPE_CHECKING:
    from shared.lifecycle import Lifecycle
    from shared.service.spec import ServiceSpec

TYPES = REPOSITORY / "deploy" / "clients" / "javascript" / "types"
CHANGES = REPOSITORY / "services" / "gateway" / "src" / "gateway" / "changes.md"
NOTE = "<!-- Made from the code by `make lifecycles`; edit the table, not this page. -->\n\n"


def documents() -> dict[str, dict[str, Any]]:
    """Return the description of each service. Nothing is started."""
    from shared.service.app import build_app, document_of

    logging.getLogger("fastapi").setLevel(logging.ERROR)  # it misses a library for a type nobody here uses
    specs = {service: spec_of(service) for service in WITH_DATABASE}
    return {service: document_of(build_app(spec), spec) for service, spec in specs.items()}


def openapi_documents() -> dict[Path, str]:
    """Return every service's description and the types callers make of it, by their files."""
    from huiying.contract.typescript import types_of

    found = documents()
    files = {_beside(service, "openapi.json"): _as_json(one) for service, one in found.items()}
    return files | {TYPES / f"{service}.d.ts": types_of(one) for service, one in found.items()}


def lifecycle_pages() -> dict[Path, str]:
    """Return one page for each service that has processes, and the changes for the gateway to show, by their files."""
    from shared.lifecycle.render import as_markdown

    pages = {
        CHANGES: (REPOSITORY / "CHANGELOG.md").read_text("utf-8")
    }  # the gateway's image has no other file of it
    for service in WITH_DATABASE:
        if tables := lifecycles_of(spec_of(service)):
            text = NOTE + "\n".join(as_markdown(table) for table in tables)
            pages[_beside(service, "LIFECYCLES.md")] = text
    return pages


def lifecycles_of(spec: ServiceSpec) -> list[Lifecycle]:
    """Return the tables of a service's processes, by name."""
    tables = [*(process.lifecycle for process in spec.processes.values()), *spec.further_lifecycles]
    return [table for _, table in sorted({table.name: table for table in tables}.items())]


def spec_of(service: str) -> ServiceSpec:
    """Return what a service says it is: `SPEC` of its `app` module."""
    spec: ServiceSpec = importlib.import_module(f"{service}.app").SPEC
    return spec


def stale(files: dict[Path, str]) -> list[Path]:
    """Return the files that are not what the code makes now."""
    return [path for path, text in files.items() if not path.exists() or path.read_text() != text]


def write(files: dict[Path, str]) -> list[Path]:
    """Write the files that changed; return them."""
    changed = stale(files)
    for path in changed:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(files[path])
    return changed


def _beside(service: str, name: str) -> Path:
    return REPOSITORY / "services" / service / name


def _as_json(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
