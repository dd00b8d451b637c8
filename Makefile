# 小队长: every target sets up what it needs by itself; it needs Python 3.11+, make and a package index.
PYTHON ?= python3
BIN := .venv/bin
# Twice quiet: a mirror that lacks a package is no news, an error still is.
INSTALL := $(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --editable

.PHONY: run demo test check check-all bench clean

# A group chat in this terminal, kept in data/duizhang.db.
run: .venv/program
	@$(BIN)/python -m bot run --console

# A team's whole day, replayed.
demo: .venv/program
	@$(BIN)/python -m bot replay docs/demo.dialog

test: check
	@$(BIN)/python -m pytest -n 2

check: .venv/tools
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

# Everything, also what runs for minutes.
check-all: check
	@$(BIN)/python -m pytest -m "slow or not slow"

bench: .venv/tools
	@$(BIN)/python -m benchmarks

.venv/program: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(INSTALL) .
	@touch $@

.venv/tools: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(INSTALL) '.[dev]'
	@touch $@ .venv/program

clean:
	@rm -rf .venv build *.egg-info
