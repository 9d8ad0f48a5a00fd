# Every target installs what it needs first; Python 3.11+ and make are all that has to be there.
PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed

.PHONY: install demo test coverage mutants check docs bench regen campaign independent outside release clean

install: $(INSTALLED)

$(INSTALLED): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "daftra-async needs Python 3.11 or newer: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

demo: install
	@$(BIN)/python examples/demo.py

test: install
	$(BIN)/python -m pytest --numprocesses 2

# The packages that carry the promises: the tests of each run at least 95 % of its branches.
COVERED := _http _bulk _paging _wire

coverage: install
	$(BIN)/python -m pytest --numprocesses 2 --cov --cov-report= tests/http tests/bulk tests/paging tests/wire tests/sdk
	@failed=0; for package in $(COVERED); do echo; echo "$$package"; \
		$(BIN)/coverage report --skip-covered --fail-under=95 --include="daftra_async/$$package/*" || failed=1; \
	done; exit $$failed

# Small changes of the modules that decide over money, one at a time: nine in ten must fail a test. Half an hour, or
# some minutes for one of them (make mutants MODULES=retry). Kept below mutants/, where the next run goes on.
mutants: install
	$(BIN)/python -m tests.mutants $(MODULES)

check: install
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pyright
	$(BIN)/python -m generator check
	$(BIN)/mkdocs build --strict --quiet

docs: install
	$(BIN)/mkdocs build --strict --quiet
	@echo "site/index.html"

bench: install
	$(BIN)/python -m benchmarks

regen: install
	$(BIN)/python -m generator regen $(if $(URL),--url $(URL)) $(if $(FROM),--from $(FROM))
	$(BIN)/python -m generator check

# The long runs: every byte position, thousands of seeds, hundreds of kills. About an hour.
campaign: install
	DAFTRA_CAMPAIGN=1 DAFTRA_PAGING_SEEDS=2000 $(BIN)/python -m pytest \
		tests/http tests/paging/test_completeness.py tests/paging/test_lying_servers.py tests/generator/test_hostile_pages.py tests/generator/test_hostile_campaign.py
	$(BIN)/python -m tests.bulk.campaign --seeds 10000
	$(BIN)/python -m tests.bulk.kills --kills 500
	$(BIN)/python -m tests.bulk.kills --once --kills 500

# A second server, real processes, damaged ledgers and lying lists: every scenario of tests/independent, each with SEEDS seeds.
SEEDS ?= 3
DRAFTS ?= 1000

independent: install
	$(BIN)/python -m tests.independent.drive --all --seeds $(SEEDS) --drafts $(DRAFTS) --jobs 2

# The document under redocly and spectral, the emulator against schemathesis, the SDK's requests against Prism. Needs npm,
# and installs the tools below .outside.
outside: install
	$(PYTHON) -m venv .outside
	.outside/bin/python -m pip install --quiet --disable-pip-version-check schemathesis
	npm install --silent --no-fund --no-audit --prefix .outside @stoplight/prism-cli @stoplight/spectral-cli @redocly/cli
	.outside/node_modules/.bin/redocly lint specs/openapi.yaml
	.outside/node_modules/.bin/spectral lint --fail-severity=hint specs/openapi.yaml
	SCHEMATHESIS=.outside/bin/schemathesis $(BIN)/python -m tests.emulator.schemathesis_check --examples 3
	PRISM=.outside/node_modules/.bin/prism $(BIN)/python -m tests.emulator.prism_check

# Build the wheel and the sdist and install them with each extra and with the lowest allowed dependencies.
release: install
	DAFTRA_TEST_RELEASE=1 $(BIN)/python -m pytest tests/release

clean:
	rm -rf .venv .outside .peers .schemathesis site .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage mutants build dist
