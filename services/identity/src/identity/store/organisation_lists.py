"""Lists of organisations: parameters, conditions, order."""

from typing import Annotated, Any

import sqlalchemy as sa
from pydantic import Field

from identity.domain.kinds import OrganisationKind
from identity.store.organisations import organisations
from shared.http.filters import Filters, any_of, is_true
from shared.http.paging import PageQuery, Sorting


class OrganisationQuery(PageQuery):
    """机构列表的筛选条件 · filters of the list of organisations."""

    kind: Annotated[tuple[OrganisationKind, ...], Field(description="机构类别，可重复 · kinds")] = ()
    parent: Annotated[
        str | None, Field(max_length=63, description="上级机构代码 · code of the one above")
    ] = None
    within: Annotated[
        str | None, Field(max_length=400, description="某路径及其以下 · a path and everything below it")
    ] = None
    is_open: Annotated[bool | None, Field(description="是否存续 · still exists")] = None


def _within(path: str) -> sa.ColumnElement[bool]:
    below = [organisations.c.path.startswith(f"{path}{step}", autoescape=True) for step in "/:"]
    return sa.or_(organisations.c.path == path, *below)


def _below(code: str) -> sa.ColumnElement[bool]:
    above = organisations.alias("above")
    return organisations.c.parent_id == sa.select(above.c.id).where(above.c.code == code).scalar_subquery()


ORGANISATIONS = Sorting(
    {"path": organisations.c.path, "code": organisations.c.code}, default="path", last=organisations.c.id
)
FILTERS = Filters(
    OrganisationQuery,
    {
        "kind": any_of(organisations.c.kind),
        "parent": _below,
        "within": _within,
        "is_open": is_true(organisations.c.closed_on.is_(None)),
    },
)


def select_organisations(query: OrganisationQuery) -> sa.Select[Any]:
    """Return the statement of a list, without its window."""
    return sa.select(organisations).where(*FILTERS.conditions(query))
