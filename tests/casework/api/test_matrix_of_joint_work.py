"""Everybody at every route about joint work, against tables by hand. Rule: 1.1, 1.4, 1.6, chapter 6."""

from __future__ import annotations

from casework.app import SPEC
from shared.service.app import build_app, document_of

from tests.casework.api.test_matrix import NOT_HERE
from tests.casework.linkage_story import approved, asked, concluded, do, lent, made
from tests.casework.recusals import kept_away
from tests.casework.story import allocated
from tests.support.house import House
from tests.support.matrix import by_hand, disagreements

LEAD, HEAD = "office1.handler office1.handler2 office1.head", "office1.head"
LEADERS = "deputy.city principal.city"
TEAM = "office1.handler group1.member"
GROUP_HEADS, REGION_HEADS = "group1.lead", "district1.head district1.deputy district1.principal"
OVERSEEN = f"""
{LEADERS} security.officer: explain_access read_readers
principal.city: decide_recusal
"""
"""office1.*: the lead office, of which office1.handler is in the team and office1.handler2 not. group1.member was lent;
district1.handler too, until told to keep away. Heads of group and region see the outline."""

TASK = by_hand(f"""
{LEAD} {LEADERS} {GROUP_HEADS} {REGION_HEADS} group1.member: read read_opinions
{LEAD} {LEADERS} group1.member: read_papers
{OVERSEEN}
{LEAD}: coordinate decline approve form_team change_team begin suspend resume conclude designate_jurisdiction
{LEAD}: request_secondment propose_share
{HEAD}: change_lead assign call_consultation
{HEAD} {TEAM}: read_board write_board read_text log_result write_report
{HEAD} {LEADERS} group1.member office1.handler: read_results
: declare assess archive
""")
SECONDMENT = by_hand(f"""
{LEAD} {LEADERS} {GROUP_HEADS} group1.member: read read_papers
principal.city: decide_recusal
{LEAD}: accept withdraw propose_extension appraise
{LEADERS} {GROUP_HEADS}: release counter decline agree_extension refuse_extension
{LEAD} {LEADERS} {GROUP_HEADS}: return
""")
SHARE = by_hand(f"""
{LEAD} {LEADERS} group1.member: read read_papers
{HEAD} group1.member: read_text
{LEAD}: share end
""")
PIECE_OF_AN_OFFICER = by_hand(f"""
{HEAD} {TEAM}: read read_papers
group1.member: accept report
{HEAD}: return confirm withdraw
""")
PIECE_OF_A_REGION = by_hand(f"""
{HEAD} {TEAM} {REGION_HEADS}: read read_papers
{REGION_HEADS}: accept report
{HEAD}: return confirm withdraw
""")
CONSULTATION = by_hand(f"""
{HEAD} group1.member: read read_papers
group1.member: give_opinion
{HEAD}: resolve cancel
""")
SHARED_CLUE = by_hand(f"""
{LEAD} {LEADERS} caseman.city group1.member: read
{LEAD} {LEADERS} group1.member: read_papers
{LEAD} {LEADERS} caseman.city: read_overlaps
{LEAD}: read_report_text read_inspection_text share
{LEAD} {LEADERS}: take_unit_picture
{OVERSEEN}
caseman.city: merge reallocate
caseman.city office1.handler office1.handler2: split
office1.handler office1.handler2: sign_for assess propose_disposal hold close transfer transfer_within dispose
office1.handler office1.handler2: propose_filing consider_clearing report_up archive
: propose_allocation allocate unmerge
""")
CONCLUDED = by_hand(f"""
{LEAD} {LEADERS} {GROUP_HEADS} {REGION_HEADS} caseman.city: read read_opinions
{LEAD} {LEADERS} caseman.city: read_papers
{OVERSEEN}
{LEAD}: coordinate decline approve form_team change_team begin suspend resume conclude designate_jurisdiction
{LEAD}: request_secondment propose_share
{HEAD}: change_lead assign call_consultation read_board write_board read_text log_result write_report
{HEAD} {LEADERS} caseman.city: read_results
caseman.city: assess archive
: declare
""")
"""The task is over: so are the loans, and the team sees nothing more; case management assesses."""
HANDED_ON = by_hand(f"""
office2.handler office2.head {HEAD} {LEADERS} {GROUP_HEADS} {REGION_HEADS}: read read_opinions
office2.handler office2.head {HEAD} {LEADERS}: read_papers
{OVERSEEN}
office2.handler office2.head: coordinate decline approve form_team change_team begin suspend resume conclude
office2.handler office2.head: designate_jurisdiction request_secondment propose_share
office2.head: change_lead assign call_consultation read_board write_board read_text log_result write_report
office2.head {LEADERS}: read_results
: declare assess archive
""")
"""Another office leads; of the old one the head stays to be asked, and nobody else of it sees the task."""


