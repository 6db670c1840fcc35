"""`python -m rectification`: run the API."""

from rectification.app import SPEC, settings
from shared.service.main import run_service

if __name__ == "__main__":
    run_service(SPEC, settings())
