"""1.7: the supervisors of our own cadres follow an entry up and say what comes of it."""

from typing import Annotated, Any

from pydantic import Field

from casework.domain.clue import Clue, ClueSource
from casework.domain.clue_lifecycle import CLUE
from casework.domain.interference import REGISTRANT, Interference, InterferenceFacts, InterferenceOutcome
from casework.domain.regime import regime_on
from casework.store.papers import PAPERS
from casework.usecases.clues.registering import register
from casework.usecases.offices import ledger_of
from casework.usecases.writing import write
from shared.http.models import Text
from shared.ids import uuid7
from shared.needtoknow.store import grantees_of
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class FollowUp(Command):
    """跟进 · what was done about the entry since."""

    note: Annotated[str, Text(2, 5000), Field(description="跟进情况 · note")]


class DisposeInterference(Command):
    """处理 · what comes of the entry."""

    outcome: Annotated[InterferenceOutcome, Field(description="处理结果 · outcome")]
    reason: Annotated[str, Text(2, 5000), Field(description="处理意见 · why")]


async def follow_up(step: Step[Interference, FollowUp]) -> Changes:
    """Keep the note; earlier ones stay.

    Rule: 1.7.
    """
    await write(step, "interference", "follow_up")
    return Changes()


async def dispose_interference(step: Step[Interference, DisposeInterference]) -> Changes:
    """Keep the outcome; one that is transferred becomes a clue about one of our own.

    Rule: 1.7, SoD-5.
    """
    await write(step, "interference", "disposal")
    outcome = step.command.outcome
    clue_id = None
    if outcome is InterferenceOutcome.TRANSFERRED_AS_CLUE:
        clue_id = (await _transferred(step)).id
    return Changes(columns={"outcome": outcome.value, "clue_id": clue_id}, event={"outcome": outcome.value})


async def _transferred(step: Step[Interference, Any]) -> Clue:
    """Register the clue, meant for the supervisors themselves; the worker looks into whom it is about."""
    entry, tx, seals = step.subject, step.tx, step.desk.seals
    paper = await PAPERS.newest(tx, seals, entry.id, "entry")
    told = paper.fields if paper else {}
    ledger = await ledger_of(tx, entry.holder_path, step.desk.settings.ledger_path)
    clue = Clue(
        id=uuid7(), number=None, state=CLUE.initial.value, version=1, holder_path=ledger, secrecy="work_secret",
        source=ClueSource.DAILY_SUPERVISION.value, received_on=step.today, legal_regime=regime_on(step.today),
        is_named=False, problem_types=(), office_path=entry.holder_path,
    )  # fmt: skip
    by_whom = told.get("by_whom", {})
    subject = {key: by_whom.get(key, "") for key in ("name", "organisation", "position")}
    facts = {"facts": told.get("words", ""), "subjects": [subject]}
    await PAPERS.add(tx, seals, (CLUE.name, clue.id), "facts", facts, by=step.actor.id, at=step.at)
    return await register(tx, step.desk, clue, [], actor=step.actor, at=step.at)


async def disposal_signs(step: Step[Interference, Any]) -> tuple[str, ...]:
    """Return the principal leader where the entry becomes a clue. Rule: 1.7, C3."""
    return ("S3",) if step.command.outcome is InterferenceOutcome.TRANSFERRED_AS_CLUE else ()


async def interference_facts(step: Step[Interference, Any]) -> InterferenceFacts:
    """Say whether whoever disposes of the entry reported it themselves."""
    known = await grantees_of(step.tx, step.subject.id)
    own = any(one.grantee == step.actor.id and one.capacity == REGISTRANT for one in known)
    return InterferenceFacts(is_registrant=own)