async def staffed_with_a_part_for_everybody(house: House) -> dict[str, str]:
    """Return one object of each kind, all of one task, by what it is."""
    task = await approved(house)
    loan = await lent(house, task, "group1.member", "group1.lead")
    await lent(house, task, "district1.handler", "district1.head")
    await do(house, HEAD, task, "form-team", members=["office1.handler"])
    await do(house, HEAD, task, "begin")
    of_task, clue = {"task_id": task.split("/")[1]}, await allocated(house)
    listed = ["group1.member", "district1.handler"]
    share = await made(
        house, HEAD, "shares", **of_task, object_type="clue", object_id=clue.split("/")[1], officers=listed,
        purpose="核对人员。",
    )  # fmt: skip
    await do(house, HEAD, share, "share")
    found = {
        "task": task,
        "loan": loan,
        "clue": clue,
        "share": share,
        "own": await made(house, HEAD, "board-tasks", **of_task, title="核对", officer="group1.member"),
        "region": await made(house, HEAD, "board-tasks", **of_task, title="走访", to="district-1"),
        "talk": await made(
            house,
            HEAD,
            "consultations",
            **of_task,
            agenda=["安排"],
            held_on="2026-03-02",
            participants=listed,
        ),
    }
    await kept_away(house, task, "district1.handler")
    return found


async def test_everybody_is_told_at_every_route_what_the_tables_by_hand_say(house: House) -> None:
    await house.hear()
    app = build_app(SPEC)
    document = document_of(app, SPEC)
    things = await staffed_with_a_part_for_everybody(house)
    tables = {
        "task": TASK, "loan": SECONDMENT, "share": SHARE, "own": PIECE_OF_AN_OFFICER, "region": PIECE_OF_A_REGION,
        "talk": CONSULTATION, "clue": SHARED_CLUE,
    }  # fmt: skip

    bodies = {"counter": {"from_on": "2026-03-09", "to_on": "2026-03-20", "opinion": "另行安排。"}}
    for name, rights in tables.items():
        found = await disagreements(
            house, app, document, things[name], rights, besides=NOT_HERE, bodies=bodies
        )
        assert found == {}, name


async def test_so_are_they_when_a_task_is_over_and_when_another_office_leads(house: House) -> None:
    await house.hear()
    app = build_app(SPEC)
    document = document_of(app, SPEC)
    over = await concluded(house)
    assert await disagreements(house, app, document, over, CONCLUDED, besides=NOT_HERE) == {}

    handed_on = await approved(house, units=["bureau-health"])
    await asked(house, handed_on, "group1.member", from_on="2026-05-01", to_on="2026-05-20")
    await do(
        house,
        HEAD,
        handed_on,
        "change-lead",
        to="city-office-2",
        handover="材料已移交。",
        keep_as_consultant=True,
    )
    assert await disagreements(house, app, document, handed_on, HANDED_ON, besides=NOT_HERE) == {}
