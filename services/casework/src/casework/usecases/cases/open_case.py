"""D1: both principals have signed the clue's filing, so a case comes into the world; it is filed next."""

from dataclasses import replace
from typing import Any

from casework.domain.case import Case, Track
from casework.domain.case_lifecycle import CASE
from casework.domain.clue import Clue
from casework.domain.clue_lifecycle import LEDGER
from casework.domain.regime import regime_on
from casework.store.cases.cases import case_columns
from casework.store.cases.members import add_participant, verifiers_of
from shared.directory.paths import code_of, organ_of
from shared.ids import uuid7
from shared.needtoknow.store import grant, grantees_of
from shared.numbering import next_number
from shared.process.create import create
from shared.process.process import Step


async def open_case(step: Step[Clue, Any], track: Track) -> Case:
    """Queue the case; who verified is remembered for SoD-2, who keeps away from the clue keeps away from it.

    Rule: D1, 1.8, SoD-2, 1.6.
    """
    clue, tx = step.subject, step.tx
    organ = code_of(organ_of(clue.holder_path))
    case = _case(step, track)
    case = replace(case, number=str(await next_number(tx, org=organ, kind="case", year=step.today.year)))
    for known in await grantees_of(tx, clue.id):
        if known.capacity == LEDGER and known.is_live(step.at):
            grant(tx, case.id, known.grantee, LEDGER, by=step.actor.id, since=step.at)
    if clue.verification_id is not None:
        for member in await verifiers_of(tx, clue.verification_id):
            add_participant(tx, case.id, "preliminary", member, since=step.at, until=step.at)
    await create(
        tx, step.desk, step.desk.processes[CASE.name], case, rule="D1", action="create", actor=step.actor,
        at=step.at, trigger_on=step.today, columns=case_columns(case, step.at),
    )  # fmt: skip
    return case


def _case(step: Step[Clue, Any], track: Track) -> Case:
    clue = step.subject
    return Case(
        id=uuid7(),
        number=None,
        state=CASE.initial.value,
        version=1,
        holder_path=clue.holder_path,
        secrecy=clue.secrecy,
        clue_id=clue.id,
        verification_id=clue.verification_id,
        legal_regime=regime_on(step.today),
        case_type=clue.case_type,
        track=track.value,
        region=clue.region,
        field=clue.field,
    )
