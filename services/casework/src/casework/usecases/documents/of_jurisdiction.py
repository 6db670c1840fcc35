"""What goes along with a clue or case that another organ has from now on. Rule: E6, SL Arts 16-17."""

from typing import Any

from casework.domain.clue import Clue
from casework.domain.clue_lifecycle import ClueAction
from casework.store.papers import PAPERS
from casework.usecases.documents.written import NO_NAME, listed, officers, paper_fields
from shared.clocks.counting import day_of
from shared.db import Reader
from shared.directory.paths import code_of
from shared.documents import Document, OrganisationName, Value
from shared.documents.gathering import moved_on
from shared.process.desk import Desk
from shared.process.process import Viewer


async def handover(reader: Reader, desk: Desk, matter: Any, _: Viewer) -> dict[str, Value]:
    """Return why the organ has it, and how it stood when it came. A clue is signed for on receipt, by C3."""
    paper = await paper_fields(reader, desk, matter.id, "jurisdiction")
    signed = matter if isinstance(matter, Clue) and matter.signed_for_by and matter.signed_for_at else None
    return {
        "number_before": paper.get("number") or "",
        "form": listed(desk, "jurisdiction_form", paper["form"]),
        "receiver": OrganisationName(paper["organ"]),
        "receiving_office": OrganisationName(code_of(matter.holder_path)),
        "is_disputed": paper["is_disputed"],
        "ground": paper["ground"],
        "handover": paper["handover"],
        "handed_over_on": await moved_on(reader, matter.id, ClueAction.DESIGNATE),
        "received_by": officers([signed.signed_for_by or ""]) if signed else NO_NAME,
        "signed_on": day_of(signed.signed_for_at) if signed and signed.signed_for_at else NO_NAME,
    }


def jurisdiction_handover(permission: str) -> Document:
    """Return the document, for who reads papers of that kind of matter."""
    return Document(
        "jurisdiction-handover", ("管辖移交单", "Handover of jurisdiction"), permission, handover,
        {"number_before": "原编号", "form": "管辖方式", "receiver": "管辖机关", "receiving_office": "接收部门",
         "is_disputed": "是否存在管辖争议", "ground": "理由和依据", "handover": "交接情况", "handed_over_on": "移交日期",
         "received_by": "接收人", "signed_on": "签收日期"},
        is_written=PAPERS.has("jurisdiction"),
    )  # fmt: skip
