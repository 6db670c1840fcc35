"""Read the tree of organisations: every officer may, for every hand-over names one."""

from typing import Annotated

from pydantic import Field

from identity.store.organisation_lists import ORGANISATIONS, OrganisationQuery, select_organisations
from identity.store.organisations import maybe_organisation, organisation_of, tree
from identity.usecases.organisation_views import OrganisationOut, show, show_with_references
from identity.usecases.sight import may
from shared.http.answers import Answer
from shared.http.models import Output
from shared.http.problems import Problem
from shared.process.desk import Call, Desk


class TreeOut(Output):
    """The whole tree, each organisation after the one above it."""

    items: Annotated[list[OrganisationOut], Field(description="按路径先后 · in the order of paths")]


async def list_organisations(desk: Desk, query: OrganisationQuery, call: Call) -> Answer:
    """Return a page of organisations. Raises: Problem `forbidden`."""
    may(desk, call, "organisation:read")
    window = desk.cursors.window(ORGANISATIONS, query, caller=call.actor.id)
    async with desk.db.reader() as reader:
        rows = await reader.all(window.apply(select_organisations(query)))
        found = [organisation_of(row) for row in rows[: window.limit]]
        shown = await show_with_references(reader, found)
    return Answer(
        200, {"items": [one.model_dump() for one in shown], "next_cursor": window.next_cursor(rows)}
    )


async def show_tree(desk: Desk, call: Call, *, with_closed: bool) -> Answer:
    """Return every organisation at once. Raises: Problem `forbidden`."""
    may(desk, call, "organisation:read")
    async with desk.db.reader() as reader:
        found = await tree(reader, with_closed=with_closed)
    codes = {one.id: one.code for one in found}
    return Answer(200, TreeOut(items=[show(one, codes) for one in found]))


async def show_organisation(desk: Desk, code: str, call: Call) -> Answer:
    """Return one organisation. Raises: Problem `forbidden`, `not_found`."""
    may(desk, call, "organisation:read")
    async with desk.db.reader() as reader:
        organisation = await maybe_organisation(reader, code)
        if organisation is None:
            raise Problem("not_found")
        shown = (await show_with_references(reader, [organisation]))[0]
    return Answer(200, shown, etag=organisation.version)
