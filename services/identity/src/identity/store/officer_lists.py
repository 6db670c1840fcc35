"""Lists of officers: parameters, conditions, order."""

from types import MappingProxyType
from typing import Annotated

import sqlalchemy as sa
from pydantic import Field

from identity.domain.officer_lifecycle import OfficerState
from identity.store.officers import officers, organisations
from identity.store.rights import grants
from shared.auth.roles import Role
from shared.http.filters import Condition, any_of, found_in
from shared.http.paging import PageQuery, Sorting


class OfficerQuery(PageQuery):
    """人员列表的筛选条件；姓名检索请用 `_search` · filters of the list of officers."""

    state: Annotated[tuple[OfficerState, ...], Field(description="账号状态，可重复 · states")] = ()
    organisation: Annotated[str | None, Field(max_length=63, description="所在机构代码 · organisation")] = (
        None
    )
    within: Annotated[
        str | None,
        Field(max_length=400, description="某路径及其以下的机构 · organisations at and below a path"),
    ] = None
    role: Annotated[tuple[Role, ...], Field(description="持有的角色，可重复 · roles held")] = ()


def _organisation(code: str) -> sa.ColumnElement[bool]:
    found = sa.select(organisations.c.id).where(organisations.c.code == code).scalar_subquery()
    return officers.c.organisation_id == found


def _within(path: str) -> sa.ColumnElement[bool]:
    below = [officers.c.holder_path.startswith(f"{path}{step}", autoescape=True) for step in "/:"]
    return sa.or_(officers.c.holder_path == path, *below)


def _role(roles: tuple[Role, ...]) -> sa.ColumnElement[bool]:
    held = sa.select(grants.c.officer_id).where(
        grants.c.role.in_([role.value for role in roles]), grants.c.in_force
    )
    return officers.c.id.in_(held)


SORTING = Sorting(
    {"login": officers.c.login, "name": officers.c.name, "joined_on": officers.c.joined_on},
    default="login",
    last=officers.c.id,
)
CONDITIONS: MappingProxyType[str, Condition] = MappingProxyType(
    {"state": any_of(officers.c.state), "organisation": _organisation, "within": _within, "role": _role}
)
named_like = found_in(officers.c.search, officers.c.name, officers.c.login)
"""Finds a name or a login, or part of one."""
