from __future__ import annotations

import pytest

from casework.domain.appeal import COMPLAINTS, COURSES, AppealKind
from casework.domain.appeal_lifecycle import APPEAL, AppealFacts
from casework.domain.deadlines import DEADLINES
from shared.lifecycle import Refused

from tests.support.lifecycles import as_table, written

WHO = "handler+office_head+case_reviewer"
BY_HAND = f"""
lodged:       accept>accepted/{WHO}/ refuse>not_accepted/{WHO}/S2
accepted:     assign_handlers>examining/{WHO}/
examining:    assign_handlers>examining/{WHO}/ decide>decided/{WHO}/S3+S4
decided:      serve>served/{WHO}/
not_accepted:
served:
"""
GUARDS = {
    "accept": ["took_part_before"],
    "refuse": ["took_part_before", "reason_missing"],
    "assign_handlers": [
        "took_part_before", "officer_unknown", "team_too_small", "recusal_conflict", "took_part_before",
    ],
    "decide": ["took_part_before", "team_too_small", "measures_unfit", "appeal_makes_worse"],
}  # fmt: skip
BROKEN = {
    "took_part_before": AppealFacts(actor_took_part=True),
    "reason_missing": AppealFacts(has_reason=False),
    "officer_unknown": AppealFacts(unknown_officers=1),
    "team_too_small": AppealFacts(team_size=1),
    "recusal_conflict": AppealFacts(conflicted=1),
    "measures_unfit": AppealFacts(has_new_measures=False),
    "appeal_makes_worse": AppealFacts(is_worse=True),
}
COURSE_BY_HAND = """
re_examination        DL-25  DL-25w S3+S4 DL-26w
superior_review       DL-26  DL-26w S6    -
party_appeal          DL-27  -      S3+S4 -
accountability_appeal DL-29  DL-29w S3+S4 -
complaint             DL-28  -      S3    DL-28w
complaint_review      DL-28r DL-28w S6    -
"""


def test_the_table_is_this() -> None:
    assert as_table(APPEAL) == written(BY_HAND)


def test_every_move_has_exactly_its_guards() -> None:
    assert {
        row.action.value: [guard.code for guard in row.needs] for row in APPEAL.rows if row.needs
    } == GUARDS


@pytest.mark.parametrize(
    ("action", "code"), [(a, code) for a, codes in GUARDS.items() for code in sorted(set(codes))]
)
def test_a_broken_guard_refuses_by_its_code(action: str, code: str) -> None:
    with pytest.raises(Refused, match=code):
        APPEAL.check(APPEAL.rows_of(action)[0], BROKEN[code])


def test_handlers_who_took_part_are_refused_whoever_names_them() -> None:
    with pytest.raises(Refused, match="took_part_before"):
        APPEAL.check(APPEAL.rows_of("assign_handlers")[0], AppealFacts(took_part=1))


def test_a_move_whose_guards_hold_is_not_refused() -> None:
    for row in APPEAL.rows:
        APPEAL.check(row, AppealFacts())


def test_each_kind_has_the_clock_the_window_and_the_signatures_of_the_book() -> None:
    stated = {kind: rest for kind, *rest in (line.split() for line in COURSE_BY_HAND.strip().splitlines())}
    found = {
        kind.value: [one.clock, one.window or "-", "+".join(one.signs), one.opens or "-"]
        for kind, one in COURSES.items()
    }
    assert found == stated
    assert set(COURSES) == set(AppealKind)


def test_windows_are_rights_and_clocks_are_duties() -> None:
    for course in COURSES.values():
        assert not DEADLINES[course.clock].is_window
        assert all(DEADLINES[rule].is_window for rule in (course.window, course.opens) if rule)


def test_only_a_superior_reviews_what_was_decided_before() -> None:
    assert {kind for kind, course in COURSES.items() if course.after} == {
        AppealKind.SUPERIOR_REVIEW, AppealKind.COMPLAINT_REVIEW,
    }  # fmt: skip
    assert {AppealKind.COMPLAINT, AppealKind.COMPLAINT_REVIEW} == COMPLAINTS
