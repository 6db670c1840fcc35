"""What the moves of a secondment change besides its state: whose days, whose rights, what training learns of it."""

from datetime import date
from typing import Any

from casework.domain.linkage.capacities import SECONDED
from casework.domain.linkage.secondment import Secondment, days_lent, window
from casework.store.linkage.circle import extend
from casework.store.linkage.team import prolong, remove_from_team
from casework.usecases.linkage.secondment_bodies import (
    AppraiseOfficer,
    CounterSecondment,
    ProposeExtension,
)
from casework.usecases.linkage.secondment_facts import Found
from casework.usecases.writing import write
from shared.auth.rls import past_sight
from shared.clock import ZONE
from shared.directory.paths import code_of
from shared.needtoknow.store import end, grant
from shared.process.process import Changes, Step


async def counter_secondment(step: Step[Secondment, CounterSecondment]) -> Changes:
    """Keep what the home body offers instead."""
    one, command, found = step.subject, step.command, step.prepared
    columns: dict[str, Any] = {"other_from_on": command.from_on, "other_to_on": command.to_on}
    if found.officer is not None:
        columns |= {
            "other_officer_id": str(found.officer.id),
            "other_login": found.officer.login,
            "other_officer_path": found.officer.path,
        }
    return Changes(columns=columns, event={"home_body": one.home_path})


async def accept_secondment(step: Step[Secondment, Any]) -> Changes:
    """Take the officer and the period agreed on; the officer learns of the loan."""
    one, found = step.subject, step.prepared
    columns: dict[str, Any] = {
        "from_on": one.other_from_on or one.from_on,
        "to_on": one.other_to_on or one.to_on,
    }
    if one.other_officer_id:
        columns |= {
            "officer_id": one.other_officer_id,
            "login": one.other_login,
            "officer_path": one.other_officer_path,
        }
    officer_id = str(_officer(found).id)
    grant(step.tx, one.id, officer_id, SECONDED, by=step.actor.id, since=step.at)
    return Changes(columns=columns, event=_told(one) | _days(columns["from_on"], columns["to_on"]))


async def withdraw_secondment(step: Step[Secondment, Any]) -> Changes:
    """Take a request back; an officer who was already in the team leaves it."""
    one = step.subject
    await remove_from_team(step.tx, one.task_id, one.officer_id, by=step.actor.id, at=step.at)
    await end(step.tx, one.id, by=step.actor.id, at=step.at, capacity=SECONDED)
    return Changes(event=_told(one))


async def propose_extension(step: Step[Secondment, ProposeExtension]) -> Changes:
    """Keep until when the lead office would have the officer; the answer is charged to the home body."""
    one = step.subject
    return Changes(columns={"extended_to_on": step.command.to_on}, clock_holder=one.home_path)


async def agree_extension(step: Step[Secondment, Any]) -> Changes:
    """Move the end of the loan, and with it the end of every right that ends with it."""
    one = step.subject
    to_on = one.extended_to_on or one.to_on
    until = window(one.from_on, to_on, step.at, ZONE).until
    async with past_sight(step.tx):  # the home body sees neither team nor task
        await prolong(step.tx, one.task_id, one.officer_id, until)
    await extend(step.tx, one.task_id, one.officer_id, until, step.at)
    return Changes(
        columns={"to_on": to_on, "extended_to_on": None}, event=_told(one) | _days(one.from_on, to_on)
    )


async def refuse_extension(step: Step[Secondment, Any]) -> Changes:
    """Leave the end where it was."""
    return Changes(columns={"extended_to_on": None}, event=_told(step.subject))


async def return_officer(step: Step[Secondment, Any]) -> Changes:
    """End the loan today: the officer leaves the team and knows nothing of it from this moment on."""
    return await _ended(step, step.today)


async def lapse_secondment(step: Step[Secondment, Any]) -> Changes:
    """End a loan whose days are over, or whose task is."""
    return await _ended(step, min(step.subject.to_on, step.today))


async def appraise_officer(step: Step[Secondment, AppraiseOfficer]) -> Changes:
    """Keep the grade, and tell the officer's own record what was practised, where and how long.

    Rule: E4; a finished secondment is a practice record.
    """
    one, command = step.subject, step.command
    await write(step, "secondment", "appraisal")
    ended_on = one.ended_on or one.to_on
    told = {
        "officer_id": one.officer_id,
        "grade": command.grade.value,
        "skill": one.skill,
        "days": days_lent(one.from_on, ended_on, one.from_on, ended_on),
    }
    return Changes(
        columns={"grade": command.grade.value}, event=_told(one) | _days(one.from_on, ended_on) | told
    )


async def _ended(step: Step[Secondment, Any], on: date) -> Changes:
    one = step.subject
    async with past_sight(step.tx):  # the home body sees neither team nor task
        await remove_from_team(step.tx, one.task_id, one.officer_id, by=step.actor.id, at=step.at)
    return Changes(
        columns={"ended_on": max(on, one.from_on), "extended_to_on": None},
        event=_told(one) | {"ended_on": on.isoformat()},
    )


def _officer(found: Found) -> Any:
    if found.officer is None:
        raise RuntimeError("the guard lets nobody unknown through")
    return found.officer


def _told(one: Secondment) -> dict[str, Any]:
    return {"task_id": str(one.task_id), "home_body": one.home_path, "lead_office": code_of(one.holder_path)}


def _days(from_on: date, to_on: date) -> dict[str, Any]:
    return {"from_on": from_on.isoformat(), "to_on": to_on.isoformat()}
