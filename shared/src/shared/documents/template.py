"""Templates: the `.docx` a service ships, or the one its operator put in its place, checked before it is used.

TemplateBroken   a template uses what its document does not offer, or cannot be read; says what and where
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, meta, nodes
from jinja2.sandbox import SandboxedEnvironment

from shared.documents.document import Document, Rows

ENVIRONMENT = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
"""Templates are edited by people: they get texts and lists, escape them, and reach nothing else."""


class TemplateBroken(Exception):
    """A template that cannot be filled. `faults` name every unknown placeholder."""

    code = "document_template_broken"

    def __init__(self, document: str, faults: Iterable[str]) -> None:
        self.document, self.faults = document, tuple(faults)
        super().__init__(f"{document}.docx: {'; '.join(self.faults)}")


class Templates:
    """The templates of one service; `instead` is a folder whose files go before the shipped ones."""

    def __init__(self, service: str, instead: Path | None = None) -> None:
        self._shipped = files(service).joinpath("documents")
        self._instead = instead
        self._sound: dict[str, bytes] = {}

    def get(self, document: Document) -> bytes:
        """Return a template that fits its document; a changed file is looked at again. Raises: TemplateBroken."""
        content = self._read(document.name)
        if self._sound.get(document.name) != content:
            if faults := list(faults_of(content, document.may_use)):
                raise TemplateBroken(document.name, faults)
            self._sound[document.name] = content
        return content

    def check(self, documents: Iterable[Document]) -> None:
        """Look at the operator's own, so that a service with a broken one does not start. Raises: TemplateBroken.

        What we ship is looked at by our tests, and when it is first used.
        """
        for document in documents:
            if self._own(document.name):
                self.get(document)

    def _own(self, name: str) -> Path | None:
        own = self._instead / f"{name}.docx" if self._instead else None
        return own if own and own.exists() else None

    def _read(self, name: str) -> bytes:
        try:
            if own := self._own(name):
                return own.read_bytes()
            return self._shipped.joinpath(f"{name}.docx").read_bytes()
        except OSError as error:
            raise TemplateBroken(name, [error.strerror or "unreadable"]) from error


def faults_of(template: bytes, may_use: Mapping[str, str | Rows]) -> Iterator[str]:
    """List what a template asks for and will not get, in every branch of it."""
    try:
        source = _source(template)
        parsed = ENVIRONMENT.parse(source)
        ENVIRONMENT.compile(ENVIRONMENT.parse(source))
    except TemplateError as error:
        yield error.message or "syntax"
        return
    except (BadZipFile, KeyError, ValueError) as error:
        yield f"not a Word document ({type(error).__name__})"
        return
    yield from sorted(meta.find_undeclared_variables(parsed) - may_use.keys())
    for loop in parsed.find_all(nodes.For):
        yield from _faults_in(loop, may_use)


def _faults_in(loop: nodes.For, may_use: Mapping[str, str | Rows]) -> Iterator[str]:
    """List the columns that a loop over rows asks for in vain."""
    if not (isinstance(loop.iter, nodes.Name) and isinstance(loop.target, nodes.Name)):
        return
    rows, row = may_use.get(loop.iter.name), loop.target.name
    if isinstance(rows, Rows):
        asked = {one.attr for one in loop.find_all(nodes.Getattr) if _is_of(one, row)}
        yield from sorted(f"{loop.iter.name}.{column}" for column in asked - rows.keys())


def _is_of(attribute: nodes.Getattr, row: str) -> bool:
    return isinstance(attribute.node, nodes.Name) and attribute.node.name == row


def _source(template: bytes) -> str:
    """Return the template's text as the library will hand it to Jinja: body, headers and footers."""
    opened = DocxTemplate(BytesIO(template))
    opened.init_docx()
    around = [
        relation.target_part.element
        for relation in opened.docx.part.rels.values()
        if relation.reltype in (opened.HEADER_URI, opened.FOOTER_URI)
    ]
    parts: list[Any] = [opened.docx.element.body, *around]
    return "".join(opened.patch_xml(opened.xml_to_string(part)) for part in parts)
