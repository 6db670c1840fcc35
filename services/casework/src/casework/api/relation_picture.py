"""A graph of relations as SVG: boxes, curves and words; nothing in it runs, loads or styles anything."""

from itertools import pairwise
from xml.etree.ElementTree import Element, SubElement, tostring

from casework.domain.layout import BOX_HEIGHT, BOX_WIDTH, Point, lay_out
from casework.domain.relations import LABELS, OFFICER, ORGANISATION, PERSON, Edge, Graph, Node
from casework.usecases.relations.links import COLUMNS

FONT = "'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', sans-serif"
INK, LINE, PAPER = "#1f2933", "#9aa5b1", "#ffffff"
_COLOURS = {
    ORGANISATION: ("#e3f0fb", "#2b6cb0"), PERSON: ("#fdecea", "#b3261e"), OFFICER: ("#e8f5e9", "#2e7d32"),
    "clue": ("#fff7e0", "#b7791f"),
}  # fmt: skip
_OTHERS = ("#f1ecf9", "#6b46c1")
BOW = 36
_WIDEST = 28
"""Half characters that fit into a box; a Chinese one counts as two."""


def draw(graph: Graph, start: str, language: str) -> bytes:
    """Return the picture; `start` is the node it was drawn for."""
    layout = lay_out(graph, COLUMNS)
    size = {"width": str(layout.width), "height": str(layout.height)}
    picture = Element(
        "svg", {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {layout.width} {layout.height}",
                "role": "img", "font-family": FONT, **size},
    )  # fmt: skip
    SubElement(picture, "title").text = "关系图" if language != "en" else "Relations"
    SubElement(picture, "rect", {"fill": PAPER, **size})
    for edge in sorted(graph.edges):
        _edge(picture, edge, layout.lines[edge], language)
    for key, node in graph.nodes.items():
        _node(picture, node, layout.places[key], is_start=key == start)
    drawn: bytes = tostring(picture, encoding="utf-8", xml_declaration=True)
    return drawn


def _edge(picture: Element, edge: Edge, points: list[Point], language: str) -> None:
    path = [f"M{points[0][0]} {points[0][1]}"]
    for (x1, y1), (x2, y2) in pairwise(points):
        bend = x1 + BOW if x1 == x2 else (x1 + x2) // 2
        path.append(f"C{bend} {y1} {bend} {y2} {x2} {y2}")
    SubElement(picture, "path", {"d": " ".join(path), "fill": "none", "stroke": LINE, "stroke-width": "1.5"})
    (x1, y1), (x2, y2) = points[:2]  # the word stands in the first gap
    x = x1 + BOW if x1 == x2 else (x1 + x2) // 2
    word = SubElement(
        picture, "text",
        {"x": str(x), "y": str((y1 + y2) // 2 + 4), "font-size": "11", "fill": INK, "text-anchor": "middle",
         "paint-order": "stroke", "stroke": PAPER, "stroke-width": "4"},
    )  # fmt: skip
    word.text = LABELS[edge.relation][1 if language == "en" else 0]


def _node(picture: Element, node: Node, place: tuple[int, int], *, is_start: bool) -> None:
    x, y = place
    fill, stroke = _COLOURS.get(node.kind, _OTHERS)
    group = SubElement(picture, "g")
    SubElement(group, "title").text = f"{node.label} {node.state_label}".strip()
    SubElement(
        group, "rect",
        {"x": str(x), "y": str(y), "width": str(BOX_WIDTH), "height": str(BOX_HEIGHT), "rx": "8", "fill": fill,
         "stroke": stroke, "stroke-width": "3" if is_start else "1.25"},
    )  # fmt: skip
    lines = [(node.label, "14")] + ([(node.state_label, "11")] if node.state_label else [])
    for number, (text, size) in enumerate(lines):
        base = y + (29 if len(lines) == 1 else 21 + number * 17)
        line = SubElement(
            group, "text",
            {"x": str(x + BOX_WIDTH // 2), "y": str(base), "font-size": size, "fill": INK, "text-anchor": "middle"},
        )  # fmt: skip
        line.text = _shortened(text)


def _shortened(text: str) -> str:
    """Return what fits of a text; numbers differ at their end, so what goes is in the middle."""
    while _width(text) > _WIDEST:
        middle = len(text) // 2
        text = f"{text[: middle - 1].rstrip('…')}…{text[middle + 1 :].lstrip('…')}"
    return text


def _width(text: str) -> int:
    return sum(1 if ord(one) < 0x2E80 else 2 for one in text)
