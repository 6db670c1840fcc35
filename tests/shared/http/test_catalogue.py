from __future__ import annotations

import ast
from pathlib import Path
from typing import get_args

import pytest
from pydantic_core import core_schema
from pydantic_core._pydantic_core import list_all_errors

import shared
from shared.http.catalogue import Catalogue, CatalogueError, fill, placeholders
from shared.http.language import LANGUAGES
from shared.http.validation import field_error

SOURCE = Path(shared.__path__[0])
RAISED = {"Problem", "Refused", "Guard"}


def test_every_error_pydantic_knows_has_a_sentence_in_every_language(catalogue: Catalogue) -> None:
    known = {error["type"] for error in list_all_errors()} | set(get_args(core_schema.ErrorType))

    for language in LANGUAGES:
        assert known - set(catalogue.sentences[language]) == set()


def test_every_sentence_uses_only_params_that_its_error_has(catalogue: Catalogue) -> None:
    for error in list_all_errors():
        context = {
            name: value if value is not None else ""
            for name, value in (error["example_context"] or {}).items()
        }
        given = field_error({"type": error["type"], "loc": ("body",), "ctx": context})

        for language in LANGUAGES:
            assert placeholders(catalogue.sentences[language][error["type"]]) <= set(given.params), error[
                "type"
            ]


def test_chinese_texts_are_chinese_and_english_ones_are_not(catalogue: Catalogue) -> None:
    def has_chinese(text: str) -> bool:
        return any("\u4e00" <= sign <= "\u9fff" for sign in text)

    for entry in catalogue.problems.values():
        assert has_chinese(entry.wordings["zh-CN"].title), entry.code
        assert has_chinese(entry.wordings["zh-CN"].detail), entry.code
        assert not has_chinese(entry.wordings["en"].title + entry.wordings["en"].detail), entry.code
    assert all(map(has_chinese, catalogue.sentences["zh-CN"].values()))
    assert not any(map(has_chinese, catalogue.sentences["en"].values()))


def test_every_code_that_shared_raises_is_in_the_catalogue(catalogue: Catalogue) -> None:
    raised = {code for path in SOURCE.rglob("*.py") for code in codes_in(path)}

    assert raised - set(catalogue.problems) == set()
    catalogue.require(raised)


def codes_in(path: Path) -> set[str]:
    """Return the codes a module hands to `Problem`, `Refused` or `Guard` as plain text."""
    return {
        call.args[0].value
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in RAISED
        and call.args and isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)
    }  # fmt: skip


def package(tmp_path: Path, name: str, **files: str) -> str:
    folder = tmp_path / name / "messages"
    folder.mkdir(parents=True)
    (tmp_path / name / "__init__.py").write_text("")
    for file, text in files.items():
        (folder / f"{file.replace('_', '-')}.toml").write_text(text, "utf-8")
    return name


WORDS = '[problems.note_locked]\ntitle = "{title}"\ndetail = "{detail}"\n'


def test_a_service_adds_its_own_messages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    name = package(
        tmp_path,
        "with_notes",
        codes="[problems]\nnote_locked = 409\n",
        zh_CN=WORDS.format(title="便笺已锁定", detail="由 {by} 锁定"),
        en=WORDS.format(title="Note locked", detail="Locked by {by}"),
    )

    wording = Catalogue.load(name).wording("note_locked", "zh-CN", {"by": ["一处", "二处"]})

    assert wording.detail == "由 一处、二处 锁定"


def test_languages_that_differ_are_refused_with_every_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    name = package(
        tmp_path,
        "with_faults",
        codes="[problems]\nnote_locked = 409\nlost = 200\nnot_found = 404\n",
        zh_CN=WORDS.format(title="便笺已锁定", detail="由 {by} 锁定") + '[validation]\nodd = "单独"\n',
        en=WORDS.format(title="Note locked", detail="Locked by {whom}"),
    )

    with pytest.raises(CatalogueError) as caught:
        Catalogue.load(name)

    for part in (
        "not_found is already taken",
        "lost: status 200",
        "en: no text for lost",
        "has odd",
        "different params",
    ):
        assert part in str(caught.value)


def test_a_code_nobody_wrote_down_is_found_at_start(catalogue: Catalogue) -> None:
    with pytest.raises(CatalogueError, match="no message for never_written"):
        catalogue.require(["not_found", "never_written"])


def test_a_missing_param_becomes_an_ellipsis() -> None:
    assert fill("at most {max}", {}, "en") == "at most …"
    assert fill("no braces", {"max": 1}, "en") == "no braces"
