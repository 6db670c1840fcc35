"""The table as people and programs read it: JSON, Markdown and a Mermaid diagram."""

from __future__ import annotations

from typing import Any

from shared.auth.roles import ROLE_LABELS
from shared.lifecycle.table import Lifecycle, Party, Row

_OTHERS = {"system": ("系统", "the system"), "receipt_holder": ("持回执人", "receipt holder")}


def as_json(table: Lifecycle) -> dict[str, Any]:
    """Return the table as plain data, both languages included."""
    return {
        "name": table.name,
        "title": {"zh": table.title[0], "en": table.title[1]},
        "initial": table.initial.value,
        "final": [state.value for state in table.final],
        "states": [_word(table, state) for state in table.states],
        "actions": [_word(table, action) for action in table.actions],
        "rows": [_row_json(row) for row in table.rows],
        "mermaid": as_mermaid(table),
    }


def as_mermaid(table: Lifecycle) -> str:
    """Return a Mermaid state diagram; a move is labelled with its action and sign-offs."""
    lines = ["stateDiagram-v2", f"    [*] --> {table.initial.value}"]
    for row in table.rows:
        signs = f" [{'+'.join(row.signs)}]" if row.signs else ""
        lines += [
            f"    {source.value} --> {row.to.value}: {row.action.value}{signs}" for source in row.sources
        ]
    lines += [f"    {state.value} --> [*]" for state in table.final]
    return "\n".join(lines) + "\n"


def as_markdown(table: Lifecycle) -> str:
    """Return a page: the diagram and the table, in Chinese with the codes beside."""
    head = (
        "| 规则 | 从 | 动作 | 到 | 谁 | 签批 | 条件 | 文书 | 起算 | 了结 | 事件 |\n" + "| --- " * 11 + "|\n"
    )
    rows = "".join(_row_markdown(table, row) for row in table.rows)
    return (
        f"# {table.title[0]} · {table.title[1]} (`{table.name}`)\n\n"
        f"```mermaid\n{as_mermaid(table)}```\n\n{head}{rows}"
    )


def _word(table: Lifecycle, word: Any) -> dict[str, str]:
    zh, en = table.labels[word]
    return {"code": word.value, "name_zh": zh, "name_en": en}


def _row_json(row: Row) -> dict[str, Any]:
    return {
        "rule": row.rule,
        "from": [source.value for source in row.sources],
        "action": row.action.value,
        "to": row.to.value,
        "by": [_party_json(party) for party in row.by],
        "signs": list(row.signs),
        "needs": [guard.code for guard in row.needs],
        "documents": list(row.documents),
        "starts": list(row.starts),
        "stops": list(row.stops),
        "event": row.event,
        "basis": row.basis,
    }


def _party_json(party: Party) -> dict[str, Any]:
    role = party.role
    names = _OTHERS[party.capacity] if role is None else (ROLE_LABELS[role].zh, ROLE_LABELS[role].en)
    return {
        "role": role and role.value, "capacity": party.capacity, "name_zh": names[0], "name_en": names[1],
    }  # fmt: skip


def _party(party: Party) -> str:
    if party.role is None:
        return _OTHERS[party.capacity][0]
    name = ROLE_LABELS[party.role].zh
    return name if party.capacity == "holder" else f"{name}（{party.capacity}）"


def _row_markdown(table: Lifecycle, row: Row) -> str:
    cells = [
        row.rule,
        "、".join(f"{table.label(source)} `{source.value}`" for source in row.sources),
        f"{table.label(row.action)} `{row.action.value}`",
        f"{table.label(row.to)} `{row.to.value}`",
        "、".join(_party(party) for party in row.by),
        " → ".join(row.signs),
        "、".join(f"`{guard.code}`" for guard in row.needs),
        "、".join(row.documents),
        "、".join(row.starts),
        "、".join(row.stops),
        f"`{row.event}`" if row.event else "",
    ]
    return "| " + " | ".join(cells) + " |\n"
