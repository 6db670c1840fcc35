"""`python -m identity`: run the API. `python -m identity provision FILE…`: set up by file, safe to repeat."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import yaml

from identity.app import SPEC, settings
from identity.settings import Settings
from identity.usecases.access import open_access
from identity.usecases.demo_accounts import write_accounts
from identity.usecases.issue_credentials import issue_credentials
from identity.usecases.provision import provision
from identity.usecases.provision_file import ProvisionFile
from identity.usecases.rotate_keys import withdraw_key
from shared.clock import clock_from
from shared.process.desk import Desk
from shared.service.main import run_service
from shared.service.opening import open_desk

T = TypeVar("T")


def main(arguments: Sequence[str] | None = None) -> None:
    """Do what the command line says."""
    wanted = _parser().parse_args(arguments)
    if wanted.command is None:
        run_service(SPEC, settings())
        return
    if wanted.command == "withdraw-key":
        found = asyncio.run(_at_desk(settings(), lambda desk: withdraw_key(desk, wanted.kid)))
        sys.stdout.write("已撤回 · withdrawn\n" if found else "没有这把密钥 · no such key\n")
        return
    documents = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in wanted.files]
    report = asyncio.run(
        _at_desk(settings(), lambda desk: _provision(desk, documents, wanted.accounts_out, wanted.issue))
    )
    sys.stdout.write("\n".join(report) + "\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m identity", description="机构、人员与权限 · identity")
    commands = parser.add_subparsers(dest="command")
    one = commands.add_parser("provision", help="按文件建立机构、人员、角色 · set up by file; safe to repeat")
    one.add_argument("files", nargs="+", type=Path, metavar="FILE")
    one.add_argument(
        "--accounts-out", type=Path, help="演示：发口令并写入此文件 · demo: give passwords, write them"
    )
    one.add_argument(
        "--issue",
        action="append",
        default=[],
        metavar="LOGIN",
        help="打印一次性口令 · print a one-time password",
    )
    withdraw = commands.add_parser("withdraw-key", help="紧急撤回令牌密钥 · take back a token key at once")
    withdraw.add_argument("kid", help="密钥标识，见 /v1/jwks · its id")
    return parser


async def _at_desk(made_of: Settings, work: Callable[[Desk], Awaitable[T]]) -> T:
    """Do something at a desk of our own, without the API."""
    access = open_access(made_of)
    clients: dict[str, Any] = {"access": access}
    desk = await open_desk(SPEC, made_of, clock_from(made_of.start_at), clients)
    try:
        return await work(desk)
    finally:
        await desk.db.close()
        await access.close()


async def _provision(
    desk: Desk, documents: list[Any], accounts_out: Path | None, issue: list[str]
) -> list[str]:
    files = [ProvisionFile.model_validate(document) for document in documents]
    made: Counter[str] = Counter()
    for file in files:
        made += await provision(desk, file)
    if accounts_out is not None:
        logins = [officer.login for file in files for officer in file.officers]
        made["passwords"] += await write_accounts(desk, logins, accounts_out)
    issued = [f"{login}\t{await issue_credentials(desk, login)}" for login in issue]
    counted = ", ".join(f"{count} {what}" for what, count in sorted(made.items()) if count)
    return [f"已建立 · made: {counted or '没有新增 · nothing new'}", *issued]


if __name__ == "__main__":
    main()
