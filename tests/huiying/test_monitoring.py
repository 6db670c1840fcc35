"""Alerts and dashboard name only figures and codes that exist, and every alert says what to do."""

from __future__ import annotations

import json
import re

import yaml
from prometheus_client import REGISTRY

from huiying.deploying.alerts import ALERTS
from huiying.deploying.files import DEPLOY, manifests
from huiying.services import SERVICES, WITH_DATABASE
from shared.clock import FakeClock
from shared.figures import counted
from shared.figures.standing import names, standing
from shared.http import management
from shared.http.catalogue import Catalogue
from shared.worker import loops

from tests.conftest import MakeDatabase

WATCH = DEPLOY / "monitoring"
NAME = re.compile(r"\bhuiying_[a-z_]+")


async def test_every_figure_that_is_named_exists(make_database: MakeDatabase, clock: FakeClock) -> None:
    standings = names(await standing("intake", await make_database("intake"), clock.now()))
    counters = {f"{one.name}_total" for one in REGISTRY.collect() if one.type == "counter"}
    gauges = {one.name for one in REGISTRY.collect() if one.type == "gauge"}
    assert all((counted.REFUSALS, loops.ROUNDS))  # they registered themselves when they were imported
    known = {*standings, *counters, *gauges, *NAME.findall(management._KNOWN.decode())}

    texts = [text for path, text in manifests().items() if path.is_relative_to(WATCH)]
    named = {name for text in texts for name in NAME.findall(text)}

    assert named - known == set()
    assert set(standings) - named == set(), "a figure nobody looks at"


def test_every_refusal_code_that_is_named_exists() -> None:
    codes = set(re.findall(r'code="(\w+)"', " ".join(alert.expr for alert in ALERTS)))
    known = {code for service in WITH_DATABASE for code in Catalogue.load(service).problems}

    assert codes
    assert codes - known == set()


def test_every_alert_has_its_section_in_the_runbook() -> None:
    runbook = (DEPLOY / "runbook.md").read_text("utf-8")
    sections = re.split(r"^### ", runbook, flags=re.MULTILINE)[1:]
    told = {section.split("\n", 1)[0]: section for section in sections}

    assert {alert.name for alert in ALERTS} - told.keys() == set()
    for alert in ALERTS:
        assert alert.zh in told[alert.name]
        assert len(told[alert.name].splitlines()) > 3


def test_the_rules_and_the_page_are_what_prometheus_and_grafana_read() -> None:
    rules = yaml.safe_load((WATCH / "alerts.yaml").read_text("utf-8"))["groups"][0]["rules"]
    page = json.loads((WATCH / "dashboard.json").read_text("utf-8"))
    scraped = yaml.safe_load((WATCH / "prometheus.yaml").read_text("utf-8"))["scrape_configs"][0]

    assert [rule["alert"] for rule in rules] == [alert.name for alert in ALERTS]
    assert all(rule["expr"].count("(") == rule["expr"].count(")") for rule in rules)
    places = [(one["gridPos"]["x"], one["gridPos"]["y"]) for one in page["panels"]]
    assert len(places) == len(set(places))
    assert len(scraped["static_configs"][0]["targets"]) == 2 * len(WITH_DATABASE) + (
        len(SERVICES) - len(WITH_DATABASE)
    )
