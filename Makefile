# `make` prints what there is. `python3 run.py` needs no make at all.
PYTHON ?= python3
BIN = .venv/bin
# Python keeps what it compiled even where the machine says not to: without that each start takes seconds longer
unexport PYTHONDONTWRITEBYTECODE
UV ?= $(or $(shell command -v uv),.tools/uv/bin/uv)
LOCK = $(UV) pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11
UPGRADE ?=

.DEFAULT_GOAL := help
.PHONY: help install run dev db test test-core test-fast check format lint types imports schema ui docs lock bench bench-full

help: ## Print the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: ## Install everything developers need into .venv
	@$(PYTHON) run.py install

run: ## Start the CMS with demo content
	@$(PYTHON) run.py

dev: ## Start the CMS for changing it: server and admin interface reload; ARGS="--port 8100 --data-dir elsewhere"
	@$(PYTHON) run.py dev $(ARGS)

db: install ## Open a shell on the database of the running CMS
	@CMS_DATA_DIR=$${CMS_DATA_DIR:-data} $(BIN)/python -m development.database

test: install ## Run the tests only; such as make test ARGS="-k settings"
	$(BIN)/python -m pytest $(ARGS)

test-fast: ## Run the tests that need no engine, browser or other process, with few examples of each property
	$(BIN)/python -m pytest --fast -n auto $(ARGS)

check: ## Run every check and test, exactly what CI runs
	@$(PYTHON) run.py test

format: install ## Rewrite the code in the project's format
	$(BIN)/python -m ruff check --fix-only --select I .
	$(BIN)/python -m ruff format .

lint: install ## Look for mistakes (ruff)
	$(BIN)/python -m ruff check .

types: install ## Check types (basedpyright)
	$(BIN)/python -m basedpyright --level error

imports: install ## Check that imports go one way (import-linter)
	$(BIN)/lint-imports --no-cache

schema: install ## Write the GraphQL schema of the code to schema/
	$(BIN)/python -m cms.cli schema print --write

ui: install ## Format the admin interface and write its generated types
	$(PYTHON) -m bootstrap.admin_ui_format

docs: install ## Write docs/settings.md from cms/kernel/settings.py
	$(BIN)/python -m cms.kernel.settings_reference > docs/settings.md

lock: install ## Pin all dependencies with their hashes; make lock UPGRADE=--upgrade for newer ones
	$(LOCK) $(UPGRADE) pyproject.toml --extra embedded -o requirements/run.txt
	$(LOCK) $(UPGRADE) pyproject.toml --constraints requirements/run.txt -o requirements/server.txt
	$(LOCK) $(UPGRADE) pyproject.toml --extra embedded --group dev --constraints requirements/run.txt -o requirements/dev.txt
	$(LOCK) $(UPGRADE) --group installer -o requirements/uv.txt
	$(LOCK) $(UPGRADE) --group build -o requirements/build.txt
	$(LOCK) $(UPGRADE) --group ui -o requirements/ui.txt
	$(LOCK) $(UPGRADE) --group clients -o requirements/clients.txt

bench: install ## Measure speed; see benchmarks/
	@failed=; for part in benchmarks benchmarks.uncached benchmarks.ceiling benchmarks.rush benchmarks.event_loop; do \
	  $(BIN)/python -m $$part $(ARGS) || failed="$$failed $$part"; \
	done; test -z "$$failed" || { echo "Failed, or missed a target:$$failed" >&2; exit 1; }

bench-full: install ## Measure what takes hours; run again it goes on where it was; ARGS="--data-dir elsewhere --minutes 2"
	$(BIN)/python -m benchmarks.full $(ARGS)
