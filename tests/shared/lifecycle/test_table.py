from __future__ import annotations

from enum import StrEnum, auto

import pytest

from shared.auth.roles import Role
from shared.lifecycle import SYSTEM, Guard, Lifecycle, LifecycleError, Refused, Row, by
from shared.lifecycle.render import as_json, as_markdown, as_mermaid
from shared.lifecycle.rules import rules_of


class S(StrEnum):
    OPEN = auto()
    UNDERWAY = auto()
    CLOSED = auto()


class A(StrEnum):
    BEGIN = auto()
    CLOSE = auto()


OWNER = by(Role.HANDLER)
HEAD = by(Role.OFFICE_HEAD, capacity="member")
LABELS: dict[StrEnum, tuple[str, str]] = {
    S.OPEN: ("开", "Open"),
    S.UNDERWAY: ("办", "Underway"),
    S.CLOSED: ("结", "Closed"),
    A.BEGIN: ("始", "Begin"),
    A.CLOSE: ("办结", "Close"),
}
has_proof = Guard("proof_missing", lambda facts: facts["proof"])
ROWS = [
    Row("X1", (S.OPEN,), A.BEGIN, S.UNDERWAY, OWNER + HEAD, event="thing.begun"),
    Row("X2", (S.UNDERWAY,), A.CLOSE, S.CLOSED, OWNER, ("S1",), needs=(has_proof,)),
]


def table(rows: list[Row], labels: dict[StrEnum, tuple[str, str]] | None = None) -> Lifecycle:
    chosen = LABELS if labels is None else labels
    return Lifecycle(
        name="thing", title=("事", "Thing"), initial=S.OPEN, final=[S.CLOSED], labels=chosen, rows=rows
    )


def test_a_move_that_is_not_in_the_table_is_refused() -> None:
    with pytest.raises(Refused, match="move_out_of_order"):
        table(ROWS).find("open", "close")


def test_a_guard_refuses_by_its_code() -> None:
    thing = table(ROWS)
    row = thing.find("underway", "close")
    thing.check(row, {"proof": True})
    with pytest.raises(Refused, match="proof_missing"):
        thing.check(row, {"proof": False})


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ([*ROWS, Row("X3", (S.OPEN,), A.BEGIN, S.CLOSED, OWNER)], "two rows"),
        ([*ROWS, Row("X3", (S.CLOSED,), A.BEGIN, S.OPEN, OWNER)], "out of a final state"),
        (ROWS[:1], "unreachable"),
        (
            [
                Row("X1", (S.OPEN,), A.BEGIN, S.UNDERWAY, OWNER),
                Row("X2", (S.OPEN,), A.CLOSE, S.CLOSED, OWNER),
            ],
            "no way on",
        ),
        ([ROWS[0], Row("X2", (S.UNDERWAY,), A.CLOSE, S.CLOSED, ())], "nobody"),
    ],
)
def test_a_table_that_contradicts_itself_is_not_built(rows: list[Row], fault: str) -> None:
    with pytest.raises(LifecycleError, match=fault):
        table(rows)


def test_a_state_without_a_name_is_not_built() -> None:
    with pytest.raises(LifecycleError, match="no label"):
        table(ROWS, {word: name for word, name in LABELS.items() if word is not S.CLOSED})


def test_the_by_column_becomes_permission_rules() -> None:
    assert {(rule.permission, rule.roles, rule.capacities) for rule in rules_of(table(ROWS))} == {
        ("thing:begin", (Role.HANDLER,), ("holder",)),
        ("thing:begin", (Role.OFFICE_HEAD,), ("member",)),
        ("thing:close", (Role.HANDLER,), ("holder",)),
    }


def test_what_the_system_does_gives_nobody_a_permission() -> None:
    rows = [ROWS[0], Row("X2", (S.UNDERWAY,), A.CLOSE, S.CLOSED, (SYSTEM,))]
    assert "thing:close" not in {rule.permission for rule in rules_of(table(rows))}


def test_the_renderings_name_every_state_action_and_signature() -> None:
    thing = table(ROWS)
    assert "underway --> closed: close [S1]" in as_mermaid(thing)
    assert as_json(thing)["rows"][1]["needs"] == ["proof_missing"]
    page = as_markdown(thing)
    assert all(f"`{word.value}`" in page for word in (*S, *A))
