"""`python -m casework.worker`: seal, watch deadlines, follow other services."""

from casework.app import SPEC, settings
from shared.worker.run import run_worker

if __name__ == "__main__":
    run_worker(SPEC, settings())
