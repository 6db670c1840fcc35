"""Whom a move names among the persons a case is about."""

from collections.abc import Iterable
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from shared.process.bodies import Command

SubjectId = Annotated[UUID, Field(description="当事人编号 · id of a person the case is about")]
Reason = Annotated[str, Field(description="理由，省略时取意见 · reason")]


def said(command: Command, *fields: str) -> bool:
    """Say whether one of these texts, or the opinion in their place, was written."""
    return any(getattr(command, field, "") for field in (*fields, "opinion"))


def unknown(named: Iterable[UUID], known: Iterable[Any]) -> int:
    """Count the ids that are none of the case's persons."""
    return len(set(named) - {one.id for one in known})


def left_out(named: Iterable[UUID], known: Iterable[Any]) -> int:
    """Count the case's persons that were not named."""
    return len({one.id for one in known} - set(named))
