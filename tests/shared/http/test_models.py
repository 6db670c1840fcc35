from typing import Annotated, Self

import pytest
from pydantic import Field, TypeAdapter, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from shared.http.models import Day, Input, Line, Output, Query, Text


class Leaf(Input):
    name: Annotated[str, Line(1, 10)]


class Tree(Input):
    leaf: Leaf
    branches: list["Tree"] = []
    notes: dict[str, list[str]] = {}
    either: int | str = 0

    @model_validator(mode="after")
    def _not_both(self) -> Self:
        if self.branches and self.notes:
            raise PydanticCustomError("not_both", "branches and notes exclude each other")
        return self


class Wide(Query):
    words: tuple[str, ...] = ()
    upto: Day | None = None


FROM_WIRE = TypeAdapter(Tree)


def wrong(content: bytes) -> list[tuple[str, str]]:
    with pytest.raises(ValidationError) as caught:
        FROM_WIRE.validate_python(content)
    return [("/".join(map(str, error["loc"])), error["type"]) for error in caught.value.errors()]


def test_a_body_is_read_from_its_bytes_also_with_a_validator_and_recursion() -> None:
    tree = FROM_WIRE.validate_python(b'{"leaf": {"name": " a "}, "branches": [{"leaf": {"name": "b"}}]}')

    assert tree.leaf.name == "a"
    assert tree.branches[0].leaf.name == "b"
    assert wrong(b'{"leaf": {"name": "a"}, "branches": [{"leaf": {"name": "b"}}], "notes": {"a": []}}') == [
        ("", "not_both")
    ]


def test_from_the_wire_types_are_those_of_json_and_in_code_they_are_lenient() -> None:
    assert wrong(b'{"leaf": {"name": 1}}') == [("leaf/name", "string_type")]
    assert Tree.model_validate({"leaf": {"name": "a"}, "either": "5"}).either == "5"


def test_control_characters_are_refused_wherever_a_text_may_stand() -> None:
    bad = rb'"\u0000"'

    assert wrong(b'{"leaf": {"name": %s}}' % bad)[0][1] == "control_character"
    assert wrong(b'{"leaf": {"name": "a"}, "notes": {"k": [%s]}}' % bad)[0] == (
        "notes/k/0",
        "control_character",
    )
    assert wrong(b'{"leaf": {"name": "a"}, "notes": {%s: []}}' % bad)[0][1] == "control_character"
    assert {kind for _, kind in wrong(b'{"leaf": {"name": "a"}, "either": %s}' % bad)} >= {
        "control_character"
    }
    with pytest.raises(ValidationError, match="control character"):
        Wide(words=("a\x1f",))


def test_a_line_has_no_breaks_and_a_text_has_plain_ones() -> None:
    class Both(Input):
        line: Annotated[str, Line(0, 20)] = ""
        text: Annotated[str, Text(0, 20)] = ""

    assert Both(text="a\r\nb\rc").text == "a\nb\nc"
    for broken in ("a\nb", "a\rb", "a\tb", "a\u2028b"):
        with pytest.raises(ValidationError, match="line break"):
            Both(line=broken)


def test_a_text_of_emoji_and_rare_characters_passes() -> None:
    assert Leaf(name="𠮷👩‍👩‍👧").name == "𠮷👩‍👩‍👧"


def test_nested_bodies_stay_references_in_documents() -> None:
    schema = Tree.model_json_schema()

    assert schema["$defs"]["Tree"]["properties"]["leaf"] == {"$ref": "#/$defs/Leaf"}
    assert schema["$defs"]["Tree"]["additionalProperties"] is False


def test_an_output_with_a_default_cannot_be_written() -> None:
    with pytest.raises(TypeError, match="an output has no defaults, but note has"):

        class Careless(Output):
            id: int
            note: str | None = None

    class Careful(Output):
        note: Annotated[str | None, Field(description="备注")]

    assert Careful(note=None).model_dump_json() == '{"note":null}'
