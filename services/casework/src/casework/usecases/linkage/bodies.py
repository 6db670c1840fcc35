"""Fields that several bodies of joint work share."""

from datetime import date
from typing import Annotated

from pydantic import Field
from pydantic_core import PydanticCustomError

from shared.http.models import Day, Line, Text

Officer = Annotated[str, Line(1, 100), Field(description="登录名或者编号 · login or id")]
Officers = Annotated[list[Officer], Field(max_length=60, description="登录名或者编号 · logins or ids")]
Reason = Annotated[str, Text(2, 2000), Field(description="理由 · reason")]
FirstDay = Annotated[Day, Field(description="起始日期 · first day")]
LastDay = Annotated[Day, Field(description="终止日期 · last day")]


def in_order(first: date | None, last: date | None) -> None:
    """Refuse a period that ends before it begins. Raises: PydanticCustomError."""
    if first is not None and last is not None and last < first:
        raise PydanticCustomError("period_reversed", "a period ends before it begins")
