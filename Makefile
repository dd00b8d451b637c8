# 小队长: every target sets up what it needs by itself; it needs Python 3.11+, make and a package index.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready

.PHONY: run demo test check check-all bench setup clean

run: $(VENV)/.run
	@$(BIN)/python -m bot run

demo: $(VENV)/.run
	@$(BIN)/python -m bot replay docs/demo.dialog

test: check
	@$(BIN)/python -m pytest

check: $(STAMP)
	@$(BIN)/ruff format --check . && $(BIN)/ruff check . && $(BIN)/mypy && $(BIN)/lint-imports

check-all: check
	@$(BIN)/python -m pytest -m "slow or not slow"

bench: $(STAMP)
	@$(BIN)/python -m benchmarks

setup: $(STAMP)

# The program alone, for people who want to use it.
$(VENV)/.run: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

# The program and the tools that judge it.
$(STAMP): pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.run

clean:
	@rm -rf $(VENV) build *.egg-info
