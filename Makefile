# Each target builds .venv itself, from the locked versions, where it is missing or out of date.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed
LOCKS := requirements/dev.txt requirements/server.txt
PIP := $(BIN)/python -m pip --disable-pip-version-check
RESOLVE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --upgrade --generate-hashes \
  --no-annotate --no-header --no-emit-index-url --no-emit-find-links --exclude-newer '3 days'
LOCKED := --quiet --require-hashes --no-deps --only-binary :all:

.PHONY: help demo test generate check lint format lock bench soak clean

help:  ## show these targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## /  \1\t/'

$(STAMP): pyproject.toml $(LOCKS)
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed")'
	$(PYTHON) -m venv --clear .venv
	$(PIP) install $(LOCKED) -r requirements/dev.txt
	@$(PIP) install $(LOCKED) -r requirements/server.txt \
	  || echo "no server for the tests of shared tokens on this machine: they will be skipped"
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(STAMP)  ## validate, regenerate, and run all operations against the simulator
	@$(BIN)/python -m tests.demo

test: $(STAMP)  ## run every test
	$(BIN)/python -m pytest

generate: $(STAMP)  ## write generated/ from specs/ and templates/
	$(BIN)/python -m generator generate

check: $(STAMP)  ## fail where generated/ is not what the specs render to
	$(BIN)/python -m generator check

lint: $(STAMP)  ## ruff and mypy --strict over everything
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(STAMP)  ## format the code written by hand
	$(BIN)/ruff format generator templates tests
	$(BIN)/ruff check --fix generator templates tests

lock: $(STAMP)  ## renew the locked versions in requirements/
	$(RESOLVE) pyproject.toml --extra dev --output-file requirements/dev.txt
	$(RESOLVE) requirements/server.in --constraint requirements/dev.txt \
	  --output-file requirements/server.txt

bench: $(STAMP)  ## measure against others, as ratios in one run
	$(BIN)/python -m tests.bench

soak: $(STAMP)  ## whole jobs of eight processes under faults, for a minute
	$(BIN)/python -m tests.soak

clean:  ## remove .venv and caches
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist generated/*.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
