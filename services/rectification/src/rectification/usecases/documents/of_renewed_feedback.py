"""The letter of renewed feedback to an inspected organisation. Rule: F10."""

from rectification.domain.organization_lifecycle import INSPECTED_ORGANIZATION
from rectification.domain.supervision import ReFeedback
from rectification.usecases.documents.of_recommendations import paper_fields
from shared.db import Reader
from shared.directory.paths import code_of
from shared.documents import Document, OrganisationName, Rows, Value
from shared.lifecycle import Refused
from shared.process.desk import Desk
from shared.process.load import load_many, load_subject
from shared.process.process import Viewer


async def re_feedback_letter(reader: Reader, desk: Desk, one: ReFeedback, _: Viewer) -> dict[str, Value]:
    """Return which items are not done, what is expected, and by when."""
    organization = await load_subject(
        reader, desk.processes[INSPECTED_ORGANIZATION.name], one.inspected_organization_id, lock=False
    )
    if organization is None:
        raise Refused("document_not_yet")
    letter = await paper_fields(reader, desk, one.id, "letter")
    items = await load_many(reader, desk.processes["rectification_item"], one.items)
    return {
        "addressee": OrganisationName(code_of(organization.organisation_path)),
        "text": letter["text"],
        "items": [{"number": item.number, "title": item.title, "due_on": item.due_on} for item in items],
        "reply_by": one.reply_by,
        "delivered_on": one.delivered_on,
    }


RE_FEEDBACK_DOCUMENTS = (
    Document(
        "re-feedback-letter", ("再反馈函", "Letter of renewed feedback"), "re_feedback:read", re_feedback_letter,
        {"addressee": "受文党组织", "text": "再反馈意见",
         "items": Rows("未完成事项", number="编号", title="事项", due_on="期限"),
         "reply_by": "答复期限", "delivered_on": "送达日期"},
    ),
)  # fmt: skip
