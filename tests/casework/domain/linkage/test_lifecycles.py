"""The five tables of joint work, restated by hand, and every guard refused and accepted."""

from __future__ import annotations

from typing import Any

import pytest

from casework.domain.deadlines import DEADLINES
from casework.domain.linkage.board_task_lifecycle import BOARD_TASK
from casework.domain.linkage.consultation_lifecycle import CONSULTATION, ConsultationFacts
from casework.domain.linkage.linkage_task_lifecycle import LINKAGE_TASK, LinkageTaskFacts
from casework.domain.linkage.secondment_lifecycle import SECONDMENT, SecondmentFacts
from casework.domain.linkage.share_lifecycle import SHARE, ShareFacts
from shared.lifecycle import Lifecycle, Refused

from tests.support.lifecycles import as_table, written

OFFICERS = "handler office_head stationed_group district_commission town_commission case_reviewer"
HEADS = "office_head deputy_leader principal_leader"
WORDS = {
    "OFFICE": "handler+office_head",
    "DECLARER": "stationed_group+district_commission",
    "TEAM": "+".join(["office_head", *(f"{role}@member" for role in OFFICERS.split())]),
    "MANAGER": "case_manager@assessor",
    "HOME": "+".join(f"{role}@home_body" for role in HEADS.split()),
    "DOER": "+".join(
        [
            *(f"{role}@assignee" for role in OFFICERS.split()),
            *(
                f"{role}@assigned_body"
                for role in [*HEADS.split(), "competent_department", "inspected_organization"]
            ),
        ]
    ),
    "SPEAKER": "+".join(
        f"{role}@participant" for role in [*OFFICERS.split(), "deputy_leader", "principal_leader"]
    ),
}
TABLES = {
    "linkage_task": """
drafted:     declare>declared/DECLARER/S1
declared:    coordinate>coordinated/OFFICE/S1 decline>declined/OFFICE/S1 merge>merged/system/
coordinated: coordinate>coordinated/OFFICE/S1 decline>declined/OFFICE/S1 approve>approved/OFFICE/S2 \
 change_lead>coordinated/office_head/S2 \
 designate_jurisdiction>coordinated/OFFICE/S3
approved:    form_team>team_formed/OFFICE/S2 change_lead>approved/office_head/S2 \
 designate_jurisdiction>approved/OFFICE/S3
team_formed: form_team>team_formed/OFFICE/S2 begin>in_progress/OFFICE/ change_lead>team_formed/office_head/S2 \
 designate_jurisdiction>team_formed/OFFICE/S3
in_progress: change_team>in_progress/OFFICE/S2 change_lead>in_progress/office_head/S2 \
 designate_jurisdiction>in_progress/OFFICE/S3 suspend>suspended/OFFICE/S2 write_report>in_progress/TEAM/ \
 conclude>concluded/OFFICE/S2
concluded:   assess>assessed/MANAGER/S3
assessed:    archive>archived/MANAGER/
suspended:   resume>in_progress/OFFICE/S2
archived:
declined:
merged:
""",
    "secondment": """
requested:   release>released/HOME/ counter>countered/HOME/ decline>declined/HOME/ withdraw>withdrawn/OFFICE/
countered:   accept>accepted/OFFICE/ withdraw>withdrawn/OFFICE/
released:    accept>accepted/OFFICE/ withdraw>withdrawn/OFFICE/
accepted:    withdraw>withdrawn/OFFICE/ begin>begun/system/
begun:       propose_extension>extension_proposed/OFFICE/ return>returned/OFFICE+HOME/ lapse>returned/system/
extension_proposed: agree_extension>begun/HOME/ refuse_extension>begun/HOME/ return>returned/OFFICE+HOME/ \
 lapse>returned/system/
returned:    appraise>appraised/OFFICE/
appraised:
declined:
withdrawn:
""",
    "board_task": """
assigned:    accept>accepted/DOER/ report>reported/DOER/ withdraw>withdrawn/office_head/
accepted:    report>reported/DOER/ withdraw>withdrawn/office_head/
reported:    return>accepted/office_head/ confirm>done/office_head/ withdraw>withdrawn/office_head/
done:
withdrawn:
""",
    "share": """
proposed:    share>shared/OFFICE/S2 end>ended/OFFICE/
shared:      end>ended/OFFICE/
ended:
""",
    "consultation": """
called:      give_opinion>called/SPEAKER/ resolve>resolved/office_head/ cancel>cancelled/office_head/
resolved:
cancelled:
""",
}
LIFECYCLES: dict[str, Lifecycle] = {
    one.name: one for one in (LINKAGE_TASK, SECONDMENT, BOARD_TASK, SHARE, CONSULTATION)
}
BROKEN: dict[str, dict[str, Any]] = {
    "linkage_task": {
        "participant_not_fit": LinkageTaskFacts(participants_fit=False),
        "body_without_investigation_power": LinkageTaskFacts(has_powerless_body=True),
        "task_not_mergeable": LinkageTaskFacts(unmergeable=1),
        "days_missing": LinkageTaskFacts(has_days=False),
        "unit_checked_recently": LinkageTaskFacts(clashing_units=1),
        "team_too_small": LinkageTaskFacts(team_size=1),
        "officer_unknown": LinkageTaskFacts(unknown_officers=1),
        "member_not_released": LinkageTaskFacts(not_agreed=1),
        "recusal_conflict": LinkageTaskFacts(conflicted=1),
        "lead_office_not_fit": LinkageTaskFacts(lead_fits=False),
        "jurisdiction_organ_not_fit": LinkageTaskFacts(organ_fits=False),
        "matter_not_of_task": LinkageTaskFacts(has_matter=False),
        "jurisdiction_form_not_fit": LinkageTaskFacts(form_fits=False),
        "receiving_office_missing": LinkageTaskFacts(has_receiver=False),
        "board_task_open": LinkageTaskFacts(open_board_tasks=1),
        "three_reports_missing": LinkageTaskFacts(reports_missing=1),
        "follow_up_missing": LinkageTaskFacts(has_follow_up=False),
        "party_not_judged": LinkageTaskFacts(parties_not_judged=1),
    },
    "secondment": {
        "officer_unknown": SecondmentFacts(unknown_officers=1),
        "officer_not_of_home_body": SecondmentFacts(is_of_home_body=False),
        "recusal_conflict": SecondmentFacts(conflicted=1),
        "period_is_over": SecondmentFacts(period_is_open=False),
        "extension_not_longer": SecondmentFacts(is_longer=False),
    },
    "share": {
        "not_in_the_team": ShareFacts(outsiders=1),
        "recusal_conflict": ShareFacts(conflicted=1),
    },
    "consultation": {
        "not_a_participant": ConsultationFacts(is_participant=False),
        "opinion_already_given": ConsultationFacts(has_spoken=True),
        "opinion_missing": ConsultationFacts(unheard=1),
        "dissent_not_answered": ConsultationFacts(dissent_is_answered=False),
        "not_in_the_team": ConsultationFacts(misplaced=1),
        "recusal_conflict": ConsultationFacts(conflicted=1),
    },
    "board_task": {},
}
READY = {
    "linkage_task": LinkageTaskFacts(),
    "secondment": SecondmentFacts(),
    "share": ShareFacts(),
    "consultation": ConsultationFacts(),
    "board_task": None,
}


