"""`huiying api`: what callers were promised, and whether it is kept."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

api = typer.Typer(help="接口承诺 · what callers were promised", no_args_is_help=True, rich_markup_mode=None)


@api.command()
def check() -> None:
    """与上一发布版比较，有破坏性改动则退出码为 1 · compare with the release; exit code 1 when something breaks."""
    from huiying.contract.released import RELEASED
    from huiying.contract.released import check as compare

    if found := compare():
        print("\n".join(found), file=sys.stderr)
        raise typer.Exit(1)
    print("没有破坏性改动 · nothing breaks")
    if RELEASED.exists():  # before the first release there is nothing to compare with, and nothing is proved
        _keep("huiying api check", "nothing breaks")


@api.command()
def lint(
    rules: Annotated[bool, typer.Option("--rules", help="只列出规则 · only list the rules")] = False,
) -> None:
    """按接口约定检查接口描述，有违反则退出码为 1 · hold the descriptions to the conventions; exit code 1 on any breach."""
    from huiying.contract.conventions import TABLE, offences
    from huiying.contract.released import present

    if rules:
        print("\n".join(rule.says for rule in TABLE))
        return
    found = [f"{service}: {what}" for service, document in present().items() for what in offences(document)]
    if found:
        print("\n".join(found), file=sys.stderr)
        raise typer.Exit(1)
    print(f"{len(TABLE)} 条约定均已遵守 · all conventions are kept")
    _keep("huiying api lint", f"{len(TABLE)} conventions")


@api.command()
def release() -> None:
    """发布时保存接口描述 · keep the descriptions, when a release is made."""
    from huiying.contract.released import release as keep
    from huiying.places import REPOSITORY

    for path in keep():
        print(path.relative_to(REPOSITORY))


def _keep(command: str, what: str) -> None:
    """Keep what was found, with how many operations were looked at, for the page of promises."""
    from huiying.contract.parts import operations_in
    from huiying.contract.released import present
    from huiying.promises import keep_own

    looked_at = sum(1 for document in present().values() for _ in operations_in(document))
    keep_own(command, [f"{what}, {looked_at} operations"], passed=1, failed=0)
