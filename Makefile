# The only door. Everything a developer or the CI does is a target here; `make help` lists them.

SHELL := /bin/sh
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
HUIYING := $(PY) -m huiying
WORKERS ?= 2
PACKAGES := $(sort $(wildcard shared/pyproject.toml services/*/pyproject.toml deploy/huiying/pyproject.toml))
EDITABLE := $(foreach file,$(PACKAGES),-e ./$(patsubst %/pyproject.toml,%,$(file)))
PIP_INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check
s ?=
m ?=
n ?=
ARGS ?=
EXAMPLES_PORT = $(shell expr 8090 + $${HUIYING_PORT_OFFSET:-0})

##@ Every day

.PHONY: help
help: ## list the targets
	@awk 'BEGIN {FS = ":.*## "} /^##@ / {printf "\n%s\n", substr($$0, 5)} \
	  /^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile

.PHONY: setup
setup: $(VENV)/.installed-dev ## create the environment with everything for developing

.PHONY: run
run: $(VENV)/.installed ## start everything, ARGS="--detach --start-at 2026-03-01"; Ctrl-C stops it
	@exec $(HUIYING) run $(ARGS)

.PHONY: stop
stop: $(VENV)/.installed ## stop what `make run` started; the data stays
	@$(HUIYING) stop

.PHONY: reset
reset: $(VENV)/.installed ## stop, and drop the local data
	@$(HUIYING) reset

.PHONY: status
status: $(VENV)/.installed ## say which service answers ready
	@$(HUIYING) status

.PHONY: demo
demo: $(VENV)/.installed ## walk through the journeys of the demo in the running set
	@$(HUIYING) demo $(ARGS)

.PHONY: ha-demo
ha-demo: $(VENV)/.installed ## three database nodes; the primary is lost while reports come in
	@$(HUIYING) ha-demo $(ARGS)

##@ Check and test

.PHONY: check
check: $(VENV)/.installed-dev ## layout, format, lint, types, contracts, generated files, one head a chain
	$(BIN)/pytest -q tests/architecture
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(HUIYING) openapi --check
	$(HUIYING) lifecycles --check
	$(HUIYING) manifests --check
	$(HUIYING) promises --check
	$(HUIYING) api lint
	$(HUIYING) api check
	$(HUIYING) migrate --check

.PHONY: test
test: $(VENV)/.installed-dev ## all tests, on a throwaway PostgreSQL; ARGS="-k words"
	$(BIN)/pytest -n $(WORKERS) --dist loadfile -m "not nightly" $(ARGS)

.PHONY: test-fast
test-fast: $(VENV)/.installed-dev ## only what needs no database: seconds
	$(BIN)/pytest -m "not nightly and not database and not running" $(ARGS)

.PHONY: nightly
nightly: $(VENV)/.installed-dev ## the long tests: kills, fuzz, load
	$(BIN)/pytest -m nightly --timeout=3600 $(ARGS)

.PHONY: bench
bench: $(VENV)/.installed ## measure the running set
	@$(HUIYING) bench $(ARGS)

.PHONY: clients
clients: $(VENV)/.installed ## try the JavaScript clients against the running set; needs node
	@command -v node >/dev/null || { echo "需要 node · node 18 or newer is needed"; exit 1; }
	node deploy/clients/javascript/smoke.js http://localhost:8000 .run/demo-accounts.json

.PHONY: pages
pages: $(VENV)/.installed ## serve the example pages to a browser: a citizen's and an officer's
	@echo "http://localhost:$(EXAMPLES_PORT)/examples/citizen.html  http://localhost:$(EXAMPLES_PORT)/examples/officer.html"
	@$(PY) -m http.server --bind 127.0.0.1 --directory deploy/clients/javascript $(EXAMPLES_PORT)

.PHONY: format
format: $(VENV)/.installed-dev ## format, and mend what the linter can mend
	$(BIN)/ruff check --fix --quiet || true
	$(BIN)/ruff format

##@ Change things

.PHONY: migrate
migrate: $(VENV)/.installed ## bring schemas up, s=intake for one service
	$(HUIYING) migrate $(s)

.PHONY: revision
revision: $(VENV)/.installed-dev ## write a migration from what the tables say, s=intake m="why"
	@test -n "$(s)" && test -n "$(m)" || { echo 'make revision s=intake m="why" (s=shared for mechanisms)'; exit 2; }
	$(HUIYING) revision $(s) "$(m)"

.PHONY: openapi
openapi: $(VENV)/.installed ## write services/*/openapi.json, and the clients' types
	$(HUIYING) openapi

.PHONY: lifecycles
lifecycles: $(VENV)/.installed ## write services/*/LIFECYCLES.md from the tables
	$(HUIYING) lifecycles

.PHONY: manifests
manifests: $(VENV)/.installed ## write compose file, Kubernetes manifests, systemd units
	$(HUIYING) manifests

.PHONY: promises
promises: $(VENV)/.installed ## write deploy/promises.md, with what the last runs of tests counted
	$(HUIYING) promises

.PHONY: lock
lock: $(VENV)/.installed-dev ## pin requirements*.in into hash-locked files, without addresses
	$(BIN)/uv pip compile $(LOCK_OPTIONS) requirements.in -o requirements.lock
	$(BIN)/uv pip compile $(LOCK_OPTIONS) -c requirements.lock requirements-dev.in -o requirements-dev.lock
	$(BIN)/uv pip compile $(LOCK_OPTIONS) deploy/ha/requirements.in -o deploy/ha/requirements.lock

.PHONY: image
image: ## build one service's image, s=intake
	@test -n "$(s)" || { echo 'make image s=intake'; exit 2; }
	docker build -f deploy/Dockerfile --build-arg SERVICE=$(s) -t huiying/$(s) .

.PHONY: new-service
new-service: $(VENV)/.installed-dev ## make a service of the same shape, n=training
	@test -n "$(n)" || { echo 'make new-service n=training'; exit 2; }
	$(HUIYING) new-service $(n)

# What the targets above stand on.

LOCK_OPTIONS := --quiet --universal --python-version 3.11 --no-python-downloads --generate-hashes \
  --no-emit-index-url --no-emit-find-links --no-annotate --no-header

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 或更高版本 · Python 3.11 or newer is needed: make PYTHON=python3.11 ..."; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null \
	  || { echo "缺少 venv · Python's venv module is missing: apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)

# Running needs less than developing; the developer's environment has both stamps.
$(VENV)/.installed: requirements.lock $(PACKAGES) | $(VENV)/bin/python
	$(PIP_INSTALL) --require-hashes -r requirements.lock
	$(PIP_INSTALL) --no-build-isolation --no-deps $(EDITABLE)
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock $(PACKAGES) | $(VENV)/bin/python
	$(PIP_INSTALL) --require-hashes -r requirements-dev.lock
	$(PIP_INSTALL) --no-build-isolation --no-deps $(EDITABLE)
	@touch $(VENV)/.installed $@
