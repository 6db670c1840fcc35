"""No list filters by a code there is not: every filter that takes codes says of which list they are."""

from __future__ import annotations

import pytest

from huiying.generated import spec_of
from huiying.services import WITH_DATABASE
from shared.process.listing import ObjectQuery
from shared.vocabularies import vocabularies_of

ORGANISATIONS = {"region", "to"}
"""Filters by organisations, which come and go: one that is closed still finds what it had."""


@pytest.mark.parametrize("service", WITH_DATABASE)
def test_every_filter_by_codes_knows_its_list(service: str) -> None:
    lists, known = spec_of(service).lists, vocabularies_of(service)
    for listing in lists:
        coded = {
            name
            for name, info in listing.query.model_fields.items()
            if "tuple[" in str(info.annotation) and "Annotated[str" in str(info.annotation)
        }
        own = coded - ORGANISATIONS - set(ObjectQuery.model_fields)
        assert own == set(listing.coded), listing.collection
        assert set(listing.coded.values()) <= set(known), listing.collection
