"""A chart as SVG. Colours are classes of the page's style sheet, so that it follows light, dark and paper."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, tostring

from gateway.drawing.chart import FOOT, HEAD, LINE, MARGIN, PADDING, Card, Chart, Lane

COLOURS = 8
BEND = 7
ARROW = 7


def draw(chart: Chart, *, initial: str, final: frozenset[str], title: str) -> str:
    """Return the picture, to be put into a page. What it shows stands in the table below it, too."""
    size = {"width": str(chart.width), "height": str(chart.height)}
    picture = Element(
        "svg", {"viewBox": f"0 0 {chart.width} {chart.height}", "role": "img", "class": "process", **size}
    )
    SubElement(picture, "title").text = title
    order = list(chart.cards)
    for code, card in chart.cards.items():
        kind = "initial" if code == initial else "final" if code in final else "between"
        _card(picture, chart, card, kind, order.index(code) % COLOURS)
    for lane in chart.lanes:
        _lane(picture, chart, lane, order.index(lane.to) % COLOURS)
    return tostring(picture, encoding="unicode")


def _lane(picture: Element, chart: Chart, lane: Lane, colour: int) -> None:
    right, x, end = MARGIN + chart.card_width, chart.lane_x(lane), lane.arrives
    group = SubElement(picture, "g", {"class": f"lane colour-{colour}"})
    SubElement(group, "title").text = f"→ {chart.cards[lane.to].state.text}"
    for y in lane.begins:
        turn = BEND if end > y else -BEND
        path = f"M{right} {y} H{x - BEND} Q{x} {y} {x} {y + turn} V{end - turn} Q{x} {end} {x - BEND} {end} H{right + ARROW}"
        SubElement(group, "path", {"d": path})
        SubElement(group, "circle", {"cx": str(right), "cy": str(y), "r": "3"})
    arrow = f"M{right} {end} l{ARROW + 2} -5 v10 z"
    SubElement(group, "path", {"d": arrow, "class": "arrow"})


def _card(picture: Element, chart: Chart, card: Card, kind: str, colour: int) -> None:
    state, width = card.state, chart.card_width
    group = SubElement(picture, "g", {"class": f"card {kind} colour-{colour}"})
    place = {"x": str(MARGIN), "y": str(card.y), "width": str(width), "height": str(card.height), "rx": "9"}
    SubElement(group, "rect", {"class": "paper", **place})
    bar = {
        "x": str(MARGIN),
        "y": str(card.y),
        "width": "6",
        "height": str(card.height),
        "rx": "3",
        "class": "bar",
    }
    SubElement(group, "rect", bar)
    base = card.y + HEAD // 2 + 6
    _text(group, MARGIN + PADDING, base, state.text, "name")
    _text(group, MARGIN + width - PADDING, base, state.code, "code")
    for number, step in enumerate(state.steps):
        y = card.line(number)
        _text(group, MARGIN + PADDING + 8, y + 5, step.text, "step")
        if step.signs:
            _text(group, MARGIN + width - PADDING, y + 5, step.signs, "signs")
    if kind == "initial":
        SubElement(
            group, "circle", {"cx": str(MARGIN - 11), "cy": str(card.middle), "r": "5", "class": "start"}
        )
    if kind == "final":
        inner = {
            "x": str(MARGIN - 4),
            "y": str(card.y - 4),
            "width": str(width + 8),
            "height": str(card.height + 8),
            "rx": "12",
        }
        SubElement(group, "rect", {"class": "end", **inner})
    if state.steps:
        y = card.y + card.height - FOOT - LINE * len(state.steps)
        SubElement(
            group, "path", {"d": f"M{MARGIN + PADDING} {y} H{MARGIN + width - PADDING}", "class": "rule"}
        )


def _text(group: Element, x: int, y: int, text: str, kind: str) -> None:
    SubElement(group, "text", {"x": str(x), "y": str(y), "class": kind}).text = text
