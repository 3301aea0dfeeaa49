# The same commands for people and for .ci/run.
PYTHON ?= python3
BIN := .venv/bin
LIBRARY ?= library
DATA ?= ../shared/data
SEEDS ?= ../shared/seeds
MODEL_WORK ?= build/model
export HF_HUB_OFFLINE := 1
export ANONYMIZED_TELEMETRY := False

.PHONY: install chat test lint results clean

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

model: install  ## train the embedding model anew from DATA (hours on a CPU; goes on where it was stopped)
	$(BIN)/python -m indexer.embedding.learn $(DATA) $(MODEL_WORK) indexer/embedding/model --seeds $(SEEDS)

lint: install  ## style and types
	$(BIN)/ruff check .
	$(BIN)/mypy

test: lint  ## everything
	$(BIN)/pytest

results: install  ## measure every set that is there, write the figures into eval/RESULTS.md (hours the first time)
	$(BIN)/python -m eval results

clean:  ## forget the set-up and the library
	rm -rf .venv library
