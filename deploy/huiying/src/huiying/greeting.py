"""What a person sees when the set runs: addresses, accounts, and three commands to try."""

from __future__ import annotations

import json
from typing import Any

from huiying.places import RunDirectory
from huiying.services import GATEWAY_PORT

HOST = f"http://localhost:{GATEWAY_PORT}"
SHOWN = ("petition.city", "housing1.clerk", "office1.handler", "principal.city", "inspection.office")

TEXT = """
回应 Huiying 已就绪 · is ready   {host}
  接口文档 · API docs      {host}/docs
  日志 · logs              {log}
{accounts}
试一试 · try:
  1 提交一件诉求 · submit a demand
    curl -s {host}/intake/v1/public/submissions -H 'Content-Type: application/json' \\
      -H "Idempotency-Key: $(cat /proc/sys/kernel/random/uuid)" \\
      -d '{demand}'
  2 登录 · log in
    curl -s {host}/identity/v1/token -d grant_type=password \\
      -d username={login} --data-urlencode password='{password}'
  3 查看收到的诉求（先 export TOKEN=上一步的 access_token）· list what came in
    curl -s "{host}/intake/v1/demands?state=received" -H "Authorization: Bearer $TOKEN"

停止 · stop: {stop}    清除数据 · drop the data: make reset
"""
DEMAND = {
    "category": "livelihood_demand",
    "content": "小区门口路灯坏了两周，夜里看不清路。",
    "region": "district-1",
    "field": "housing_registration",
}


def greeting(run: RunDirectory, *, detached: bool) -> str:
    """Return the text, in Chinese and English, with the demo's accounts when there are any."""
    accounts = _accounts(run)
    first: dict[str, Any] = accounts[0] if accounts else {"login": "LOGIN", "password": "PASSWORD"}
    return TEXT.format(
        host=HOST,
        log=run.log,
        accounts=_table(accounts, run),
        demand=json.dumps(DEMAND, ensure_ascii=False),
        login=first["login"],
        password=first["password"],
        stop="make stop" if detached else "Ctrl-C",
    )


def _accounts(run: RunDirectory) -> list[dict[str, Any]]:
    try:
        accounts: list[dict[str, Any]] = json.loads(run.accounts.read_text())
    except FileNotFoundError:
        return []
    by_login = {account["login"]: account for account in accounts}
    return [by_login[login] for login in SHOWN if login in by_login] or accounts[:5]


def _table(accounts: list[dict[str, Any]], run: RunDirectory) -> str:
    if not accounts:
        return ""
    lines = [f"  演示账号 · demo accounts  {run.accounts}"]
    lines += [f"    {account['login']:<18} {account['password']}  {account['name']}" for account in accounts]
    return "\n".join(lines)
