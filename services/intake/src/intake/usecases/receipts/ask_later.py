"""Closed is not solved: what is closed today is asked about again three months later."""

from datetime import date
from typing import Any

from intake.store.surveys import Survey, open_survey
from shared.clocks.counting import months_later
from shared.process.desk import Desk
from shared.process.process import Step

ASKED_AFTER_MONTHS = 3
"""A default of this product (P)."""


async def ask_later(step: Step[Any, Any], object_type: str) -> None:
    """Open the survey of a matter that is being closed; its reporter answers it by receipt, once."""
    await open_survey(step.tx, object_type, step.subject.id, months_later(step.today, ASKED_AFTER_MONTHS))


def lapses_on(desk: Desk, survey: Survey) -> date:
    """Return the last day on which the survey is answered, by the deployment's period (P)."""
    return months_later(survey.opens_on, desk.settings.survey_open_months)
