# Needs only Python 3.11 or newer with venv. Everything lands in .venv/ and .local/.
PYTHON ?= python3
UV_VERSION := 0.13.9
BIN := .venv/bin
NATIVE := .local/native
UV := VIRTUAL_ENV="$(CURDIR)/.venv" $(BIN)/uv

# Test files run side by side, each worker with a Kafka and a Redis of its own: most of their time is waiting.
WORKERS ?= 2

.PHONY: help run test check bench bench-analysis native train doctor reset requirements

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: .venv/local.stamp  ## start everything on this machine, publish the seed articles, show the alerts
	@$(BIN)/tensionwire up

test: .venv/dev.stamp  ## all tests, on Kafkas and Redises of their own; WORKERS=1 runs one file at a time
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder

check: .venv/dev.stamp  ## style, types and layers only
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports

bench: .venv/dev.stamp  ## throughput and latency on this machine
	@$(BIN)/python -m benchmarks.stream

bench-analysis: .venv/bench.stamp  ## time of the analysis of an article, beside spaCy
	@$(BIN)/python -m benchmarks.analysis

native: .venv/native.stamp  ## compile a copy of the analysis to machine code and test it; needs a C compiler
	@rm -rf $(NATIVE) && mkdir -p $(NATIVE)
	@cp -r pyproject.toml alerts benchmarks consumers seeds streams tensionwire tests training $(NATIVE)
	@echo "compiling, two minutes or so"
	@PATH="$(CURDIR)/$(BIN):$$PATH" ops/native.sh $(NATIVE)
	@cd $(NATIVE) && $(CURDIR)/$(BIN)/python -m pytest -q tests/analysis tests/lexicon
	@cd $(NATIVE) && $(CURDIR)/$(BIN)/python -m benchmarks.analysis --without-spacy

train: .venv/train.stamp  ## learn the weights of contacts anew from the labelled articles, MORE="paths" for others
	@$(BIN)/python -m training $(MORE)

doctor: .venv/local.stamp  ## what is missing or wrong here, and what to do about it
	@$(BIN)/tensionwire doctor

reset: .venv/local.stamp  ## clear the data of the local stack
	@$(BIN)/tensionwire reset

.venv/bin/uv: requirements/uv.txt
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed, this is " + sys.version.split()[0] + ". Name another: make run PYTHON=python3.12")'
	@echo "making .venv"
	@$(PYTHON) -m venv .venv || { echo "venv is missing: on Debian or Ubuntu, apt-get install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $@

# dev.txt holds all that local.txt does, so either stamp serves `make run`.
.venv/local.stamp: .venv/bin/uv requirements/local.txt pyproject.toml
	@if [ -f .venv/dev.stamp ]; then $(MAKE) --no-print-directory .venv/dev.stamp; else \
	  echo "fetching packages (about 200 MB the first time)"; \
	  $(UV) pip install --quiet --require-hashes -r requirements/local.txt && $(UV) pip install --quiet --no-deps --no-build-isolation -e . ; fi
	@touch $@

.venv/dev.stamp: .venv/bin/uv requirements/dev.txt pyproject.toml
	@echo "fetching packages for tests (about 250 MB the first time)"
	@$(UV) pip install --quiet --require-hashes -r requirements/dev.txt
	@$(UV) pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

.venv/native.stamp: .venv/dev.stamp requirements/native.txt
	@$(UV) pip install --quiet --require-hashes -r requirements/native.txt
	@touch $@

# spaCy is of use to one benchmark alone.
.venv/bench.stamp: .venv/dev.stamp requirements/bench.txt
	@$(UV) pip install --quiet --require-hashes -r requirements/bench.txt
	@touch $@

.venv/train.stamp: .venv/dev.stamp requirements/train.txt
	@$(UV) pip install --quiet --require-hashes -r requirements/train.txt
	@touch $@

COMPILE := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links
requirements: .venv/bin/uv  ## pin the requirements anew from pyproject.toml
	@$(COMPILE) pyproject.toml -o requirements/run.txt
	@$(COMPILE) --extra build --extra local pyproject.toml -o requirements/local.txt
	@$(COMPILE) --extra build --extra local --extra dev pyproject.toml -o requirements/dev.txt
	@$(COMPILE) --extra build --extra local --extra dev --extra bench pyproject.toml -o requirements/bench.txt
	@$(COMPILE) --extra build --extra local --extra dev --extra train pyproject.toml -o requirements/train.txt
	@printf 'hatchling==1.33.0\neditables==0.6\n' | $(COMPILE) - -o requirements/build.txt
	@printf 'mypy==2.4.1\nsetuptools==80.9.0\n' | $(COMPILE) - -o requirements/native.txt
	@printf 'uv==$(UV_VERSION)\n' | $(COMPILE) - -o requirements/uv.txt
