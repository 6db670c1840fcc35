"""Native charts: a chart part with its workbook, so that Word can restyle it and open its figures."""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from docx.document import Document as Word
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Mm
from pptx.chart.data import CategoryChartData
from pptx.chart.xmlwriter import ChartXmlWriter
from pptx.enum.chart import XL_CHART_TYPE
from xlsxwriter import Workbook

from shared.documents.values import CLOSES, OPENS, Chart

KINDS = {
    "bar": XL_CHART_TYPE.BAR_CLUSTERED,
    "column": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "line": XL_CHART_TYPE.LINE_MARKERS,
    "pie": XL_CHART_TYPE.PIE,
    "stacked": XL_CHART_TYPE.COLUMN_STACKED,
}
_figures: Any = CategoryChartData
_writer: Any = ChartXmlWriter
"""The library says nothing of its types."""
WIDTH, HEIGHT = Mm(150), Mm(80)
_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MARK = re.compile(f"{OPENS}(\\d+){CLOSES}")
_FEW = 10
_LEGEND = '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>'
_FRAME = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:drawing>'
    '<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
    '<wp:docPr id="{number}" name="Chart {number}"/><wp:cNvGraphicFramePr/>'
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
    '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="{relation}"/>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


def mark(index: int) -> str:
    """Return what stands in the text where a chart comes."""
    return f"{OPENS}{index}{CLOSES}"


def put_charts(word: Word, charts: list[Chart]) -> None:
    """Replace each mark by its chart; the rest of the paragraph goes."""
    for paragraph in _paragraphs(word):
        if found := _MARK.search(paragraph.text):
            index = int(found[1])
            for run in list(paragraph.runs):
                run._element.getparent().remove(run._element)
            relation = _add(word, charts[index], index + 1)
            frame = _FRAME.format(width=WIDTH, height=HEIGHT, number=1000 + index, relation=relation)
            paragraph._element.append(parse_xml(frame))


def _paragraphs(word: Word) -> Iterable[Any]:
    yield from word.paragraphs
    for table in word.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.paragraphs


def _add(word: Word, chart: Chart, number: int) -> str:
    """Put chart and workbook into the package; return the relation by which the text points to the chart."""
    package = word.part.package
    book = Part(PackURI(f"/word/embeddings/chart{number}.xlsx"), _WORKBOOK, workbook_of(chart), package)
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), _CHART, b"", package)
    part._blob = _xml(chart, part.relate_to(book, RELATION.PACKAGE))
    relation: str = word.part.relate_to(part, RELATION.CHART)
    return relation


def _xml(chart: Chart, workbook: str) -> bytes:
    data: Any = _figures()
    data.categories = chart.categories
    for name, figures in chart.series.items():
        data.add_series(name, figures)
    xml: str = _writer(KINDS[chart.kind], data).xml
    outside = f'<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData>'
    xml = xml.replace("</c:chartSpace>", f"{outside}</c:chartSpace>")
    if len(chart.series) > 1 and "<c:legend>" not in xml:
        xml = xml.replace("</c:plotArea>", f"</c:plotArea>{_LEGEND}", 1)
    if _counts_few(chart):
        xml = xml.replace("</c:valAx>", '<c:majorUnit val="1"/></c:valAx>')
    return _with_title(xml, chart.title).encode()


def _counts_few(chart: Chart) -> bool:
    """Say whether the figures are small counts, whose axis shall show no fractions."""
    figures = [one for series in chart.series.values() for one in series]
    return all(one == int(one) for one in figures) and max(figures, default=0) <= _FEW


def _with_title(xml: str, title: str) -> str:
    """Write the chart's title, or say that it has none: otherwise Word shows the first series' name."""
    xml = re.sub(r'\s*<c:autoTitleDeleted val="\d"/>', "", xml)
    if not title:
        return xml.replace("<c:plotArea>", '<c:autoTitleDeleted val="1"/><c:plotArea>', 1)
    text = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    rich = f"<c:rich><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></c:rich>"
    made = f'<c:title><c:tx>{rich}</c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>'
    return xml.replace("<c:plotArea>", f"{made}<c:plotArea>", 1)


def workbook_of(chart: Chart) -> bytes:
    """Return the figures as the chart refers to them; a text that begins with `=` stays a text."""
    content = BytesIO()
    book = Workbook(content, {"in_memory": True})
    sheet = book.add_worksheet("Sheet1")
    for row, category in enumerate(chart.categories, 1):
        sheet.write_string(row, 0, category)
    for column, (name, figures) in enumerate(chart.series.items(), 1):
        sheet.write_string(0, column, name)
        for row, figure in enumerate(figures, 1):
            sheet.write_number(row, column, figure)
    book.close()
    return content.getvalue()
