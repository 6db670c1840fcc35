"""Commands and their options; what they do is in the modules they call."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from huiying.arguments import Services
from huiying.contract.commands import api
from huiying.operating.commands import register
from huiying.places import RunDirectory

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    help="回应运维工具 · operator tools of Huiying",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

StartAt = Annotated[str | None, typer.Option(help="演示起始日期 · first day of the demo: 2026-03-01")]


@app.command()
def run(
    detach: Annotated[bool, typer.Option("--detach", help="就绪后返回 · return when ready")] = False,
    start_at: StartAt = None,
    empty: Annotated[bool, typer.Option("--empty", help="不载入演示数据 · without demo data")] = False,
) -> None:
    """启动全部服务 · start the whole set, and stop it with Ctrl-C."""
    from huiying import running
    from huiying.binaries import NoServer
    from huiying.databases import IncompleteAddresses
    from huiying.greeting import greeting
    from huiying.launch import PortsTaken, Wishes
    from huiying.launch import run as launch
    from huiying.supervisor import NotReady

    place = RunDirectory.current()
    if detach and running.supervisor_pid(place) is None:
        arguments = [*(["--start-at", start_at] if start_at else []), *(["--empty"] if empty else [])]
        if code := running.detach(place, arguments):
            raise typer.Exit(code)
        print(greeting(place, detached=True))
        return
    try:
        with running.only_supervisor(place):
            raise typer.Exit(launch(place, Wishes(start_at=start_at, demo=not empty)))
    except running.AlreadyRunning:
        print("已在运行 · already running", greeting(place, detached=True), sep="\n")
    except (NoServer, PortsTaken, IncompleteAddresses, NotReady, ValueError) as error:
        print(f"启动失败 · did not start: {error}", file=sys.stderr)
        raise typer.Exit(1) from None


@app.command()
def stop() -> None:
    """停止 · stop the set, keep the data."""
    from huiying import running

    print("已停止 · stopped" if running.stop(RunDirectory.current()) else "未在运行 · nothing runs")


@app.command()
def reset() -> None:
    """停止并清除本地数据 · stop the set and drop its local data."""
    from huiying import running

    try:
        dropped = running.reset(RunDirectory.current())
    except ValueError as error:
        print(error, file=sys.stderr)
        raise typer.Exit(1) from None
    print("已清除 · dropped" if dropped else "没有数据 · there was no data")


@app.command()
def status() -> None:
    """各服务是否就绪 · say which service answers ready; exit code 3 when one does not."""
    from huiying import running

    answers = running.status()
    for name, ready in answers.items():
        print(f"{name:<20} {'就绪 ready' if ready else '未就绪 not ready'}")
    if not all(answers.values()):
        raise typer.Exit(3)


@app.command()
def seed(base_url: Annotated[str, typer.Option(help="网关地址 · the gateway")] = "") -> None:
    """载入演示数据 · load the demo data into a running set."""
    import importlib

    from huiying.greeting import HOST
    from huiying.launch import SEED_MODULE

    importlib.import_module(SEED_MODULE).load(base_url or HOST, RunDirectory.current().root)


@app.command()
def demo(base_url: Annotated[str, typer.Option(help="网关地址 · the gateway")] = "") -> None:
    """在运行中的系统上走完演示流程 · walk the journeys against the running set."""
    from huiying.greeting import HOST
    from huiying.walk import walk

    raise typer.Exit(walk(base_url or HOST, RunDirectory.current().accounts))


@app.command()
def bench(
    only: Annotated[
        str, typer.Option(help="只测这些项目，逗号分隔 · only these entries, with commas between")
    ] = "",
    listed: Annotated[bool, typer.Option("--list", help="列出项目和目标 · list entries and aims")] = False,
    quick: Annotated[bool, typer.Option("--quick", help="小规模短测 · fewer rows, shorter")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON · the figures as JSON")] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="未达目标则退出码 1 · exit code 1 when an aim is missed")
    ] = False,
) -> None:
    """测速：都是同一次运行中的比值 · measure; every figure beside a baseline of the same run."""
    from huiying.bench.run import NoSuchEntry, chosen
    from huiying.bench.run import bench as measure
    from huiying.bench.table import show_entries

    try:
        entries = chosen(name.strip() for name in only.split(",") if name.strip())
    except NoSuchEntry as error:
        print(f"没有此项 · no such entry: {error}", file=sys.stderr)
        raise typer.Exit(2) from None
    if listed:
        show_entries(entries)
        return
    outcome = measure(entries, quick=quick, in_json=as_json)
    for name, why in outcome.failed.items():
        print(f"{name}: 未能测得 · could not be measured: {why}", file=sys.stderr)
    raise typer.Exit(int(bool(outcome.failed) or (strict and not outcome.is_all_met)))


@app.command()
def overload(
    quick: Annotated[bool, typer.Option("--quick", help="短测 · a short run")] = False,
) -> None:
    """过载：请求五倍于处理能力 · ask for five times what can be done."""
    from huiying.bench.overload import overload as storm

    raise typer.Exit(storm(quick=quick))


@app.command("ha-demo")
def ha_demo(
    lose: Annotated[
        list[str] | None,
        typer.Option(
            help="如何失去主库，可多次：killed 或 frozen · how the primary is lost, may be repeated"
        ),
    ] = None,
) -> None:
    """三节点数据库：收件时失去主库 · three database nodes, the primary lost while reports come in."""
    from huiying.binaries import NoServer
    from huiying.ha.cluster import NotWhole
    from huiying.ha.demo import ha_demo as show
    from huiying.ha.story import WAYS, DidNotStart
    from huiying.ha.tools import NoPatroni

    losses = lose or list(WAYS)
    if unknown := [loss for loss in losses if loss not in WAYS]:
        print(f"{', '.join(unknown)}: killed | frozen", file=sys.stderr)
        raise typer.Exit(2)
    try:
        raise typer.Exit(show(RunDirectory.current().root, losses))
    except (NoPatroni, NoServer, NotWhole, DidNotStart) as error:
        print(f"演示未能完成 · the demo could not be finished: {error}", file=sys.stderr)
        raise typer.Exit(1) from None


@app.command()
def migrate(
    services: Services = None,
    check: Annotated[bool, typer.Option("--check", help="只检查 · only look for broken chains")] = False,
    plan: Annotated[bool, typer.Option("--plan", help="只列出 · only list what would run")] = False,
) -> None:
    """更新数据库结构 · bring the schema up, of the given databases or of the local run."""
    from huiying.databases import access_to
    from huiying.migrate import bring_up, check_chains
    from huiying.services import WITH_DATABASE

    if wrong := check_chains():
        print("\n".join(wrong), file=sys.stderr)
        raise typer.Exit(1)
    if plan:
        from huiying.operating.finding import show
        from huiying.operating.plan import plan as planned

        raise typer.Exit(show(planned(access_to(one) for one in services or WITH_DATABASE), as_json=False))
    if not check:
        moved = bring_up([access_to(service) for service in services or WITH_DATABASE])
        print(f"已更新 · brought up: {', '.join(moved)}" if moved else "已是最新 · already the newest")


@app.command()
def revision(
    service: Annotated[str, typer.Argument(help="服务名或 shared · a service, or shared")], why: str
) -> None:
    """生成数据库迁移 · write a migration from what the tables say."""
    from huiying.migrate import write_revision

    write_revision(service, why)


Check = Annotated[bool, typer.Option("--check", help="只比较 · only compare; exit code 1 when stale")]


@app.command()
def openapi(check: Check = False) -> None:
    """生成接口描述 · write every service's openapi.json."""
    from huiying.generated import openapi_documents

    _generate(openapi_documents(), check=check, target="openapi")


