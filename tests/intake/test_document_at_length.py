"""Intake keeps to its document, whatever it is asked, by whomever: every limit, and much at random."""

from __future__ import annotations

import pytest

from tests.intake.test_document import walk_of
from tests.support.figures import Figures
from tests.support.fuzz_cases import LARGE
from tests.support.house import House


@pytest.mark.nightly
@pytest.mark.timeout(3600)
async def test_intake_keeps_to_its_document_at_length(house: House, figures: Figures) -> None:
    walk = await walk_of(house)

    await walk.through(LARGE)

    walk.conclude(figures)
