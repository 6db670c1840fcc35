"""`python -m casework`: run the API."""

from casework.app import SPEC, settings
from shared.service.main import run_service

if __name__ == "__main__":
    run_service(SPEC, settings())
