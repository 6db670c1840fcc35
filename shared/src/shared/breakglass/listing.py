"""The list of broken glass: what superiors look through."""

from __future__ import annotations

from types import MappingProxyType
from typing import Annotated
from uuid import UUID

from pydantic import Field

from shared.breakglass.record import BREAK_GLASSES
from shared.breakglass.tables import break_glasses
from shared.http.filters import equals
from shared.http.paging import Sorting
from shared.process.listing import Listing, ObjectQuery


class BreakGlassQuery(ObjectQuery):
    """Filters of the list of broken glass."""

    object_id: Annotated[UUID | None, Field(description="查阅的事项 · the object")] = None
    officer_id: Annotated[str | None, Field(max_length=100, description="查阅人编号 · who looked")] = None


BREAK_GLASS_LIST = Listing(
    BREAK_GLASSES,
    query=BreakGlassQuery,
    sorting=Sorting(
        {"created_at": break_glasses.c.created_at, "until": break_glasses.c.until},
        default="-created_at",
        last=break_glasses.c.id,
    ),
    conditions=MappingProxyType(
        {
            "object_id": equals(break_glasses.c.object_id),
            "officer_id": equals(break_glasses.c.officer_id),
        }
    ),
)
