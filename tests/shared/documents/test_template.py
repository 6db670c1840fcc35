"""Templates are checked before they are used: what nobody will fill is named."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest

from shared.clock import FakeClock
from shared.documents import Rows, TemplateBroken, Templates
from shared.documents.render import render
from shared.documents.template import faults_of

from tests.support.papers import document, made_from, text_of, with_common

ROWS = Rows("组员", name="姓名")


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("{{ letter }}{{ organ }}", []),
        ("{{ lettre }}", ["lettre"]),
        ("{% if due %}{{ letter }}{% endif %}", ["due"]),
        ("| 姓名 |\n% for one in members\n| {{ one.name }} |\n% endfor", []),
        ("| 姓名 |\n% for one in members\n| {{ one.nmae }} |\n% endfor", ["members.nmae"]),
        ("% for one in persons\n{{ one.name }}\n% endfor", ["persons"]),
    ],
)
def test_what_a_template_asks_for_in_vain_is_named(text: str, faults: list[str]) -> None:
    assert list(faults_of(made_from(text), document(letter="内容", members=ROWS).may_use)) == faults


@pytest.mark.parametrize("text", ["{{ letter", "{{ letter|nonsense }}", "{% if letter %}"])
def test_a_broken_sentence_of_jinja_is_a_fault(text: str) -> None:
    assert list(faults_of(made_from(text), document(letter="内容").may_use)) != []


def test_what_is_no_word_file_is_a_fault() -> None:
    assert list(faults_of(b"%PDF-1.7", document().may_use)) == ["not a Word document (BadZipFile)"]


def test_a_placeholder_that_word_tore_into_runs_is_still_one(clock: FakeClock) -> None:
    word = docx.Document(BytesIO(made_from("正文")))
    paragraph = word.add_paragraph()
    for piece in ("{{ let", "ter", " }}"):
        paragraph.add_run(piece).bold = piece == "ter"
    content = BytesIO()
    word.save(content)

    paper = document(letter="内容")
    assert list(faults_of(content.getvalue(), paper.may_use)) == []
    assert "已填" in text_of(render(content.getvalue(), paper, with_common({"letter": "已填"}), clock.now()))


@pytest.mark.parametrize(
    "text", ["<w:t>甲</w:t>", "甲 & 乙", "“引号” 'a' \"b\"", "{{ organ }} {% if %}", "=SUM(A1)", "A}_}{_{B"]
)
def test_texts_come_through_as_they_are_and_run_nothing(text: str, clock: FakeClock) -> None:
    paper = document(letter="内容")

    filled = render(made_from("{{ letter }}"), paper, with_common({"letter": text}), clock.now())

    assert text.replace("{_{", "{{").replace("}_}", "}}") in text_of(filled)


def test_a_template_reaches_nothing_but_its_fields(clock: FakeClock) -> None:
    nosy = made_from("{{ letter.__class__.__mro__ }}")
    with pytest.raises(TemplateBroken):
        render(nosy, document(letter="内容"), with_common({"letter": "甲"}), clock.now())


def test_a_field_nobody_gave_is_an_error_with_its_name(clock: FakeClock) -> None:
    with pytest.raises(TemplateBroken, match="letter"):
        render(made_from("{{ letter }}"), document(letter="内容"), with_common({}), clock.now())


def test_lines_of_a_text_are_paragraphs_of_their_own_in_the_same_style(clock: FakeClock) -> None:
    filled = render(
        made_from("{{ letter }}"), document(letter=""), with_common({"letter": "一\a二"}), clock.now()
    )

    styles = [(one.text, one.style.name) for one in docx.Document(BytesIO(filled)).paragraphs if one.style]
    assert styles[-2:] == [("一", "Body"), ("二", "Body")]


def test_the_operators_template_goes_before_the_shipped_one(tmp_path: Path) -> None:
    from casework.usecases.documents.of_talks import TALK_DOCUMENTS

    letter = next(one for one in TALK_DOCUMENTS if one.name == "inquiry-letter")
    own = tmp_path / "inquiry-letter.docx"
    templates = Templates("casework", tmp_path)
    shipped = templates.get(letter)
    own.write_bytes(made_from("{{ letter }}"))

    assert templates.get(letter) == own.read_bytes() != shipped
    own.write_bytes(made_from("{{ lettre }}"))
    with pytest.raises(TemplateBroken, match=r"inquiry-letter\.docx: lettre"):
        templates.check(TALK_DOCUMENTS)


def test_the_properties_name_the_document_and_no_person(clock: FakeClock) -> None:
    filled = render(made_from("正文"), document(), with_common({}), clock.now())

    properties = docx.Document(BytesIO(filled)).core_properties
    assert (properties.title, properties.author, properties.last_modified_by) == ("测试文书", "", "")
