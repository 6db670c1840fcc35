"""`python -m identity.worker`: seal, turn the day, know the other services, tidy up."""

from identity.app import SPEC, settings
from shared.worker.run import run_worker

if __name__ == "__main__":
    run_worker(SPEC, settings())
