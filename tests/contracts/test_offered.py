"""What keeps a move from being offered is a column of the object, which its answers show as well."""

from __future__ import annotations

import pytest

from huiying.generated import spec_of
from huiying.services import WITH_DATABASE


@pytest.mark.parametrize("service", WITH_DATABASE)
def test_what_rules_a_move_out_is_shown(service: str) -> None:
    for process in spec_of(service).processes.values():
        for action, move in process.moves_by_action.items():
            if move.only is not None:
                assert move.only.column in process.table.c, (process.name, action)
                assert move.only.column in process.out.model_fields, (process.name, action)
