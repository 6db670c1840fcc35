"""Compare a lifecycle table with one written by hand: every state with every action, allowed or not."""

from __future__ import annotations

from shared.lifecycle import SYSTEM, Lifecycle, Refused, Row

Moves = dict[tuple[str, str], str]


def written(text: str) -> Moves:
    """Read lines `state: action>to/who/signs …`; `who` are roles, with `@capacity` where not holder."""
    moves: Moves = {}
    for line in text.strip().splitlines():
        state, _, rest = line.partition(":")
        for move in rest.split():
            action, _, what = move.partition(">")
            assert (state.strip(), action) not in moves
            moves[state.strip(), action] = what
    return moves


def as_table(lifecycle: Lifecycle) -> Moves:
    """Ask the table about every state and every action, and write down what it allows."""
    moves: Moves = {}
    for state in lifecycle.states:
        for action in lifecycle.actions:
            try:
                row = lifecycle.find(state, action)
            except Refused:
                continue
            moves[state.value, action.value] = f"{row.to.value}/{_who(row)}/{'+'.join(row.signs)}"
    return moves


def _who(row: Row) -> str:
    names = []
    for party in row.by:
        if party is SYSTEM:
            names.append("system")
        elif party.role is None:
            names.append(party.capacity)
        else:
            at = "" if party.capacity == "holder" else f"@{party.capacity}"
            names.append(party.role.value + at)
    return "+".join(names)
