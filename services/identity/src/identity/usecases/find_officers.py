"""Lists of officers: those in the places one's roles cover."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from identity.store.officer_lists import CONDITIONS, SORTING, OfficerQuery, named_like
from identity.store.officers import by_logins, by_names, officers_by_ids
from identity.usecases.officer_process import OFFICERS
from identity.usecases.officer_views import OfficerNameOut, name_of
from shared.http.answers import Answer
from shared.http.models import Input, Line, Output
from shared.http.paging import PageBody
from shared.http.problems import Problem
from shared.process.desk import Call, Desk
from shared.process.listing import Listing, Search
from shared.sheets.columns import Column, Kind


class NameOfficers(Input):
    """按 id 查询姓名，供界面显示；各服务另可按登录名和姓名查询 · whose names are asked for."""

    ids: Annotated[list[UUID], Field(max_length=100)] = []
    logins: Annotated[list[Annotated[str, Line(1, 63)]], Field(max_length=100)] = []
    names: Annotated[list[Annotated[str, Line(1, 100)]], Field(max_length=100)] = []


class NamesOut(Output):
    """Names of officers; unknown ids are left out."""

    items: list[OfficerNameOut]


class SearchOfficers(PageBody):
    """按姓名或登录名检索 · a name or login, or part of one."""

    q: Annotated[str, Line(1, 60)]


OFFICER_LIST = Listing(
    OFFICERS,
    query=OfficerQuery,
    sorting=SORTING,
    conditions=CONDITIONS,
    search=Search(SearchOfficers, lambda _, body, __: [named_like(body.q)]),
    columns=(
        Column("login", "登录名"),
        Column("name", "姓名"),
        Column("position", "职务"),
        Column("joined_on", "到岗日期", kind=Kind.DAY, width=12),
        Column("left_on", "离岗日期", kind=Kind.DAY, width=12),
    ),
)


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
