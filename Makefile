# The same commands for people and for .ci/run.
PYTHON ?= python3
BIN := .venv/bin
LIBRARY ?= library
export HF_HUB_OFFLINE := 1
export ANONYMIZED_TELEMETRY := False

.PHONY: install chat test lint clean

install: .venv/installed  ## set up .venv with the locked versions

.venv/installed: requirements.lock pyproject.toml
	@echo "Setting up .venv (a few minutes the first time: torch is large) ..."
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --progress-bar on -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

chat: install  ## index the example documents, answer a first question, serve the chat page
	$(BIN)/namndsvar index examples/documents --library $(LIBRARY)
	$(BIN)/namndsvar ask "Hur många konsulter fanns 2018?" --library $(LIBRARY)
	$(BIN)/namndsvar serve --library $(LIBRARY)

lint: install  ## style and types
	$(BIN)/ruff check .
	$(BIN)/mypy

test: lint  ## everything
	$(BIN)/pytest

clean:  ## forget the set-up and the library
	rm -rf .venv library
