# Two commands do everything: `make run` and `make test`. They need Python 3.11 or later and make, nothing else.

# The first interpreter on the path that is new enough; `make run PYTHON=/path/to/python3` chooses another.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)

VENV := .venv
BIN := $(VENV)/bin
BARE := build/bare
LEDGER ?= rawi.db
FILES ?=
# Twice quiet: errors still show, remarks about the index of this machine do not.
PIP_FLAGS := -qq --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help run test train lint types imports unit gate accuracy figures bench bare dev format clean
# A stamp that was half made is not made.
.DELETE_ON_ERROR:

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1|\2/p' Makefile | while IFS='|' read -r name what; do printf '%-12s %s\n' "$$name" "$$what"; done

$(VENV)/made:
	@test -n "$(PYTHON)" || { echo "Rawi needs Python 3.11 or later: install it, or say make PYTHON=/path/to/python3" >&2; exit 1; }
	@"$(PYTHON)" -m venv $(VENV) || { echo "$(PYTHON) cannot make a virtual environment; on Debian and Ubuntu: apt install python3-venv" >&2; rm -rf $(VENV); exit 1; }
	@touch $@

# The package is installed in place: a change of the sources needs no new installation, a change of pyproject.toml does.
$(VENV)/installed: $(VENV)/made pyproject.toml
	@echo "Installing Rawi into $(VENV) (once)" >&2
	@$(BIN)/python -m pip install $(PIP_FLAGS) -e .
	@touch $@

$(VENV)/installed-dev: $(VENV)/made pyproject.toml
	@echo "Installing Rawi and its development tools into $(VENV) (once)" >&2
	@$(BIN)/python -m pip install $(PIP_FLAGS) -e '.[dev]'
	@touch $(VENV)/installed $@

# What fits the decisions anew (docs/accuracy.md measures outlets held out); neither running nor testing needs it.
$(VENV)/installed-training: $(VENV)/installed-dev
	@echo "Installing the tools of training into $(VENV) (once)" >&2
	@$(BIN)/python -m pip install $(PIP_FLAGS) -e '.[training]'
	@touch $@

run: $(VENV)/installed ## read the sample (or FILES="a.txt folder/") into the ledger rawi.db and show what is in it
	@$(BIN)/rawi demo $(FILES) --ledger $(LEDGER)

test: lint unit gate ## lint, types, import contracts, tests, quality floors

dev: $(VENV)/installed-dev ## make .venv with everything a change needs

lint: $(VENV)/installed-dev ## ruff, mypy, import contracts
	@$(BIN)/ruff check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

unit: $(VENV)/installed-dev
	@$(BIN)/python -m pytest

gate: $(VENV)/installed-dev ## quality floors on the gold in ../shared, where that is
	@$(BIN)/python tests/gate.py

accuracy: $(VENV)/installed-training ## measure on the gold in ../shared and write the tables of docs/accuracy.md
	@$(BIN)/python -m tests.accuracy

figures: $(VENV)/installed-dev ## what the data sets in ../shared show, beside the gold
	@for script in tests/figures/*.py; do $(BIN)/python "$$script" || exit 1; done

SHARED := ../shared
GOLD := $(SHARED)/eval/train.jsonl
CORPUS := $(SHARED)/corpus/articles.jsonl.gz

train: $(VENV)/installed-training ## train all that is trained again, from ../shared (a quarter of an hour)
	@$(BIN)/python -m training.transliteration
	@$(BIN)/python -m training.names
	@$(BIN)/python -m training.word_classes $(CORPUS)
	@$(BIN)/python -m training.statements $(GOLD)
	@$(BIN)/python -m training.nesting $(GOLD)
	@$(BIN)/python -m training.confidence $(GOLD)
	@$(BIN)/python -m training.force $(GOLD) $(CORPUS)

bench: $(VENV)/installed-dev ## words per second on one core and peak memory over the corpus in ../shared
	@$(BIN)/python tests/bench/speed.py

bare: $(VENV)/installed-dev ## build the wheel, start it with its runtime dependencies only
	@rm -rf $(BARE) && mkdir -p $(BARE)
	@$(BIN)/python -m build --wheel --outdir $(BARE) . >$(BARE)/build.log 2>&1 || { cat $(BARE)/build.log >&2; exit 1; }
	@"$(BIN)/python" -m venv $(BARE)/venv
	@$(BARE)/venv/bin/python -m pip install $(PIP_FLAGS) $(BARE)/*.whl
	@cd $(BARE) && venv/bin/rawi --version && venv/bin/rawi demo --ledger bare.db >demo.log && echo "bare: the wheel starts and reads its sample"

format: $(VENV)/installed-dev ## sort imports, mend what ruff can mend
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

clean: ## remove what the commands above made (not the ledger)
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
