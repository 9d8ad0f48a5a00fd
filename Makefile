# Every target installs what it needs first; Python 3.11+ and make are all that has to be there.
PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed

.PHONY: install demo test check docs bench regen campaign clean

install: $(INSTALLED)

$(INSTALLED): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "daftra-async needs Python 3.11 or newer: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

demo: install
	@$(BIN)/python examples/demo.py

test: install
	$(BIN)/python -m pytest

check: install
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pyright
	$(BIN)/python -m generator check

docs: install
	$(BIN)/mkdocs build --strict --quiet
	@echo "site/index.html"

bench: install
	$(BIN)/python -m benchmarks

regen: install
	$(BIN)/python -m generator regen $(if $(URL),--url $(URL)) $(if $(FROM),--from $(FROM))
	$(BIN)/python -m generator check

clean:
	rm -rf .venv site .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
