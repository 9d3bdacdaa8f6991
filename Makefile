# What a person types. `make demo` and `make test` need Python 3.11 or later, make and a package registry, nothing else.
#
#   make demo     set up, read examples/reports into demo.db, print the brief
#   make test     set up, run the tests
#   make check    lint, format, types, import directions, generated files, cases, accuracy gate
#   make docs, make schema    write the generated pages and the JSON Schema anew
#   make format   format the code
#   make bench    list the benchmarks; make bench-speed runs one, ARGS="…" reaches it
#   make wheel    build dist/sayso-….whl
#   make clean    remove what was set up and built
#
# PYTHON=python3.12 picks the interpreter, VENV=folder the place of the environment.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
ARGS ?=
DIST ?= dist
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# Set up once for each state of pyproject.toml. The package is installed in place: a change in src/ needs no new set-up.
CORE := $(VENV)/set-up-core
DEV := $(VENV)/set-up-dev

.PHONY: help demo test check format-check format lint types imports cases gate docs docs-check schema readme bench wheel clean

help:
	@sed -n '3,12p' Makefile | cut -c3-

demo: $(CORE)
	@rm -f demo.db demo.db-wal demo.db-shm
	@SAYSO_LEXICONS=examples/lexicons $(BIN)/sayso read examples/reports --ledger demo.db >&2
	@$(BIN)/sayso brief --ledger demo.db
	@printf '%s\n' '' 'The ledger is ./demo.db, and what you see above is its brief. Try next:' '' \
	  '  export SAYSO_LEDGER=demo.db' \
	  '  $(BIN)/sayso statements --act deny           who denies what' \
	  '  $(BIN)/sayso statements --by RUS             what is said by or for Russia' \
	  '  $(BIN)/sayso figures --about PRK             the numbers, with whose they are' \
	  '  $(BIN)/sayso search soldiers                 words in the reports' \
	  '  $(BIN)/sayso brief --format html > brief.html' \
	  '  $(BIN)/sayso read FILE_OR_FOLDER             pages of your own' '' >&2

test: $(DEV)
	@$(BIN)/python -m pytest -q $(ARGS)

check: lint format-check types imports docs-check cases gate

lint: $(DEV)
	@$(BIN)/ruff check

format-check: $(DEV)
	@$(BIN)/ruff format --check --quiet || { echo 'not formatted; run: make format'; exit 1; }

format: $(DEV)
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

types: $(DEV)
	@$(BIN)/mypy

imports: $(DEV)
	@PYTHONUTF8=1 $(BIN)/lint-imports --no-logo

# Sentences that taught us something: cases/*.yml, run by the tests that read them.
cases: $(DEV)
	@$(BIN)/python -m pytest -q tests/understand

gate: $(DEV)
	@$(BIN)/python benchmarks/gate.py $(ARGS)

docs: $(DEV)
	@$(BIN)/python tools/build_docs.py

docs-check: $(DEV)
	@$(BIN)/python tools/build_docs.py --check
	@$(BIN)/python tools/build_schema.py --check
	@$(BIN)/python tools/build_readme.py --check

schema: $(DEV)
	@$(BIN)/python tools/build_schema.py

readme: $(DEV)
	@$(BIN)/python tools/build_readme.py

bench:
	@for name in $(BENCHES); do \
	  script=benchmarks/$$name.py; [ -f $$script ] || script=benchmarks/$$name/measure.py; \
	  sed -n "1s|^\"\"\"|make bench-$$name: |p" $$script; \
	done

bench-re3d bench-nested bench-reality: $(DEV)
	@$(BIN)/python benchmarks/$(@:bench-%=%)/measure.py $(ARGS)

bench-%: $(DEV)
	@$(BIN)/python benchmarks/$*.py $(ARGS)

BENCHES := attribution copies robustness syntax names windows newsquant timex places re3d nested reality coreference pages speed int8 kill

wheel: $(CORE)
	@$(PIP:install=wheel) --no-deps --wheel-dir $(DIST) .
	@ls -l $(DIST)/*.whl

clean:
	rm -rf $(VENV) dist build demo.db demo.db-wal demo.db-shm

$(VENV)/set-up:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "sayso needs Python 3.11 or later, and $(PYTHON) is older; try: make PYTHON=python3.12 …" >&2; exit 1; }
	@echo "setting up $(VENV): a minute or two, once" >&2
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(CORE): pyproject.toml | $(VENV)/set-up
	@$(PIP) --editable .
	@touch $@

$(DEV): pyproject.toml | $(VENV)/set-up
	@$(PIP) --editable '.[dev]'
	@touch $(CORE) $@
