"""`python -m gateway`: run the gateway."""

from gateway.launch import run

if __name__ == "__main__":
    run()
