"""Identity keeps to its document, whatever it is asked, by whomever: every limit, and much at random."""

from __future__ import annotations

import pytest

from tests.identity.test_document import walk_of
from tests.support.figures import Figures
from tests.support.fuzz_cases import LARGE
from tests.support.town import Town


@pytest.mark.nightly
@pytest.mark.timeout(3600)
async def test_identity_keeps_to_its_document_at_length(town: Town, figures: Figures) -> None:
    walk = await walk_of(town)

    await walk.through(LARGE)

    walk.conclude(figures)
