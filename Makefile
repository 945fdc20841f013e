# Two commands do everything on a fresh machine with Python >= 3.11: `make run` and `make test`.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PORT ?= 8050

.PHONY: run test check browser screenshots wheel clean

$(BIN)/timeline: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --upgrade pip
	$(BIN)/pip install --quiet --editable '.[pdf]'
	@touch $@

$(VENV)/.test: $(BIN)/timeline
	$(BIN)/pip install --quiet --editable '.[test,check,pdf]'
	@touch $@

run: $(BIN)/timeline ## install and open the app on the first article
	$(BIN)/timeline serve --demo --port $(PORT)

# The page is tested in a real Chromium: the one installed, or Debian's.
browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || { \
	  echo 'installing chromium for the page tests'; \
	  SUDO=$$(command -v sudo || true); $$SUDO apt-get update -qq && $$SUDO apt-get install -y -qq chromium fonts-noto-core >/dev/null; }
	@# One test asks TimelineJS itself whether it reads our export; without npm it is skipped.
	@if command -v npm >/dev/null && [ ! -d $(VENV)/node/node_modules/@knight-lab ]; then mkdir -p $(VENV)/node; \
	  npm install --prefix $(VENV)/node --no-save --no-audit --no-fund --silent @knight-lab/timelinejs@3.9.11 >/dev/null 2>&1 || true; fi

test: $(VENV)/.test browser ## install what the tests need, Chromium included, and run them
	$(BIN)/pytest tests -n 2 --dist loadgroup

check: $(VENV)/.test browser ## everything a commit has to pass
	$(BIN)/ruff format --check . && $(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell
	$(BIN)/pytest tests -n 2 --dist loadgroup

screenshots: $(VENV)/.test browser ## take the pictures of README and docs
	$(BIN)/python docs/screenshots.py

wheel: $(VENV)/.test ## build the wheel into dist/
	$(BIN)/python -m build --wheel

clean:
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache
