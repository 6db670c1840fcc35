"""Lists of requests: by state, newest first."""

from __future__ import annotations

from typing import Any

from intake.store.requests import requests_sorting
from intake.usecases.requests.processes import REQUESTS
from shared.process.listing import Listing, ObjectQuery


def _listing(process: Any) -> Listing:
    return Listing(process, query=ObjectQuery, sorting=requests_sorting(process.table), conditions={})


REQUEST_LISTS = tuple(_listing(process) for process in REQUESTS)
