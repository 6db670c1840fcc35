"""Files that are made from the code, committed, and compared: openapi.json and LIFECYCLES.md."""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import tempfile
from pathlib import Path
from typing import Any

from huiying.databases import Access
from huiying.keys import prepare_keys
from huiying.places import REPOSITORY, RunDirectory
from huiying.programs import programs
from huiying.services import SERVICES, WITH_DATABASE

NOTE = "<!-- Made from the code by `make lifecycles`; edit the table, not this page. -->\n\n"
NOWHERE = "postgresql://nobody:nothing@127.0.0.1:1/none"


def openapi_documents() -> dict[Path, str]:
    """Return the description of every service's API, by the file it belongs in.

    Applications are made, never started: they get settings of a run that does not exist.
    """
    kept = dict(os.environ)
    with tempfile.TemporaryDirectory(prefix="huiying-openapi-") as folder:
        try:
            _pretend_settings(RunDirectory(Path(folder)))
            return {
                REPOSITORY / "services" / service.name / "openapi.json": _document(service.name)
                for service in SERVICES
            }
        finally:
            os.environ.clear()
            os.environ.update(kept)


def lifecycle_pages() -> dict[Path, str]:
    """Return one page for each service that has processes, by the file it belongs in."""
    pages: dict[Path, str] = {}
    for service in WITH_DATABASE:
        tables = lifecycles_of(service)
        if tables:
            from shared.lifecycle.render import as_markdown

            text = NOTE + "\n".join(as_markdown(table) for table in tables)
            pages[REPOSITORY / "services" / service / "LIFECYCLES.md"] = text
    return pages


def lifecycles_of(service: str) -> list[Any]:
    """Return the tables of a service's processes: those in modules of its domain called …lifecycle."""
    from shared.lifecycle import Lifecycle

    domain = importlib.import_module(f"{service}.domain")
    names = [
        module.name for module in pkgutil.iter_modules(domain.__path__) if module.name.endswith("lifecycle")
    ]
    modules = [importlib.import_module(f"{service}.domain.{name}") for name in names]
    found = [thing for module in modules for thing in vars(module).values() if isinstance(thing, Lifecycle)]
    return sorted({id(table): table for table in found}.values(), key=lambda table: table.name)


def stale(files: dict[Path, str]) -> list[Path]:
    """Return the files that are not what the code makes now."""
    return [path for path, text in files.items() if not path.exists() or path.read_text() != text]


def write(files: dict[Path, str]) -> list[Path]:
    """Write the files that changed; return them."""
    changed = stale(files)
    for path in changed:
        path.write_text(files[path])
    return changed


def _document(service: str) -> str:
    settings = importlib.import_module(f"{service}.settings").Settings()
    application = importlib.import_module(f"{service}.app").create_app(settings)
    return json.dumps(application.openapi(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _pretend_settings(run: RunDirectory) -> None:
    run.make()
    prepare_keys(run.keys)
    accesses = {name: Access(name, NOWHERE, NOWHERE, NOWHERE) for name in WITH_DATABASE}
    for program in programs(run, accesses):
        os.environ.update(program.settings)
