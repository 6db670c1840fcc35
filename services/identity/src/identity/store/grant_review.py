"""Lists of grants for those who review them: parameters, conditions, order, place."""

from typing import Annotated, Any

import sqlalchemy as sa
from pydantic import Field

from identity.store.rights import GRANTS, grants, organisations
from shared.auth.predicate import Protected
from shared.auth.roles import Role
from shared.http.fields import Day
from shared.http.filters import Filters, any_of, equals, is_true, to_day
from shared.http.paging import PageQuery, Sorting

GRANT_PLACES = Protected("role_grants", '"role_grants"."id"', '"organisations"."path"', "'internal'")
"""A grant lies where its organisation lies, and is no secret inside."""


class GrantQuery(PageQuery):
    """角色核查的筛选条件 · filters of the review of grants."""

    role: Annotated[tuple[Role, ...], Field(description="角色，可重复 · roles")] = ()
    organisation: Annotated[
        str | None, Field(max_length=63, description="机构代码 · over which organisation")
    ] = None
    in_force: Annotated[bool | None, Field(description="今天是否生效 · holds today")] = None
    ended: Annotated[bool | None, Field(description="是否已终止，默认只列未终止的 · has ended")] = False
    ends_to: Annotated[Day | None, Field(description="截止日期不晚于 · ends on or before")] = None


GRANT_ORDER = Sorting(
    {"begins_on": grants.c.begins_on, "role": grants.c.role, "made_at": grants.c.made_at},
    default="-begins_on",
    last=grants.c.id,
)
_FILTERS = Filters(
    GrantQuery,
    {
        "role": any_of(grants.c.role),
        "organisation": equals(organisations.c.code),
        "in_force": is_true(grants.c.in_force),
        "ended": is_true(grants.c.ended_at.is_not(None)),
        "ends_to": to_day(grants.c.ends_on),
    },
)


def select_grants(query: GrantQuery, visible: sa.ColumnElement[bool] | sa.TextClause) -> sa.Select[Any]:
    """Return the statement of the list, without its window."""
    return GRANTS.where(visible, *_FILTERS.conditions(query))
