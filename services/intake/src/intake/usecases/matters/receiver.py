"""Find the organisation somebody wants to send a matter to, and see that it may receive it."""

from typing import Any

from shared.db import Reader
from shared.directory.store import Organisation, find_by_kind, find_organisation
from shared.lifecycle import Refused
from shared.process.process import Check, Step

HANDLING_KINDS = frozenset(
    {
        "supervision_office", "investigation_office", "party_style_office", "cadre_supervision_office",
        "case_review_office", "stationed_group", "dispatched_work_committee", "enterprise_school_discipline_body",
    }
)  # fmt: skip
LOWER_ORGANS = frozenset({"district_commission", "town_commission", "dispatched_work_committee"})
COMMISSIONS = frozenset({"city_commission", "district_commission", "town_commission"})
COMPETENT_KINDS = frozenset({"competent_department"})
SUPERVISING_KINDS = frozenset({"supervision_office"})
CADRE_SUPERVISION = frozenset({"cadre_supervision_office"})


async def receiver(reader: Reader, code: str, kinds: frozenset[str] | None) -> Organisation:
    """Return the organisation with that code, if its kind is one of those.

    Raises: Refused `organisation_unknown`, `receiver_not_competent`.
    """
    found = await find_organisation(reader, code)
    if found is None:
        raise Refused("organisation_unknown", code=code)
    if kinds is not None and found.kind not in kinds:
        raise Refused("receiver_not_competent", code=code)
    return found


def goes_to(kinds: frozenset[str] | None) -> Check:
    """Return the check that a move's receiver may receive it, before anybody signs."""

    async def check(step: Step[Any, Any]) -> None:
        if step.command.to is not None:
            await receiver(step.tx, step.command.to, kinds)

    return check


async def petition_office_of(reader: Reader, organ: Organisation) -> str:
    """Return the path of an organ's petition office; of the organ itself where it has none."""
    offices = await find_by_kind(reader, "petition_office", within=f"{organ.path}/")
    return offices[0].path if offices else organ.path
