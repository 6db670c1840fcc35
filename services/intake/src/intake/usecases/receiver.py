"""Find the organisation somebody wants to send a matter to, and see that it may receive it."""

from shared.db import Reader
from shared.directory.store import Organisation, find_organisation
from shared.lifecycle import Refused

HANDLING_KINDS = frozenset(
    {
        "supervision_office", "investigation_office", "party_style_office", "cadre_supervision_office",
        "case_review_office", "stationed_group", "dispatched_work_committee", "enterprise_school_discipline_body",
    }
)  # fmt: skip
LOWER_ORGANS = frozenset({"district_commission", "town_commission", "dispatched_work_committee"})
COMPETENT_KINDS = frozenset({"competent_department"})


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
