"""From a template and fields to the bytes of a Word document. Pure: no database, no clock, no network."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import TemplateError

from shared.documents.charts import mark, put_charts
from shared.documents.document import Document
from shared.documents.template import ENVIRONMENT, TemplateBroken
from shared.documents.values import Chart


def render(template: bytes, document: Document, fields: Mapping[str, Any], at: datetime) -> bytes:
    """Fill a template; `fields` are read out already. Raises: TemplateBroken."""
    charts: list[Chart] = []
    context = {name: _marked(value, charts) for name, value in fields.items()}
    word = DocxTemplate(BytesIO(template))
    try:
        word.render(context, ENVIRONMENT, autoescape=True)
    except TemplateError as error:
        raise TemplateBroken(document.name, [error.message or type(error).__name__]) from error
    if charts:
        put_charts(word.docx, charts)
    _describe(word.docx.core_properties, document, at)
    content = BytesIO()
    word.save(content)
    return content.getvalue()


def _marked(value: Any, charts: list[Chart]) -> Any:
    if not isinstance(value, Chart):
        return value
    charts.append(value)
    return mark(len(charts) - 1)


def _describe(properties: Any, document: Document, at: datetime) -> None:
    """Say what the document is; who edited the template and when is nobody's business."""
    properties.title = document.title[0]
    properties.author = properties.last_modified_by = ""
    properties.created = properties.modified = at
    properties.revision = 1
