"""Lists of officers: those in the places one's roles cover."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from identity.store.officer_lists import FILTERS, SORTING, OfficerQuery, named_like
from identity.store.officers import by_logins, by_names, officers_by_ids
from identity.usecases.officer_process import OFFICERS
from identity.usecases.officer_views import OfficerNameOut, name_of
from shared.http.answers import Answer
from shared.http.models import Input, Line, Output
from shared.http.paging import PageQuery
from shared.http.problems import Problem
from shared.process.desk import Call, Desk
from shared.process.read import count_objects, list_objects


class SearchOfficers(Input):
    """按姓名或登录名检索 · a name or login, or part of one."""

    q: Annotated[str, Line(1, 60)]
    limit: Annotated[int, Field(ge=1, le=100)] = 20
    cursor: Annotated[str, Field(max_length=2000)] | None = None


class NameOfficers(Input):
    """按 id 查询姓名，供界面显示；各服务另可按登录名和姓名查询 · whose names are asked for."""

    ids: Annotated[list[UUID], Field(max_length=100)] = []
    logins: Annotated[list[Annotated[str, Line(1, 63)]], Field(max_length=100)] = []
    names: Annotated[list[Annotated[str, Line(1, 100)]], Field(max_length=100)] = []


class NamesOut(Output):
    """Names of officers; unknown ids are left out."""

    items: list[OfficerNameOut]


async def list_officers(desk: Desk, query: OfficerQuery, call: Call) -> Answer:
    """Return a page of officers the caller may see. Raises: Problem `forbidden`."""
    window = desk.cursors.window(SORTING, query, caller=call.actor.id)
    return await list_objects(desk, OFFICERS, FILTERS.conditions(query), window, call)


async def count_officers(desk: Desk, query: OfficerQuery, call: Call) -> Answer:
    """Count the officers the caller may see. Raises: Problem `forbidden`."""
    return await count_objects(desk, OFFICERS, FILTERS.conditions(query), call)


async def search_officers(desk: Desk, body: SearchOfficers, call: Call) -> Answer:
    """Return a page of officers found by name or login. Raises: Problem `forbidden`."""
    conditions = named_like(body.q)
    query = _SearchQuery(limit=body.limit, cursor=body.cursor, q=body.q)
    window = desk.cursors.window(SORTING, query, caller=call.actor.id)
    return await list_objects(desk, OFFICERS, conditions, window, call)


class _SearchQuery(PageQuery):
    q: str


async def name_officers(desk: Desk, body: NameOfficers, call: Call) -> Answer:
    """Return the names behind ids: whoever was shown an id was allowed to see who it is.

    Raises: Problem `forbidden` when anybody but a service asks by login or name, which can be guessed.
    """
    if (body.logins or body.names) and call.actor.kind != "service":
        raise Problem("forbidden")
    async with desk.db.reader() as reader:
        found = await officers_by_ids(reader, body.ids)
        named = await by_logins(reader, body.logins)
        namesakes = await by_names(reader, body.names)
    items = [name_of(found[one]) for one in dict.fromkeys(body.ids) if one in found]
    items += [name_of(named[one]) for one in dict.fromkeys(body.logins) if one in named]
    items += [name_of(one) for one in namesakes]
    return Answer(200, NamesOut(items=items))