@app.command()
def lifecycles(check: Check = False) -> None:
    """生成流程图表 · write every service's LIFECYCLES.md."""
    from huiying.generated import lifecycle_pages

    _generate(lifecycle_pages(), check=check, target="lifecycles")


@app.command()
def manifests(check: Check = False) -> None:
    """生成部署文件 · write compose file, Kubernetes manifests and systemd units."""
    from huiying.deploying.files import manifests as files

    _generate(files(), check=check, target="manifests")


@app.command()
def promises(check: Check = False) -> None:
    """生成承诺页 · write what is promised, with what the last runs counted."""
    from huiying.promises import FIGURES, pages

    _generate(pages(figures=None if check else FIGURES), check=check, target="promises")


def _generate(files: dict[Path, str], *, check: bool, target: str) -> None:
    from huiying.generated import stale, write
    from huiying.places import REPOSITORY

    changed = stale(files) if check else write(files)
    for path in changed:
        print(f"{'过期 · stale' if check else '已写 · wrote'}: {path.relative_to(REPOSITORY)}")
    if check and changed:
        print(f"make {target}", file=sys.stderr)
        raise typer.Exit(1)


@app.command()
def template(
    service: Annotated[str, typer.Argument(help="服务名 · a service")],
    name: Annotated[
        str, typer.Argument(help="文书名，提纲为同名 .txt · a document; its outline is the .txt beside it")
    ],
    force: Annotated[
        bool, typer.Option("--force", help="覆盖已有模板 · write over one that was edited")
    ] = False,
) -> None:
    """由提纲生成文书模板 · make the Word template of a document from its outline."""
    from huiying.paper.outline import OutlineBroken
    from huiying.paper.write import TemplateExists, template_of, write_template

    path = template_of(service, name)
    try:
        write_template(path, force=force)
    except TemplateExists:
        print(
            f"已有模板，加 --force 覆盖 · exists, use --force to write over it: {path.name}", file=sys.stderr
        )
        raise typer.Exit(1) from None
    except (OutlineBroken, FileNotFoundError) as error:
        print(error, file=sys.stderr)
        raise typer.Exit(2) from None
    print(path.name)


@app.command("new-service")
def new_service(name: Annotated[str, typer.Argument(help="一个英文小写单词 · one lower-case word")]) -> None:
    """新建服务 · make a service of the same shape as the others."""
    from huiying.new_service import BadName, install
    from huiying.new_service import new_service as make
    from huiying.places import REPOSITORY

    try:
        for path in make(name):
            print(path.relative_to(REPOSITORY))
    except BadName as error:
        print(error, file=sys.stderr)
        raise typer.Exit(2) from None
    install(name)


register(app)
app.add_typer(api, name="api")
