"""U-1 to U-7: an urging goes out to its audience, is answered, found wanting, or carried on harder."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from intake.domain.chasing import ADDRESSED, GRADES, INFORMED, Level, above, audience, rises
from intake.domain.report_lifecycle import REPORT
from intake.domain.urging_lifecycle import Urging, UrgingFacts
from intake.store.urgings import chased_before, open_letters
from intake.usecases.chasing.draft_urging import DraftUrging, check_ahead, keep, urging_on
from shared.clocks import store as clocks
from shared.directory.paths import code_of, organ_of
from shared.http.models import Day, Text
from shared.needtoknow.store import grant
from shared.numbering import next_number
from shared.process.bodies import Command
from shared.process.desk import Call
from shared.process.load import load_subject
from shared.process.process import Changes, Step

Into = Literal["urging", "reminder_interview", "discipline_recommendation", "supervisory_recommendation"]
ANSWER_BY = "P-U"


class AnswerUrging(Command):
    """答复督办 · what was done, and when the matter will be."""

    reply: Annotated[str, Text(4, 5000), Field(description="答复内容 · reply")]


class ReturnUrging(Command):
    """退回补充答复 · what is missing, and by when."""

    due_on: Annotated[Day, Field(description="补充答复期限 · answer by")]


class EscalateUrging(Command):
    """升级 · a harder urging, or after red a talk or a formal suggestion."""

    into: Annotated[Into, Field(description="升级为 · what follows")] = "urging"


async def urging_facts(step: Step[Urging, Any]) -> UrgingFacts:
    """Gather what the guards of an urging look at."""
    urging = step.subject
    _, hardest = await chased_before(step.tx, urging.object_id, urging.to_path)
    late = urging.due_on is not None and urging.due_on < step.today
    harder = getattr(step.command, "into", "urging") == "urging"
    return UrgingFacts(
        level_rises=rises(Level(urging.level), hardest),
        is_overdue=late,
        next_is_right=harder == (above(Level(urging.level)) is not None),
    )


async def issue_signs(step: Step[Urging, Any]) -> tuple[str, ...]:
    """Return who signs an urging of this level."""
    return GRADES[Level(step.subject.level)].signs


async def answer_signs(step: Step[Urging, Any]) -> tuple[str, ...]:
    """Return who signs an answer: the unit's head, or the deputy leader of another commission about a report."""
    is_elsewhere = organ_of(step.subject.to_path) != organ_of(step.subject.holder_path)
    return ("S2",) if step.subject.object_type == REPORT.name and is_elsewhere else ("S1",)


async def issue_urging(step: Step[Urging, Command]) -> Changes:
    """Number the urging and tell its audience, which is wider the harder it is.

    Rule: U-1.
    """
    urging = step.subject
    due_on = urging.due_on or await answer_by(step, Level(urging.level))
    tell(step, urging)
    number = await next_number(step.tx, org=code_of(urging.holder_path), kind="urging", year=step.today.year)
    return Changes(
        columns={"number": str(number), "issued_on": step.today, "due_on": due_on},
        event={
            "of": urging.object_type, "object_id": str(urging.object_id), "level": urging.level, "to": urging.to_path,
            "due_on": due_on.isoformat(),
        },
        written={ANSWER_BY: due_on},
        clock_holder=urging.to_path,
    )  # fmt: skip


async def answer_by(step: Step[Any, Any], level: Level) -> date:
    """Return the last day of the working days a level gives."""
    calendar = await step.desk.calendar.current(step.tx)
    return calendar.working_day_after(step.today, GRADES[level].within)


def tell(step: Step[Any, Any], urging: Urging) -> None:
    """Let the addressee, and with a harder level those above it, know of the urging; never of the matter by it."""
    addressee, *others = audience(Level(urging.level), urging.to_path)
    grant(step.tx, urging.id, addressee, ADDRESSED, by=step.actor.id, since=step.at)
    for path in others:
        grant(step.tx, urging.id, path, INFORMED, by=step.actor.id, since=step.at)


async def answer_urging(step: Step[Urging, AnswerUrging]) -> Changes:
    """Keep the reply, sealed.

    Rule: U-4.
    """
    sealed = step.desk.seals.seal_text(step.command.reply, "urgings", step.subject.id, "reply")
    return Changes(columns={"reply": sealed, "answered_on": step.today})


async def return_urging(step: Step[Urging, ReturnUrging]) -> Changes:
    """Ask for a better answer; the first stays until the next comes.

    Raises: Problem `invalid_input` for a day that is not to come.
    Rule: U-5.
    """
    check_ahead(step.command.due_on, step.today)
    due_on = step.command.due_on
    return Changes(
        columns={"answered_on": None, "due_on": due_on},
        written={ANSWER_BY: due_on},
        clock_holder=step.subject.to_path,
    )


async def escalate_urging(step: Step[Urging, EscalateUrging]) -> Changes:
    """Say what follows: a harder urging is drafted at once, with the same letter; a suggestion, by who hears of it.

    Rule: U-7.
    """
    urging, into = step.subject, step.command.into
    await clocks.cancel(step.tx, urging.id, at=step.at, rules=[ANSWER_BY])
    if into == "urging":
        await _carry_on(step)
    return Changes(
        columns={"escalated_to": into},
        event={
            "into": into, "to": urging.to_path, "of": urging.object_type, "object_id": str(urging.object_id),
            "number": urging.number, "level": urging.level, "basis": urging.basis,
            "due_on": urging.due_on.isoformat() if urging.due_on else None,
        },
    )  # fmt: skip


async def lapse_urging(step: Step[Urging, Command]) -> Changes:
    """End an urging whose matter was answered or closed: nothing is left to answer.

    Rule: U-8.
    """
    await clocks.cancel(step.tx, step.subject.id, at=step.at, rules=[ANSWER_BY])
    return Changes()


async def _carry_on(step: Step[Urging, EscalateUrging]) -> None:
    urging, desk = step.subject, step.desk
    harder = above(Level(urging.level)) or Level.RED  # the guard lets red go on as something else only
    letter = (await open_letters(step.tx, desk.seals, urging.id))["letter"] or ""
    matter: Any = await load_subject(
        step.tx, desk.processes[urging.object_type], urging.object_id, lock=False
    )
    body = DraftUrging(kind=urging.kind, level=harder, basis="overdue", letter=letter)  # type: ignore[arg-type]
    follower = urging_on(
        matter, urging.object_type, urging.to_path, body, round_=urging.round + 1, follows=urging.id
    )
    call = Call(actor=step.actor, at=step.at, today=step.today)
    await keep(step.tx, desk, follower, letter, actor=step.actor, call=call)
