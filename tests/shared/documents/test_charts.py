"""Charts of Word's own: a chart part, its workbook, and nothing that runs."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import docx
import openpyxl
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE

from shared.clock import FakeClock
from shared.documents import Chart
from shared.documents.charts import KINDS
from shared.documents.render import render

from tests.support.papers import document, made_from, with_common

FIGURES = Chart("办理情况 <&>", ("一月", "=1+1"), {"已办": (3, 5), "在办": (1.5, 2)})


def filled(chart: Chart, clock: FakeClock) -> bytes:
    template = made_from("如下图。\n= {{ chart }}\n正文继续。")
    return render(template, document(chart="图"), with_common({"chart": chart}), clock.now())


def test_a_chart_is_a_part_of_the_package_with_its_figures_beside(clock: FakeClock) -> None:
    content = filled(FIGURES, clock)

    word = docx.Document(BytesIO(content))
    (relation,) = [one for one in word.part.rels.values() if one.reltype == RELATIONSHIP_TYPE.CHART]
    xml = relation.target_part.blob.decode()
    assert "办理情况 &lt;&amp;&gt;" in xml
    assert "<c:legend>" in xml
    assert f'r:id="{relation.rId}"' in ZipFile(BytesIO(content)).read("word/document.xml").decode()
    book = openpyxl.load_workbook(BytesIO(ZipFile(BytesIO(content)).read("word/embeddings/chart1.xlsx")))
    assert list(book.active.iter_rows(values_only=True)) == [  # type: ignore[union-attr]
        (None, "已办", "在办"), ("一月", 3, 1.5), ("=1+1", 5, 2),
    ]  # fmt: skip
    assert book.active.cell(3, 1).data_type == "s"  # type: ignore[union-attr]


def test_the_text_around_a_chart_stays(clock: FakeClock) -> None:
    texts = [one.text for one in docx.Document(BytesIO(filled(FIGURES, clock))).paragraphs]

    assert [text for text in texts if text] == ["测试文书", "如下图。", "正文继续。"]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_chart_can_be_written(kind: str, clock: FakeClock) -> None:
    chart = Chart("", ("甲", "乙"), {"件": (1, 2)}, kind)

    xml = ZipFile(BytesIO(filled(chart, clock))).read("word/charts/chart1.xml").decode()

    assert 'autoTitleDeleted val="1"' in xml
    assert "externalData" in xml
