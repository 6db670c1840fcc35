"""Official documents as Word: an editable template for each, filled from what the object says.

A service registers a `Document` for a process; `service.document_routes` makes its route. Nothing is stored: a
document is written anew whenever somebody who may have it asks, and every asking is audited.
"""

from shared.directory.names import OfficerName, OrganisationName
from shared.documents.document import Document, Documents, Fields, Placeholders, Rows
from shared.documents.template import TemplateBroken, Templates
from shared.documents.values import Chart, Joined, Value

__all__ = [
    "Chart", "Document", "Documents", "Fields", "Joined", "OfficerName", "OrganisationName", "Placeholders", "Rows",
    "TemplateBroken", "Templates", "Value",
]  # fmt: skip
