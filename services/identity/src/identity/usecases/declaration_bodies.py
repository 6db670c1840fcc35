"""What is sent and shown of declarations."""

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from identity.domain.relations import RelationKind
from identity.usecases.create_organisation import Code
from shared.http.models import Day, Input, Instant, Line, Output

Name = Annotated[str, Line(1, 100)]


class DeclareRelation(Input):
    """申报关系：亲属、利害关系 · a relative or an interest."""

    kind: RelationKind
    name: Name
    organisation: Code | None = None
    unit: Name | None = None
    position: Name | None = None


class DeclarePost(Input):
    """登记曾任职务：机构代码与单位名称至少填一项 · a former post."""

    organisation: Code | None = None
    unit: Name | None = None
    position: Name | None = None
    from_on: Day
    to_on: Day | None = None

    @model_validator(mode="after")
    def _names_a_unit_and_an_order(self) -> Self:
        if self.organisation is None and self.unit is None:
            raise PydanticCustomError("unit_missing", "organisation or unit")
        if self.to_on is not None and self.to_on < self.from_on:
            raise PydanticCustomError("period_reversed", "reversed")
        return self


class RelationOut(Output):
    """A declared relation."""

    id: UUID
    kind: RelationKind
    name: str
    organisation: str | None
    unit: str | None
    position: str | None
    declared_at: Instant


class RelationsOut(Output):
    """An officer's relations."""

    items: list[RelationOut]


class PostOut(Output):
    """A former post."""

    id: UUID
    organisation: str | None
    unit: str | None
    position: str | None
    from_on: date
    to_on: date | None
    declared_at: Instant


class PostsOut(Output):
    """An officer's former posts."""

    items: list[PostOut]


class RecusalFactsOut(Output):
    """What a service needs to see whether an officer must step aside."""

    officer_id: UUID
    name: str
    organisation: str
    organisation_path: str
    state: str
    relations: list[RelationOut]
    former_posts: list[PostOut]
