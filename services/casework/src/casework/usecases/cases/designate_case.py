"""E6: another organ has jurisdiction over a case from now on, and over the clue it came from; a joint task decided so."""

from casework.domain.case import Case
from casework.domain.case_guards import CaseFacts
from casework.domain.case_words import AUTHORITY, REVIEW
from casework.domain.clue_lifecycle import FINDER, LEDGER, MEMBER
from casework.store.branches import hand_over_branches, hand_over_ended_clue
from casework.store.cases.members import dismiss_participants
from casework.usecases.clues.designate_clue import Designated
from casework.usecases.offices import can_handle, keeps_apart, ledger_of, office, office_at
from shared.clocks import store as clocks
from shared.directory.paths import code_of, organ_of
from shared.needtoknow.store import end, keep_to
from shared.numbering import next_number
from shared.process.process import Changes, Step
from shared.process.record import record_rows


async def designation_facts(step: Step[Case, Designated]) -> CaseFacts:
    """Find out whether the office handles cases; what is about own staff stays with who supervises them. Rule: SoD-5."""
    found = await office(step.tx, step.command.to)
    is_apart = keeps_apart(await office_at(step.tx, step.subject.holder_path))
    return CaseFacts(office_is_competent=can_handle(found) and is_apart is keeps_apart(found))


async def designate_case(step: Step[Case, Designated]) -> Changes:
    """Hand the case over with its clue: a number of the receiving organ, its ledger, a plan and a team of its own.

    The limits of the investigation run on.

    Raises: Refused `organisation_unknown`.
    Rule: E6, 1.8, SL Arts 16-17.
    """
    case, tx = step.subject, step.tx
    to = await office(tx, step.command.to)
    moved = await hand_over_ended_clue(tx, case.clue_id, to.path)
    moved += await hand_over_branches(tx, case.clue_id, to.path)
    record_rows(tx, step.desk, moved, step.actor, step.at, "hand_over")
    await dismiss_participants(tx, case.id, "team", at=step.at)
    await dismiss_participants(tx, case.id, "review", at=step.at)
    ledger = [] if keeps_apart(to) else [await ledger_of(tx, to.path, step.desk.settings.ledger_path)]
    parts = [row["id"] for _, row in moved]
    for object_id in (case.id, *parts):
        for capacity in (MEMBER, FINDER, REVIEW, AUTHORITY):
            await end(tx, object_id, by=step.actor.id, at=step.at, capacity=capacity)
        await keep_to(tx, object_id, ledger, LEDGER, by=step.actor.id, at=step.at)
    for object_id in parts:
        await clocks.hand_over(tx, object_id, to.path, at=step.at)
    organ = code_of(organ_of(to.path))
    number = await next_number(tx, org=organ, kind="case", year=step.today.year)
    return Changes(
        columns={"holder_path": to.path, "number": str(number), "review_path": None, "authority_path": None},
        event={"from": organ_of(case.holder_path), "to": organ_of(to.path)},
    )
