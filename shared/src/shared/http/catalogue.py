"""The catalogue of problems and validation sentences: one TOML file a language, one for the statuses.

`shared` brings its own; every service adds the folder `messages/` of its package. The catalogue refuses to be
built when the languages differ, so a service with a missing sentence does not start.
"""

from __future__ import annotations

import string
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from shared.http.language import DEFAULT, LANGUAGES, Language

_FORMATTER = string.Formatter()
_LIST_MARK: dict[Language, str] = {"zh-CN": "、", "en": ", "}


class CatalogueError(Exception):
    """The message files contradict each other; the message lists every fault."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What a person reads in one language; `detail` may hold `{params}`."""

    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One code: its HTTP status and its wording in every language."""

    code: str
    status: int
    wordings: Mapping[Language, Wording]


class Catalogue:
    """All codes a service may answer with, and a sentence for every way a field can be wrong."""

    def __init__(
        self, problems: Mapping[str, Entry], sentences: Mapping[Language, Mapping[str, str]]
    ) -> None:
        self.problems = problems
        self.sentences = sentences

    @classmethod
    def load(cls, *packages: str) -> Catalogue:
        """Read the messages of `shared` and of these packages. Raises: CatalogueError."""
        statuses: dict[str, int] = {}
        problems: dict[Language, dict[str, Any]] = {language: {} for language in LANGUAGES}
        sentences: dict[Language, dict[str, str]] = {language: {} for language in LANGUAGES}
        faults: list[str] = []
        for package in ("shared", *packages):
            faults += _merge(statuses, _read(package, "codes").get("problems", {}), package)
            for language in LANGUAGES:
                content = _read(package, language)
                faults += _merge(problems[language], content.get("problems", {}), f"{package}/{language}")
                faults += _merge(sentences[language], content.get("validation", {}), f"{package}/{language}")
        faults += _differences(statuses, problems, sentences)
        if faults:
            raise CatalogueError("\n".join(faults))
        entries = {
            code: Entry(code, status, {one: Wording(**problems[one][code]) for one in LANGUAGES})
            for code, status in statuses.items()
        }
        return cls(entries, sentences)

    def require(self, codes: Iterable[str]) -> None:
        """Make sure that codes used elsewhere, as by guards of lifecycles, exist. Raises: CatalogueError."""
        if missing := sorted(set(codes) - set(self.problems)):
            raise CatalogueError(f"no message for {', '.join(missing)}")

    def wording(self, code: str, language: Language, params: Mapping[str, Any]) -> Wording:
        """Return title and detail of a problem with its params filled in."""
        wording = self.problems[code].wordings[language]
        return Wording(wording.title, fill(wording.detail, params, language))

    def sentence(self, code: str, language: Language, params: Mapping[str, Any]) -> str:
        """Return what is wrong with a field; a code without a sentence gets the general one."""
        sentences = self.sentences[language]
        return fill(sentences.get(code) or sentences["invalid"], params, language)

    def as_json(self) -> dict[str, Any]:
        """Return the whole catalogue for the page of error codes."""
        return {
            "problems": [
                {
                    "code": entry.code,
                    "type": f"/docs/errors/{entry.code}",
                    "status": entry.status,
                    "titles": {one: entry.wordings[one].title for one in LANGUAGES},
                    "details": {one: entry.wordings[one].detail for one in LANGUAGES},
                }
                for entry in sorted(self.problems.values(), key=lambda entry: (entry.status, entry.code))
            ],
            "field_errors": [
                {"code": code, "sentences": {one: self.sentences[one][code] for one in LANGUAGES}}
                for code in sorted(self.sentences[DEFAULT])
            ],
        }


class _Params(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def fill(template: str, params: Mapping[str, Any], language: Language) -> str:
    """Put the params into a template; a missing one becomes an ellipsis, a list is joined, a mapping is by language."""
    if "{" not in template:
        return template
    texts = _Params()
    for name, value in params.items():
        said = value[language] if isinstance(value, Mapping) else value
        many = isinstance(said, list | tuple | set | frozenset)
        texts[name] = _LIST_MARK[language].join(map(str, said)) if many else str(said)
    return template.format_map(texts)


def _read(package: str, name: str) -> dict[str, Any]:
    file = files(package).joinpath("messages", f"{name}.toml")
    return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}


def _merge(into: dict[str, Any], more: Mapping[str, Any], source: str) -> list[str]:
    twice = [f"{source}: {code} is already taken" for code in more if code in into]
    into.update(more)
    return twice


def _differences(
    statuses: Mapping[str, int],
    problems: Mapping[Language, Mapping[str, Any]],
    sentences: Mapping[Language, Mapping[str, str]],
) -> list[str]:
    faults = [f"{code}: status {status}" for code, status in statuses.items() if not 400 <= status <= 599]
    for language in LANGUAGES:
        known = problems[language]
        faults += [f"{language}: no text for {code}" for code in statuses if code not in known]
        faults += [f"{language}: {code} has no status" for code in known if code not in statuses]
        faults += [
            f"{language}: {code} needs exactly a title and a detail"
            for code, text in known.items()
            if set(text) != {"title", "detail"} or not all(text.values())
        ]
    first, *others = ({**_details(problems[one]), **sentences[one]} for one in LANGUAGES)
    for other in others:
        faults += [f"only one language has {code}" for code in first.keys() ^ other.keys()]
        faults += [
            f"{code}: the languages name different params"
            for code in first.keys() & other.keys()
            if placeholders(first[code]) != placeholders(other[code])
        ]
    return faults


def _details(problems: Mapping[str, Any]) -> dict[str, str]:
    return {f"problem {code}": text.get("detail", "") for code, text in problems.items()}


def placeholders(template: str) -> frozenset[str]:
    """Return the names of the params a template uses."""
    return frozenset(name for _, name, _, _ in _FORMATTER.parse(template) if name)
