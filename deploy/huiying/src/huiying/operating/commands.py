"""The operator's commands and their options; what they do is in the modules they call."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from huiying.arguments import AnyServices, Service, Services, are_files, is_file
from huiying.places import RunDirectory

AsJson = Annotated[bool, typer.Option("--json", help="给程序读 · for programs")]
Host = Annotated[str, typer.Option(help="管理端口所在主机 · where the management ports are")]


def _sub(help_text: str) -> typer.Typer:
    return typer.Typer(help=help_text, no_args_is_help=True, rich_markup_mode=None)


config, keys, audit = _sub("配置 · settings"), _sub("密钥 · keys"), _sub("审计 · the audit log")
evaluations = _sub("整改成效评估 · evaluations of rectification")
supply = _sub("组成与许可证 · what the set is made of")
calendar, people = _sub("工作日历 · the calendar"), _sub("机构与人员 · organisations and officers")


def register(app: typer.Typer) -> None:
    """Put these commands beside those for developing."""
    for name, sub in {
        "config": config,
        "keys": keys,
        "audit": audit,
        "evaluations": evaluations,
        "calendar": calendar,
        "provision": people,
        "supply": supply,
    }.items():
        app.add_typer(sub, name=name)
    for command in (doctor, health, restart, backup, restore):
        app.command()(command)


def doctor(services: Services = None, as_json: AsJson = False) -> None:
    """体检：磁盘、密钥、数据库、封存、日历 · look at everything, and say what to do."""
    from huiying.operating.doctor import look
    from huiying.operating.finding import show
    from huiying.services import WITH_DATABASE

    raise typer.Exit(show(look(services or WITH_DATABASE, RunDirectory.current()), as_json=as_json))


def health(host: Host = "127.0.0.1", as_json: AsJson = False) -> None:
    """各服务自述的状态 · what each service says about itself."""
    from huiying.operating.finding import show
    from huiying.operating.health import ask_all

    raise typer.Exit(show(ask_all(host), as_json=as_json))


@evaluations.command("verify")
def evaluations_verify(
    ids: Annotated[
        list[str] | None, typer.Argument(help="评估，缺省为全部已审定的 · ids; all confirmed if none")
    ] = None,
) -> None:
    """用固定的输入复算已审定的得分 · make confirmed scores again from what was frozen, and say what was changed since."""
    from huiying.operating.scores import verify_scores

    raise typer.Exit(verify_scores(ids or [], RunDirectory.current()))


def restart(
    services: AnyServices = None,
    release: Annotated[
        Path | None, typer.Option(help="另一版本的源码目录 · the source tree of another release")
    ] = None,
) -> None:
    """逐个更换本地服务，不中断请求 · replace services of the local set one by one, losing no request."""
    from huiying.replacing import REPLACED, NotReplaced, replace
    from huiying.running import supervisor_pid

    place = RunDirectory.current()
    names = services or list(REPLACED)
    if missing := [name for name in names if release and not (release / "services" / name / "src").is_dir()]:
        print(f"其中没有 · not a source tree with {', '.join(missing)}: {release}", file=sys.stderr)
        raise typer.Exit(2)
    if supervisor_pid(place) is None:
        print("未在运行 · nothing runs", file=sys.stderr)
        raise typer.Exit(1)
    with _failing(NotReplaced):
        for name in names:
            with _progress() as tell:
                tell(f"{name}: 正在更换 · being replaced")
                replace(place, name, release.resolve() if release else None)
            print(f"{name}: 已更换 · replaced")


@config.command("check")
def config_check(
    services: AnyServices = None,
    env_file: Annotated[
        Path | None, typer.Option(help="设置文件 · a file of settings, not the environment", callback=is_file)
    ] = None,
    as_json: AsJson = False,
) -> None:  # fmt: skip
    """重启之前检查设置 · look at settings before a service is restarted with them."""
    from huiying.operating.configuration import check, read_env
    from huiying.operating.finding import show
    from huiying.services import SERVICES

    environment = read_env(env_file) if env_file else dict(os.environ)
    names = services or [one.name for one in SERVICES]
    found = [finding for name in names for finding in check(name, environment)]
    raise typer.Exit(show(found, as_json=as_json))


@keys.command("rotate")
def keys_rotate(service: Service) -> None:
    """密钥环换新版，旧版仍可解封 · add a version to a sealing ring; older ones still open what they sealed."""
    from huiying import keys as places
    from shared.sealing.errors import KeyRingRefused
    from shared.sealing.ring_file import rotate

    given = os.environ.get(f"{service.upper()}_KEY_RING_FILE")
    path = Path(given) if given else places.ring_of(RunDirectory.current().keys, service)
    try:
        ring = rotate(path)
    except KeyRingRefused as error:
        print(error, file=sys.stderr)
        raise typer.Exit(1) from None
    print(f"现为第 {ring.current} 版；请另行备份密钥 · version {ring.current} now; back the keys up, apart")


@audit.command("verify")
def audit_verify(
    services: Services = None,
    checkpoint: Annotated[
        Path | None, typer.Option(help="另处保存的检查点 · one kept elsewhere", callback=is_file)
    ] = None,
) -> None:
    """逐条核验审计树 · verify every entry of the audit trees."""
    from huiying.operating.trees import verify_tree
    from huiying.services import WITH_DATABASE

    codes = []
    for service in services or WITH_DATABASE:
        print(f"{service}: ", end="", flush=True)
        codes.append(verify_tree(service, RunDirectory.current(), checkpoint))
    raise typer.Exit(max(codes))


@calendar.command("import")
def calendar_import(
    notice: Annotated[Path, typer.Argument(help="放假通知（JSON）· the notice as JSON", callback=is_file)],
    login: Annotated[str, typer.Option(help="有权导入的账号 · who may import calendars")],
    year: Annotated[int, typer.Option(help="年份 · the year", min=2000, max=2199)],
    base_url: Annotated[str, typer.Option(help="网关地址 · the gateway")] = "",
) -> None:
    """导入放假通知，各服务随即重算 · import a year; every service counts anew."""
    from huiying.greeting import HOST
    from huiying.operating.calendars import import_year
    from huiying.operating.finding import show
    from huiying.walk.caller import Caller, Unexpected

    password = os.environ.get("HUIYING_PASSWORD") or typer.prompt("口令 · password", hide_input=True)
    caller = Caller(base_url or HOST, {login: password}, loud=False)
    with _failing(Unexpected, OSError):
        raise typer.Exit(show(import_year(caller, login, year, notice), as_json=False))


@people.command("apply")
def provision_apply(
    files: Annotated[
        list[Path],
        typer.Argument(help="YAML：机构、人员、角色 · organisations, officers, roles", callback=are_files),
    ],
    plan: Annotated[bool, typer.Option("--plan", help="只核对格式并列出 · only check and list")] = False,
) -> None:
    """按文件建立，可重复执行 · set up by file; safe to repeat."""
    from huiying.operating.people import environment_of_identity, summary

    try:
        for line in summary(files):
            print(line)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        raise typer.Exit(1) from None
    if not plan:
        command = [sys.executable, "-m", "identity", "provision", *map(str, files)]
        done = subprocess.run(command, env=environment_of_identity(RunDirectory.current()), check=False)
        raise typer.Exit(done.returncode)


@supply.command("bom")
def supply_bom() -> None:
    """物料清单（CycloneDX）· the bill of materials."""
    from huiying.operating.supply import bill
    from huiying.promises import keep_own

    text = bill()
    print(text, end="")
    keep_own("huiying supply bom", [f"{text.count('purl')} components"], passed=1, failed=0)


@supply.command("licences")
def supply_licences(as_json: AsJson = False) -> None:
    """各依赖的许可证 · the licence of everything that is pinned."""
    from huiying.operating.finding import show
    from huiying.operating.supply import licences
    from huiying.promises import keep_own

    found = list(licences())
    wrong = show(found, as_json=as_json)
    keep_own("huiying supply licences", [f"{len(found)} pinned packages"], passed=1 - wrong, failed=wrong)
    raise typer.Exit(wrong)


def backup(
    into: Annotated[Path, typer.Argument(help="新文件夹 · a new folder")],
    keys_into: Annotated[Path, typer.Option(help="密钥另存之处 · where the keys go, apart")],
    follow: Annotated[bool, typer.Option("--follow", help="持续接收日志直到 Ctrl-C · keep the log, until Ctrl-C")] = False,
) -> None:  # fmt: skip
    """备份数据库与附件，密钥另存 · back up databases and attachments, and the keys apart."""
    from contextlib import nullcontext

    from huiying.binaries import find
    from huiying.operating.backup import BackupFailed, back_up, following
    from huiying.operating.sources import of_run

    source, binaries = of_run(RunDirectory.current()), find(None)
    with _failing(BackupFailed), following(source, binaries, into) if follow else nullcontext() as process:
        with _progress() as tell:
            back_up(source, binaries, into, keys_into, tell)
        print(f"已备份 · backed up: {into}")
        if process is not None:
            process.wait()


def restore(
    backup: Annotated[Path, typer.Argument(help="备份文件夹 · a backup")],
    verify: Annotated[bool, typer.Option("--verify", help="演练：恢复、核对、丢弃 · a drill")] = False,
    into: Annotated[Path | None, typer.Option(help="恢复到新的运行目录 · into a new run directory")] = None,
    until: Annotated[str | None, typer.Option(help="时刻 · a moment: 2026-03-02 09:00:00+08")] = None,
    as_json: AsJson = False,
) -> None:
    """恢复备份并核对行数、审计树、附件 · restore, and check rows, audit tree, attachments."""
    from huiying.operating import restore as restoring
    from huiying.operating.backup import BackupFailed
    from huiying.operating.finding import show

    if verify == (into is not None):
        print("--verify 或 --into · one of --verify and --into", file=sys.stderr)
        raise typer.Exit(2)
    with _failing(BackupFailed, FileExistsError), _progress() as tell:
        if into is None:
            found = restoring.verify(backup, tell, until=until)
        else:
            found = restoring.restore(backup, RunDirectory(into.resolve()), tell, until=until)
    raise typer.Exit(show(found, as_json=as_json))


@contextmanager
def _failing(*kinds: type[Exception]) -> Iterator[None]:
    try:
        yield
    except kinds as error:
        print(f"失败 · failed: {error}", file=sys.stderr)
        raise typer.Exit(1) from None


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """Show what is being done, on standard error, where people look and programs do not read."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:
        task = progress.add_task("…", total=None)
        yield lambda text: progress.update(task, description=text)
