# Each target builds .venv itself where it is missing or older than pyproject.toml.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed

.PHONY: help demo test generate check lint format bench soak clean

help:  ## show these targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## /  \1\t/'

$(STAMP): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10) and "Python 3.10 or later is needed")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
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

bench: $(STAMP)  ## measure against others, as ratios in one run
	$(BIN)/python -m tests.bench

soak: $(STAMP)  ## whole jobs of eight processes under faults, for a minute
	$(BIN)/python -m tests.soak

clean:  ## remove .venv and caches
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist generated/*.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
