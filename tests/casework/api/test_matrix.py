"""Everybody at every route about a clue, its verification and a talk, against tables by hand. Rule: 1.1, 1.4, 1.6; P6."""

from __future__ import annotations

from casework.app import SPEC
from casework.usecases.follow import follows
from shared.feed.consume import Event
from shared.service.app import build_app, document_of

from tests.casework.recusals import kept_away
from tests.casework.story import WORKER, do
from tests.casework.usecases.test_overlaps import WANG, clue
from tests.casework.usecases.test_talk_inquiry import answered
from tests.support.cast import actor
from tests.support.house import House
from tests.support.matrix import by_hand, disagreements

NOT_HERE = frozenset({"break_glass"})
"""Asks about the organ, not about sight: tests/casework/usecases/test_oversight.py."""

OFFICE = "office1.handler office1.head"
"""office1.*: the office that holds. office1.handler2 must keep away, deputy.city is named in the clue, group1.member is
on the team and group1.lead no longer, caseman.city keeps the ledger; all others are elsewhere, above or beside."""

CLUE = by_hand(f"""
{OFFICE} principal.city caseman.city group1.member: read
{OFFICE} principal.city group1.member: read_papers
{OFFICE} principal.city caseman.city: read_overlaps
{OFFICE} group1.member: read_report_text read_inspection_text
{OFFICE}: share
{OFFICE} principal.city: take_unit_picture
principal.city: decide_recusal
principal.city security.officer: explain_access read_readers
caseman.city: merge reallocate
caseman.city office1.handler: split
office1.handler: sign_for assess propose_disposal hold close transfer transfer_within
office1.handler: dispose propose_filing consider_clearing report_up archive
: propose_allocation allocate unmerge
""")
VERIFICATION = by_hand(f"""
{OFFICE} principal.city caseman.city group1.member: read
{OFFICE} principal.city group1.member: read_papers
principal.city security.officer: explain_access read_readers
office1.handler: submit_plan take_measure take_custody settle_custody draft_report
{OFFICE}: form_team begin review_collectively return_report report decide extend_deadline
office1.head: change_team
{OFFICE} group1.member: sign_report
""")
TALK = by_hand(f"""
{OFFICE} deputy.city principal.city caseman.city: read
{OFFICE} deputy.city principal.city: read_papers
deputy.city principal.city security.officer: explain_access read_readers
office1.handler: submit_plan send_letter record_delivery receive_explanation draft_report start_second_round
office1.handler: record_meeting file
{OFFICE}: hold_talk decide
office1.head: check_sample
""")


async def verified_with_a_part_for_everybody(house: House) -> tuple[str, str]:
    """Return a clue and its verification, around which everybody of the tables has a part."""
    thing = await clue(house, subjects=[WANG], to="city-office-1")
    for action in ("propose-allocation", "allocate"):
        await do(house, "caseman.city", thing, action)
    await do(house, "office1.handler", thing, "assess", opinion="可查")
    shown = await do(house, "office1.handler", thing, "propose-disposal", way="preliminary_verification")
    verification = f"verifications/{shown['verification_id']}"
    await do(house, "office1.handler", verification, "submit-plan", opinion="方案")
    team = ["office1.handler", "office1.head", "group1.member"]
    await do(house, "office1.handler", verification, "form-team", members=[*team, "group1.lead"])
    await do(house, "office1.handler", verification, "begin")
    await do(house, "office1.head", verification, "change-team", members=team)
    await kept_away(house, thing, "office1.handler2")
    handler = follows(house.desk)["identity"]["officer.created"]
    async with house.desk.db.transaction(WORKER) as tx:
        # it turns out that the deputy bears the subject's name
        await handler.apply(tx, Event(1, "officer.created", actor("deputy.city").id, {}), WANG["name"])
    return thing, verification


async def test_everybody_is_told_at_every_route_what_the_tables_by_hand_say(house: House) -> None:
    await house.hear()
    app = build_app(SPEC)
    document = document_of(app, SPEC)
    thing, verification = await verified_with_a_part_for_everybody(house)
    other, talk = await answered(house)
    await kept_away(house, other, "office1.handler2")

    for one, rights in ((thing, CLUE), (verification, VERIFICATION), (talk, TALK)):
        assert await disagreements(house, app, document, one, rights, besides=NOT_HERE) == {}, one
