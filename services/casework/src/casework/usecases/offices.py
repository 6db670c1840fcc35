"""Find the office somebody wants to hand a clue to, and the office whose ledger a clue stands in."""

from collections.abc import Iterable

from casework.domain.receivers import (
    CADRE_SUPERVISION_KIND,
    COMMISSION_KINDS,
    HANDLING_KINDS,
    LEDGER_KIND,
    REVIEW_KIND,
)
from shared.db import Reader
from shared.directory.paths import code_of, is_within, organ_of
from shared.directory.store import Organisation, find_by_kind, find_organisation
from shared.lifecycle import Refused


async def office(reader: Reader, code: str) -> Organisation:
    """Return the organisation with that code. Raises: Refused `organisation_unknown`."""
    found = await find_organisation(reader, code)
    if found is None:
        raise Refused("organisation_unknown", code=code)
    return found


def can_handle(organisation: Organisation) -> bool:
    """Say whether clues may be allocated to this office."""
    return organisation.kind in HANDLING_KINDS


async def handling_office_of(
    reader: Reader, organ: Organisation, code: str | None = None
) -> Organisation | None:
    """Return the office of an organ that handles what comes to it: the named one, else itself or its only one."""
    if code is not None:
        found = await find_organisation(reader, code)
        if found is None or organ_of(found.path) != organ_of(organ.path):
            return None
        return found if is_within(found.path, organ.path) and can_handle(found) else None
    if can_handle(organ):
        return organ
    kinds = sorted(HANDLING_KINDS - {CADRE_SUPERVISION_KIND, REVIEW_KIND})
    offices = [one for kind in kinds for one in await find_by_kind(reader, kind, within=f"{organ.path}/")]
    return offices[0] if len(offices) == 1 else None


async def office_at(reader: Reader, path: str) -> Organisation:
    """Return the organisation at a path. Raises: Refused `organisation_unknown`."""
    return await office(reader, code_of(path))


async def cadre_supervision_of(reader: Reader, path: str, otherwise: str) -> str:
    """Return the path of the office that supervises an organ's own cadres, if it has one."""
    organ = organ_of(path)
    found = await find_by_kind(reader, CADRE_SUPERVISION_KIND, within=organ)
    return next((one.path for one in found if organ_of(one.path) == organ), otherwise)


def keeps_apart(one: Organisation) -> bool:
    """Say whether this office holds what is about own staff. Rule: SoD-5."""
    return one.kind == CADRE_SUPERVISION_KIND


async def is_kept_apart(reader: Reader, path: str | None) -> bool:
    """Say whether the office at a path holds what is about own staff. Rule: SoD-5."""
    found = await find_organisation(reader, code_of(path)) if path else None
    return found is not None and keeps_apart(found)


async def are_commissions(reader: Reader, codes: Iterable[str]) -> bool:
    """Say whether any of these organisations is a commission, an office of one, or sent out by one. Rule: SoD-5."""
    for code in codes:
        found = await find_organisation(reader, code)
        organ = await find_organisation(reader, code_of(organ_of(found.path))) if found else None
        if organ is not None and organ.kind in COMMISSION_KINDS:
            return True
    return False


async def ledger_of(reader: Reader, path: str, otherwise: str) -> str:
    """Return the path of the case management office of the organ a path belongs to, if it has one."""
    organ = organ_of(path)
    if not organ:
        return otherwise
    for found in await find_by_kind(reader, LEDGER_KIND, within=organ):
        if organ_of(found.path) == organ:
            return found.path
    return otherwise
