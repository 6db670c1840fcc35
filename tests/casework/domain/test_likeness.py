"""What clues are compared by: the same whatever a name is written like, and facts by how much they share."""

from __future__ import annotations

import hmac
from uuid import uuid4

import pytest

from casework.domain.likeness import ALIKE, SKETCH, Overlap, Same, folded, overlaps_in, terms_of

FACTS = "反映某单位工程科工作人员在道路维修项目验收过程中多次接受施工方宴请并收受购物卡，金额约三万元，时间在去年国庆前后。"


def keyed(word: str, key: bytes = b"k" * 32) -> int:
    return int.from_bytes(hmac.digest(key, word.encode(), "sha256")[:8], signed=True)


def values(kind: Same, **about: object) -> set[int]:
    return {one.value for one in terms_of(keyed, **about) if one.kind is kind}  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["张 某", "张\u3000某", "（张某）", "张·某"])
def test_spaces_and_punctuation_do_not_tell_names_apart(name: str) -> None:
    assert values(Same.PERSON, subjects=[(name, "")]) == values(Same.PERSON, subjects=[("张某", "")])
    assert folded("ＡＢc") == "abc"


def test_a_person_at_a_unit_is_another_term_than_the_person_and_the_unit() -> None:
    found = terms_of(keyed, subjects=[("张某", "某局")], units=["某局"])

    assert sorted(one.kind.value for one in found) == ["person", "person_at_unit", "unit"]
    assert values(Same.PERSON_AT_UNIT, subjects=[("张某", "他局")]).isdisjoint({one.value for one in found})


def test_another_key_gives_other_numbers() -> None:
    other = terms_of(lambda word: keyed(word, b"x" * 32), subjects=[("张某", "某局")], facts=FACTS)

    assert {one.value for one in other}.isdisjoint(
        {one.value for one in terms_of(keyed, subjects=[("张某", "某局")])}
    )


def test_facts_told_again_in_other_order_are_alike_and_other_facts_are_not() -> None:
    told_again = FACTS[30:] + FACTS[:30]
    other = (
        "群众反映村委会主任在低保评定中优亲厚友，将不符合条件的亲属纳入低保范围，多年来未予清退，影响恶劣。"
    )
    sketch = values(Same.FACTS, facts=FACTS)

    assert len(sketch) == SKETCH
    assert len(sketch & values(Same.FACTS, facts=told_again)) >= ALIKE
    assert len(sketch & values(Same.FACTS, facts=other)) < ALIKE


def test_facts_too_short_to_compare_are_not_compared() -> None:
    assert values(Same.FACTS, facts="收受礼品") == set()


def test_the_weightiest_overlap_comes_first_and_a_little_likeness_is_none() -> None:
    person, unit, hardly = uuid4(), uuid4(), uuid4()
    found = overlaps_in(
        [(unit, "unit", 1), (person, "person", 1), (person, "unit", 1), (hardly, "facts", ALIKE - 1),
         (unit, "facts", 6)]
    )  # fmt: skip

    assert found == [
        Overlap(person, (Same.PERSON, Same.UNIT)),
        Overlap(unit, (Same.FACTS, Same.UNIT), 75),
    ]
