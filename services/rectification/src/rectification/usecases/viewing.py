"""What every view of this service has in common: an object's own fields, paths as codes."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from rectification.domain.tracked import Tracked
from shared.directory.paths import code_of
from shared.http.fields import on_the_wire

_COMMON = {field.name for field in fields(Tracked)}
_PATH = "_path"


def own_fields(subject: Tracked) -> dict[str, Any]:
    """Return the fields of the object's own kind as answers show them: `addressee_path` becomes `addressee`."""
    found = {}
    for field in fields(subject):
        if field.name in _COMMON:
            continue
        value = getattr(subject, field.name)
        if field.name.endswith(_PATH):
            found[field.name.removesuffix(_PATH)] = None if value is None else code_of(value)
        else:
            found[field.name] = on_the_wire(value) if field.name.endswith("_at") and value else value
    return found