def by_hand(name: str) -> str:
    """Return a table with its short words written out."""
    text = TABLES[name].replace("\\\n", "")
    for word, meaning in WORDS.items():
        text = text.replace(f"/{word}", f"/{meaning}").replace(f"+{word}/", f"+{meaning}/")
    return text


@pytest.mark.parametrize("name", LIFECYCLES)
def test_a_table_allows_exactly_what_chapter_6_says(name: str) -> None:
    assert as_table(LIFECYCLES[name]) == written(by_hand(name))


@pytest.mark.parametrize(("name", "code"), [(name, code) for name, codes in BROKEN.items() for code in codes])
def test_a_broken_guard_refuses_by_its_code(name: str, code: str) -> None:
    table = LIFECYCLES[name]
    row = next(row for row in table.rows if code in [guard.code for guard in row.needs])
    with pytest.raises(Refused, match=code):
        table.check(row, BROKEN[name][code])


@pytest.mark.parametrize("name", LIFECYCLES)
def test_every_guard_was_broken_above_and_holds_otherwise(name: str) -> None:
    table = LIFECYCLES[name]
    assert {guard.code for row in table.rows for guard in row.needs} == set(BROKEN[name])
    for row in table.rows:
        table.check(row, READY[name])


def test_clocks_that_are_started_are_stopped_and_known() -> None:
    rows = [row for table in LIFECYCLES.values() for row in table.rows]
    named = {rule for row in rows for rule in (*row.starts, *row.stops)}
    assert named == {"P-E4", "P-E7"}
    assert named <= DEADLINES.keys()
