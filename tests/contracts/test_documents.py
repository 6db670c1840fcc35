"""Every document a service declares has a sound template and an outline, and no template lies about unused."""

from __future__ import annotations

from importlib import import_module

import pytest

from huiying.services import WITH_DATABASE
from shared.clock import FakeClock
from shared.documents import Rows, Templates
from shared.documents.render import render
from shared.service.spec import ServiceSpec

from tests.architecture.tree import ROOT
from tests.support.papers import text_of


def spec_of(service: str) -> ServiceSpec:
    spec: ServiceSpec = import_module(f"{service}.app").SPEC
    return spec


@pytest.mark.parametrize("service", WITH_DATABASE)
def test_templates_outlines_and_documents_are_the_same(service: str) -> None:
    folder = ROOT / f"services/{service}/src/{service}/documents"
    documents = {(one.name, one.title, *one.placeholders) for one in spec_of(service).every_document}
    names = [name for name, *_ in documents]  # one document of several kinds of matter is one

    assert len(names) == len(set(names))
    assert {path.stem for path in folder.glob("*.docx")} == set(names)
    assert {path.stem for path in folder.glob("*.txt")} == set(names)


@pytest.mark.parametrize("service", WITH_DATABASE)
def test_every_template_asks_only_for_what_its_document_offers_and_can_be_filled(
    service: str, clock: FakeClock
) -> None:
    documents = spec_of(service).every_document
    if not documents:
        return
    templates = Templates(service)
    for document in documents:
        fields = {
            name: [dict.fromkeys(meaning, "<值>")] if isinstance(meaning, Rows) else "<值>"
            for name, meaning in document.may_use.items()
        }
        filled = text_of(render(templates.get(document), document, fields, clock.now()))
        assert "{{" not in filled, document.name
        assert "<值>" in filled, document.name
