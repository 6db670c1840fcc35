"""Documents about a secondment: the letter by which an officer is asked for and lent, the appraisal.

The home body reads both, so neither says anything of the matter. Rule: E4.
"""

from casework.domain.linkage.secondment import Secondment
from casework.domain.linkage.secondment_lifecycle import SecondmentAction as A
from casework.domain.linkage.secondment_lifecycle import SecondmentState as S
from casework.store.papers import PAPERS
from casework.usecases.documents.written import listed, paper_fields
from shared.db import Reader
from shared.directory.paths import code_of
from shared.documents import Document, OfficerName, OrganisationName, Placeholders, Value
from shared.documents.gathering import moved_on
from shared.process.desk import Desk
from shared.process.process import Viewer

_SECONDMENT: Placeholders = {
    "home": "派出单位", "officer": "抽调人员", "workplace": "抽调人员所在单位", "from_on": "起始日期", "to_on": "终止日期",
}  # fmt: skip


async def secondment_letter(reader: Reader, _: Desk, one: Secondment, __: Viewer) -> dict[str, Value]:
    """Return who is asked for, from when to when; what was agreed on, once it was."""
    return {**_described(one), "asked_on": await moved_on(reader, one.id, "create")}


async def appraisal(reader: Reader, desk: Desk, one: Secondment, _: Viewer) -> dict[str, Value]:
    """Return how the officer did."""
    paper = await paper_fields(reader, desk, one.id, "appraisal")
    return {
        **_described(one),
        "ended_on": one.ended_on,
        "grade": listed(desk, "secondment_grade", one.grade),
        "comment": paper["comment"],
        "appraised_on": await moved_on(reader, one.id, A.APPRAISE),
    }


def _described(one: Secondment) -> dict[str, Value]:
    return {
        "home": OrganisationName(code_of(one.home_path)),
        "officer": OfficerName(one.officer_id),
        "workplace": OrganisationName(code_of(one.officer_path)),
        "from_on": one.from_on,
        "to_on": one.to_on,
    }


SECONDMENT_DOCUMENTS = (
    Document(
        "secondment-letter", ("抽调函", "Letter of secondment"), "secondment:read", secondment_letter,
        {**_SECONDMENT, "asked_on": "发函日期"},
        exists=lambda one: one.state not in (S.DECLINED, S.WITHDRAWN),
    ),
    Document(
        "secondment-appraisal", ("抽调人员考评表", "Appraisal of a seconded officer"), "secondment:read_papers",
        appraisal,
        {**_SECONDMENT, "ended_on": "返回日期", "grade": "考评等次", "comment": "考评意见", "appraised_on": "考评日期"},
        is_written=PAPERS.has("appraisal"),
    ),
)  # fmt: skip
