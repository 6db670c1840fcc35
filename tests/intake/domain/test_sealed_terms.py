"""What a reader of the database can learn from the numbers: nothing about words, and little about names."""

from __future__ import annotations

import random

from intake.domain.likeness import Told, pairs
from intake.domain.sealed_terms import BAND_BITS, BANDS, NAME_BITS, sealed_terms

KEY = b"k" * 32
SIGNS = [chr(code) for code in range(0x4E00, 0x4E00 + 1500)]
COMMON = "请上级机关依法依规调查处理此事"


def text(seed: int, length: int = 200) -> str:
    return "".join(random.Random(seed).choices(SIGNS, k=length))  # noqa: S311 - invented texts


def test_nearly_the_same_text_is_found() -> None:
    found = 0
    for seed in range(40):
        told = text(seed)
        copied = told[:80] + "加了一句话" + told[80:180]
        found += bool(set(sealed_terms(Told(told), KEY).facts) & set(sealed_terms(Told(copied), KEY).facts))
    assert found >= 39


def test_a_common_phrase_in_two_texts_shows_no_common_number() -> None:
    """One phrase of 15 signs in 400 others must not make two texts look alike, nor let a phrase be counted."""
    shared = sum(
        len(
            set(sealed_terms(Told(text(seed, 400) + COMMON), KEY).facts)
            & set(sealed_terms(Told(text(seed + 10_000, 400) + COMMON), KEY).facts)
        )
        for seed in range(60)
    )
    assert shared <= 1


def test_the_numbers_say_nothing_without_the_key() -> None:
    told = Told(text(1), (("王某", "某局"),))
    one, other = sealed_terms(told, KEY), sealed_terms(told, b"x" * 32)

    assert not set(one.facts) & set(other.facts)
    assert one.names != other.names


def test_a_number_stands_for_three_pairs_and_a_name_shares_its_number_with_others() -> None:
    told = sealed_terms(Told(text(2), (("王某", ""),)), KEY)

    assert len(told.facts) == BANDS
    assert all(number < BANDS << BAND_BITS for number in told.facts)
    assert all(number < 1 << NAME_BITS for number in told.names)
    many = [sealed_terms(Told("x", ((f"人{number}", ""),)), KEY).names[0] for number in range(20_000)]
    assert len(set(many)) < len(many)


def test_the_same_name_in_other_dress_has_the_same_number() -> None:
    plain, dressed = (sealed_terms(Told("x", ((name, ""),)), KEY).names for name in ("王某", "（化名）王 某"))
    assert plain == dressed


def test_a_text_too_short_for_pairs_has_no_numbers() -> None:
    assert sealed_terms(Told("好"), KEY).facts == ()
    assert pairs("好") == []
