"""Write a document for somebody: decide, record, gather, ask for the names, fill the template."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from shared.audit.record import audit
from shared.directory.names import OrganisationName, ask
from shared.directory.paths import code_of, organ_of
from shared.documents.document import Document
from shared.documents.render import render
from shared.documents.template import TemplateBroken, Templates
from shared.documents.values import Value, read_out, wanted
from shared.http.answers import Answer
from shared.http.problems import Problem
from shared.lifecycle import Refused
from shared.process.desk import Call, Desk
from shared.process.load import load_for
from shared.process.perform import refusal
from shared.process.process import Process, Viewer


async def list_documents(
    desk: Desk, process: Process[Any], documents: Sequence[Document], object_id: UUID, call: Call
) -> Answer:
    """List the documents that exist for an object as it stands and that the caller may have.

    Raises: Problem `not_found`.
    """
    permission = process.permission("read")
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        subject, facts = await load_for(tx, desk, process, object_id, call, permission, lock=False)
        audit(
            tx, call.actor, call.at, action=permission, object_type=process.name, object_id=object_id,
            field_group="documents", request_id=call.request_id,
        )  # fmt: skip
        items = [
            {"name": one.name, "title_zh": one.title[0], "title_en": one.title[1]}
            for one in documents
            if desk.permissions.decide(call.actor, one.permission, facts, call.at).allowed
            and await one.can_be_had(tx, subject)
        ]
    return Answer(200, {"items": items})


async def write_document(
    desk: Desk, process: Process[Any], document: Document, object_id: UUID, call: Call
) -> tuple[str, bytes]:
    """Return a document's file name and content. It is recorded before anybody is asked for a name.

    Raises: Problem `not_found`, `forbidden`, `document_not_yet`, `document_template_broken`; Unavailable.
    """
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        subject, facts = await load_for(tx, desk, process, object_id, call, document.permission, lock=False)
        if not await document.can_be_had(tx, subject):
            raise Problem("document_not_yet")
        viewer = Viewer(call.actor, facts, call.at)
        try:
            fields = {**_common(subject, call), **await document.fields(tx, desk, subject, viewer)}
        except Refused as refused:
            raise refusal(refused) from refused
        audit(
            tx, call.actor, call.at, action="document:write", object_type=process.name, object_id=object_id,
            field_group=f"document:{document.name}", purpose=call.purpose, request_id=call.request_id,
        )  # fmt: skip
    names = await ask(desk.clients["identity"], wanted(fields))
    try:
        template = _templates_of(desk).get(document)
        filled = await asyncio.to_thread(render, template, document, read_out(fields, names), call.at)
    except TemplateBroken as broken:
        raise Problem(broken.code, document=broken.document, faults="; ".join(broken.faults)) from broken
    return f"{document.title[0]} {subject.number or ''}".strip() + ".docx", filled


def _common(subject: Any, call: Call) -> dict[str, Value]:
    return {
        "number": subject.number,
        "organ": OrganisationName(code_of(organ_of(subject.holder_path))),
        "office": OrganisationName(code_of(subject.holder_path)),
        "printed_on": call.today,
    }


def _templates_of(desk: Desk) -> Templates:
    templates: Templates | None = desk.templates
    if templates is None:
        raise RuntimeError(f"{desk.service} writes no documents")
    return templates
