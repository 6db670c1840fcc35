"""`python -m rectification.worker`: seal, watch deadlines, follow other services."""

from rectification.app import SPEC, settings
from shared.worker.run import run_worker

if __name__ == "__main__":
    run_worker(SPEC, settings())
