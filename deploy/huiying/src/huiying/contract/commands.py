"""`huiying api`: what callers were promised, and whether it is kept."""

from __future__ import annotations

import sys

import typer

api = typer.Typer(help="接口承诺 · what callers were promised", no_args_is_help=True, rich_markup_mode=None)


@api.command()
def check() -> None:
    """与上一发布版比较，有破坏性改动则退出码为 1 · compare with the release; exit code 1 when something breaks."""
    from huiying.contract.released import check as compare

    if found := compare():
        print("\n".join(found), file=sys.stderr)
        raise typer.Exit(1)
    print("没有破坏性改动 · nothing breaks")


@api.command()
def release() -> None:
    """发布时保存接口描述 · keep the descriptions, when a release is made."""
    from huiying.contract.released import release as keep
    from huiying.places import REPOSITORY

    for path in keep():
        print(path.relative_to(REPOSITORY))
