"""What the moves of a secondment take."""

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from casework.domain.linkage.secondment import Grade
from casework.usecases.linkage.bodies import LastDay, Officer, Reason, in_order
from shared.http.models import Day, Text
from shared.process.bodies import Command


class ReleaseOfficer(Command):
    """同意派出 · the home body lends the officer as asked."""


class CounterSecondment(Command):
    """提出替代建议 · another officer, another period, or both."""

    officer: Officer | None = None
    from_on: Annotated[Day | None, Field(description="起始日期 · first day")] = None
    to_on: Annotated[Day | None, Field(description="终止日期 · last day")] = None
    opinion: Reason

    @model_validator(mode="after")
    def _says_what_instead(self) -> Self:
        if self.officer is None and self.from_on is None and self.to_on is None:
            raise PydanticCustomError("alternative_missing", "another officer or period")
        in_order(self.from_on, self.to_on)
        return self


class DeclineSecondment(Command):
    """不同意派出 · why nobody is lent."""

    opinion: Reason


class ProposeExtension(Command):
    """提请延期 · until when."""

    to_on: LastDay


class AppraiseOfficer(Command):
    """考评 · how the officer did."""

    grade: Annotated[Grade, Field(description="考评等次 · grade")]
    comment: Annotated[str, Text(2, 2000), Field(description="考评意见 · comment")]
