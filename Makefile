# Two commands for a new user: `make demo` (the main job on samples/) and `make test`.
# `make check` runs what CI runs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
DEMO := demo

.PHONY: demo test check lint types eval clean

demo: $(INSTALLED)
	@$(BIN)/lakmoes doctor || true
	@# Exit 5: no data for scans; the scan has its row with the command to install them, the rest is done.
	$(BIN)/lakmoes run samples --out $(DEMO) || test $$? -eq 5

test: $(INSTALLED)
	$(BIN)/pytest -n 2 --dist loadfile

check: lint types test

# Figures of detection on dossiers with known redactions; docs/detection.md says what DATA holds.
eval: $(INSTALLED)
	@test -n "$(DATA)" || { echo "make eval DATA=FOLDER, see docs/detection.md"; exit 1; }
	$(BIN)/python -m lakmoes.workflow.evaluating $(DATA)

lint: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(INSTALLED)
	$(BIN)/mypy

$(INSTALLED): pyproject.toml .ci/constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed: apt-get install python3"; exit 1; }
	@test -x $(BIN)/pip || $(PYTHON) -m venv $(VENV) \
	  || { echo "The module venv is missing: apt-get install python3-venv"; rm -rf $(VENV); exit 1; }
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint .ci/constraints.txt --editable '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) $(DEMO) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
