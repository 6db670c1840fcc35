"""`huiying api`: what callers were promised, and whether it is kept."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Annotated

import typer

from huiying.places import REPOSITORY
from huiying.promises import keep_own

api = typer.Typer(help="接口承诺 · what callers were promised", no_args_is_help=True, rich_markup_mode=None)
_WAY_OUT = """
以上改动会使按该版接入的调用方出错。请恢复（新旧并存，旧的标为 deprecated），确需取消的留到下一主版本。
This breaks whoever calls that release. Put it back, the old beside the new and marked deprecated; what has to go goes
with the next major version, which may break.\
"""


@api.command()
def check() -> None:
    """与上一发布版比较，有破坏性改动则退出码为 1 · compare with the release; exit code 1 when something breaks."""
    from huiying.contract.released import check as compare

    found = compare()
    if broken := [f"{one.service} {one.release}: {what}" for one in found for what in one.breaks]:
        print("\n".join([*broken, _WAY_OUT]), file=sys.stderr)
        raise typer.Exit(1)
    if not found:  # nothing is proved
        print("尚未发布，无从比较 · nothing was released yet, so there is nothing to compare with")
        return
    told = f"{sum(one.operations for one in found)} operations of {_list(one.release for one in found)}"
    print(f"没有破坏性改动 · nothing breaks: {told}")
    keep_own("huiying api check", [f"nothing breaks: {told}"], passed=1, failed=0)


@api.command()
def lint(
    rules: Annotated[bool, typer.Option("--rules", help="只列出规则 · only list the rules")] = False,
) -> None:
    """按接口约定检查接口描述，有违反则退出码为 1 · hold the descriptions to the conventions; exit code 1 on any breach."""
    from huiying.contract.conventions import TABLE, offences
    from huiying.contract.parts import operations_in
    from huiying.contract.released import present

    if rules:
        print("\n".join(rule.says for rule in TABLE))
        return
    documents = present()
    found = [f"{service}: {what}" for service, document in documents.items() for what in offences(document)]
    if found:
        print("\n".join(found), file=sys.stderr)
        raise typer.Exit(1)
    looked_at = sum(1 for document in documents.values() for _ in operations_in(document))
    print(f"{len(TABLE)} 条约定均已遵守 · all conventions are kept")
    keep_own("huiying api lint", [f"{len(TABLE)} conventions, {looked_at} operations"], passed=1, failed=0)


@api.command()
def release() -> None:
    """发布：保存接口描述，为变更说明填上日期 · make a release: keep the descriptions, date the newest changes."""
    from huiying.contract.releasing import CHANGELOG, NotToBeReleased, versions
    from huiying.contract.releasing import release as make
    from huiying.generated import documents
    from shared.clock import SystemClock

    try:
        written = make(documents(), SystemClock().today())
    except NotToBeReleased as contradiction:
        print(contradiction, file=sys.stderr)
        raise typer.Exit(1) from None
    version = versions()[CHANGELOG]
    print(*(path.relative_to(REPOSITORY) for path in written), sep="\n")
    print(f'git add -A && git commit -m "Release {version}" && git tag v{version}')


def _list(words: Iterable[str]) -> str:
    return ", ".join(sorted(set(words)))
