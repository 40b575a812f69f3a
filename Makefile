# `make test` and `make review` need Python ≥ 3.11 and make; everything else they set up themselves in .venv.
PYTHON ?= python3
BIN := .venv/bin
FUZZ ?= 180
# Tests wait for browsers, servers and databases: one worker more than there are processors loses less of that time.
WORKERS ?= $(shell $(PYTHON) -c 'import os; print((os.cpu_count() or 1) + 1)')

.PHONY: test review shots fuzz clean

test: .venv/ready
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

review: .venv/ready
	$(BIN)/workbench check articles --fail-on never
	$(BIN)/workbench serve

shots: .venv/ready
	$(BIN)/python tests/shots.py

fuzz: .venv/ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[fuzz]'
	$(BIN)/python tests/fuzz/run.py --seconds $(FUZZ)

.venv/ready: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "workbench needs Python 3.11 or newer; name one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,notebook,postgres]'
	$(BIN)/python -m compileall -q workbench  # start-up: some machines never write bytecode by themselves
	touch $@

clean:
	rm -rf .venv .mypy_cache .ruff_cache .import_linter_cache .hypothesis build dist
