"""Everybody at every route about a case and an appeal in it, against tables by hand. Rule: 1.1, 1.6, SoD-2, SoD-4, D20."""

from __future__ import annotations

from casework.app import SPEC
from shared.service.app import build_app, document_of

from tests.casework import case_story as story
from tests.casework.api.test_matrix import NOT_HERE, OFFICE
from tests.casework.case_story import HANDLER, HANDLER2, HEAD, REVIEWER, move, persons
from tests.casework.recusals import kept_away
from tests.casework.story import MEETING
from tests.support.house import House
from tests.support.matrix import by_hand, disagreements

LEADERS = "deputy.city principal.city"
REVIEW = "review.city review2.city"
AUTHORITY = "district1.handler district1.head district1.deputy district1.principal"
SECOND = "office2.handler office2.head"
"""office1.handler2 was in the team and must keep away now, group1.member is in it and group1.lead no longer. The review
office reviewed, district 1 was to issue the sanction (D20), office 2 handles an appeal; caseman.city keeps the ledger."""

CASE = by_hand(f"""
{OFFICE} {LEADERS} {REVIEW} {AUTHORITY} {SECOND} group1.member caseman.city: read
{OFFICE} {LEADERS} {REVIEW} {AUTHORITY} {SECOND} group1.member: read_papers
{LEADERS} security.officer: explain_access read_readers
principal.city: decide_recusal
office1.handler: file announce_filing approve_plan show_facts write_report waive_report submit_to_review involve_review
office1.handler: reinvestigate supplement close
{OFFICE}: permit_exception begin_investigation designate_authority begin_execution report_execution withdraw
{OFFICE}: lodge_complaint draft_recommendation
office1.head: change_team
office1.handler group1.member: complete_report
{REVIEW}: accept_review refuse_review begin_review change_review_group talk_with_subject discuss_review finish_review
{REVIEW}: return_reinvestigate return_supplement record_opinion
{REVIEW} district1.handler: decide
{OFFICE} {REVIEW}: serve announce_decision transfer_to_procuratorate lodge_appeal extend_deadline
office1.handler {REVIEW} group1.member caseman.city: record_quality
""")
APPEAL = by_hand(f"""
{SECOND} {LEADERS} caseman.city: read
{SECOND} {LEADERS}: read_papers
{LEADERS} security.officer: explain_access read_readers
{SECOND}: accept refuse assign_handlers decide serve
""")


async def appealed_with_a_part_for_everybody(house: House) -> tuple[str, str]:
    """Return a case and an appeal in it, around which everybody of the tables has a part."""
    case = await story.filed(house)
    await move(house, HANDLER, case, "announce-filing", notice="立案通知")
    await move(house, HANDLER, case, "approve-plan", plan="审查调查方案", meeting=MEETING)
    team = [HANDLER, HANDLER2, "group1.member"]
    await move(house, HEAD, case, "begin-investigation", members=[*team, "group1.lead"])
    await move(house, HEAD, case, "change-team", members=team)
    await story.report(house, case)
    await story.to_review(house, case)
    await story.finish_review(house, case)
    await move(house, REVIEWER, case, "record-opinion", of="party_organisation", opinion="同意")
    letter = {"to": "district-1-office-1", "letter_number": "〔2026〕1号"}
    await move(house, HANDLER, case, "designate-authority", **letter)
    (cadre,) = await persons(house, case)
    outcome = {"subject_id": cadre, "party_sanction": "warning"}
    theirs = await house.act("district1.handler", case, "decide", {**story.LETTER, "outcomes": [outcome]})
    await house.sign("district1.principal", theirs)
    await house.sign("standing.district1", theirs, meeting=MEETING)
    await move(house, REVIEWER, case, "serve")
    await move(
        house, HANDLER, case, "lodge-appeal", subject_id=cadre, kind="party_appeal", grounds="处分过重",
        to="city-office-2",
    )  # fmt: skip
    (found,) = (await house.get("office2.handler", "/v1/appeals")).json()["items"]
    appeal = f"appeals/{found['id']}"
    await move(house, "office2.handler", appeal, "accept")
    await move(house, "office2.handler", appeal, "assign-handlers", members=SECOND.split())
    await kept_away(house, case, HANDLER2)
    return case, appeal


async def test_everybody_is_told_at_every_route_what_the_tables_by_hand_say(house: House) -> None:
    await house.hear()
    app = build_app(SPEC)
    document = document_of(app, SPEC)
    case, appeal = await appealed_with_a_part_for_everybody(house)

    for one, rights in ((case, CASE), (appeal, APPEAL)):
        assert await disagreements(house, app, document, one, rights, besides=NOT_HERE) == {}, one
