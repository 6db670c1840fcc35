"""What intake adds to a whole matter: what people wrote, the dialogue, officers' papers; never who the reporter is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from intake.store.contents import read_content, read_messages
from intake.store.papers import papers_of
from intake.usecases.documents.registered import DOCUMENTS
from intake.usecases.processes import DEMANDS, REPORTS
from shared.db import Reader
from shared.process.desk import Desk
from shared.process.process import Process, Viewer
from shared.whole.gather import Whole


def _texts_of(process: Process[Any]) -> Any:
    async def texts(reader: Reader, desk: Desk, matter: Any, viewer: Viewer) -> Mapping[str, Any]:
        """Return the texts for who may read them."""
        may = desk.permissions.decide(viewer.actor, process.permission("read_text"), viewer.facts, viewer.at)
        if not may.allowed:
            return {}
        told = await read_content(reader, desk.seals, matter.id)
        messages = await read_messages(reader, desk.seals, matter.id)
        return {
            "text": {
                "content": told.text,
                "subjects": told.subjects,
                "address": told.address,
                "messages": messages,
            },
            "papers": await papers_of(reader, desk.seals, matter.id),
        }

    return texts


WHOLES = tuple(
    Whole(process, DOCUMENTS.get(process.name, ()), _texts_of(process)) for process in (REPORTS, DEMANDS)
)
