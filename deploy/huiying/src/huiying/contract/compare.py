"""What a new description takes away from callers of a released one. Adding is allowed; nothing else is.

Callers ignore fields and codes they do not know, so new ones break nobody. A code taken out of an answer breaks
nobody either; one taken out of a request does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from huiying.contract.parts import JSON, Schema, resolved
from shared.http.openapi import operations

Document = Mapping[str, Any]
_BOUNDS = (
    ("minLength", 1),
    ("minItems", 1),
    ("minimum", 1),
    ("maxLength", -1),
    ("maxItems", -1),
    ("maximum", -1),
)


def breaks(released: Document, now: Document) -> list[str]:
    """Return every change that can break a caller, each beginning with where it is. Empty is good."""
    present = {(path, method): operation for path, method, operation in operations(now)}
    found: list[str] = []
    for path, method, before in operations(released):
        where = f"{method.upper()} {path}"
        after = present.get((path, method))
        if after is None:
            found.append(f"{where}: is gone")
            continue
        found += [f"{where}: {what}" for what in _Comparison(released, now).operation(before, after)]
    return found


class _Comparison:
    """Compares two operations; follows references in the document each belongs to, every pair once."""

    def __init__(self, released: Document, now: Document) -> None:
        self._released, self._now = released, now
        self._seen: set[tuple[str, str, bool]] = set()

    def operation(self, before: Schema, after: Schema) -> Iterator[str]:
        """Yield what breaks callers of one operation."""
        yield from self._parameters(before, after)
        old, new = _json(before.get("requestBody", {})), _json(after.get("requestBody", {}))
        if new is not None:
            if after.get("requestBody", {}).get("required") and old is None:
                yield "needs a body now"
            yield from self.sent(old or {}, new, "body")
        for status, answer in before["responses"].items():
            if not status.startswith("2"):
                continue
            if status not in after["responses"]:
                yield f"no longer answers {status}"
                continue
            given, gives = _json(answer), _json(after["responses"][status])
            if given is not None:
                yield from self.answered(given, gives or {}, status)

    def _parameters(self, before: Schema, after: Schema) -> Iterator[str]:
        old = {(one["in"], one["name"]): one for one in before.get("parameters", ())}
        new = {(one["in"], one["name"]): one for one in after.get("parameters", ())}
        for place, name in sorted(old.keys() - new.keys()):
            yield f"{place} parameter {name} is gone"
        for (place, name), one in new.items():
            known = old.get((place, name), {})
            if one.get("required") and not known.get("required"):
                yield f"{place} parameter {name} is required now"
            if known:
                yield from self.sent(known["schema"], one["schema"], f"{place} parameter {name}")

    def sent(self, old: Schema, new: Schema, at: str) -> Iterator[str]:
        """Yield what was accepted and is no longer."""
        if self._is_known(old, new, sent=True):
            return
        old, new = self._both(old, new)
        before, after = old.get("properties", {}), new.get("properties", {})
        for name in sorted(set(new.get("required", ())) - set(old.get("required", ()))):
            yield f"{at}.{name} is required now"
        for name in sorted(before.keys() - after.keys()):
            yield f"{at}.{name} is no longer accepted"
        if gone := sorted(map(str, set(old.get("enum", ())) - set(new.get("enum", old.get("enum", ()))))):
            yield f"{at} no longer accepts {', '.join(gone)}"
        for word, sign in _BOUNDS:
            if word in new and sign * (new[word] - old.get(word, -sign * float("inf"))) > 0 and old:
                yield f"{at} has a narrower {word}"
        if _kinds(old) - _kinds(new) and _kinds(new):
            yield f"{at} has another type"
        yield from self._inside(self.sent, old, new, at)

    def answered(self, old: Schema, new: Schema, at: str) -> Iterator[str]:
        """Yield what was in an answer and can be missed now."""
        if self._is_known(old, new, sent=False):
            return
        old, new = self._both(old, new)
        before, after = old.get("properties", {}), new.get("properties", {})
        for name in sorted(before.keys() - after.keys()):
            yield f"{at}.{name} is gone"
        for name in sorted((set(old.get("required", ())) - set(new.get("required", ()))) & after.keys()):
            yield f"{at}.{name} may be missing now"
        if _kinds(new) - _kinds(old) and _kinds(old):
            yield f"{at} has another type"
        yield from self._inside(self.answered, old, new, at)

    def _inside(self, compare: Any, old: Schema, new: Schema, at: str) -> Iterator[str]:
        after = new.get("properties", {})
        for name, one in old.get("properties", {}).items():
            if name in after:
                yield from compare(one, after[name], f"{at}.{name}")
        if "items" in old and "items" in new:
            yield from compare(old["items"], new["items"], f"{at}[]")
        for one, other in zip(_choices(old), _choices(new), strict=False):
            yield from compare(one, other, at)

    def _both(self, old: Schema, new: Schema) -> tuple[Schema, Schema]:
        return resolved(self._released, old), resolved(self._now, new)

    def _is_known(self, old: Schema, new: Schema, *, sent: bool) -> bool:
        pair = (str(old.get("$ref", "")), str(new.get("$ref", "")), sent)
        if not all(pair[:2]):
            return False
        known = pair in self._seen
        self._seen.add(pair)
        return known


def _json(part: Schema) -> Schema | None:
    schema: Schema | None = part.get("content", {}).get(JSON, {}).get("schema")
    return schema


def _choices(schema: Schema) -> list[Schema]:
    return [one for one in (*schema.get("anyOf", ()), *schema.get("oneOf", ())) if one.get("type") != "null"]


def _kinds(schema: Schema) -> set[str]:
    kind = schema.get("type")
    if kind is None:
        return {str(one["type"]) for one in schema.get("anyOf", ()) if "type" in one}
    return set(kind) if isinstance(kind, list) else {str(kind)}
