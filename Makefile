# Two commands are enough: `make run` and `make test`. Each sets up all it needs the first time.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
# Two at a time: measured faster than one, and gentle on small machines.
JOBS ?= 2

.PHONY: run test check bench screens pictures reference strings stress lock clean

run: $(READY)
	@$(BIN)/casebook $(ARGS)

# A crashed worker ends the run: xdist hands its tests to a new one only when they are not grouped, and waits for ever.
test: $(READY)
	$(BIN)/python -m pytest -n $(JOBS) --dist loadgroup --max-worker-restart 0 $(ARGS)

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest tests/benchmarks/bench_*.py -p no:xdist -q -s $(ARGS)

screens: $(READY)
	$(BIN)/python -m pytest tests/ui/test_screens.py -m "screens or not screens" $(ARGS)
	@echo "The pictures are in tests/artifacts/"

# The pictures of the guide, from the real window: look at them before they are committed.
pictures: $(READY)
	$(BIN)/python -m tests.ui.guide_pictures $(ARGS)
	@echo "The pictures are in docs/images/"

# Every name a template may use, from the declaration; a test holds the page current.
reference: $(READY)
	$(BIN)/casebook templates --reference > docs/template-reference.md

# Collects what the window says for translators, and makes what they have translated ready: make strings SPEAK=fr
SPEAK ?= fr
strings: $(READY)
	@mkdir -p resources/translations
	$(BIN)/pyside6-lupdate -tr-function-alias tr+=_ $$(git ls-files 'casebook/*.py') \
		-ts resources/translations/casebook_$(SPEAK).ts
	$(BIN)/pyside6-lrelease resources/translations/casebook_$(SPEAK).ts

stress: $(READY)
	$(BIN)/python -m pytest -m stress $(ARGS)
	$(BIN)/python -m pytest -n $(JOBS) -m hypothesis --hypothesis-profile search $(ARGS)

# Pins every dependency, for every platform, with hashes; run it after changing a range in pyproject.toml.
lock:
	$(PYTHON) -m venv .venv/lock
	.venv/lock/bin/python -m pip install --quiet --upgrade uv
	.venv/lock/bin/uv pip compile pyproject.toml --extra test --universal --generate-hashes --upgrade \
		--no-emit-index-url --no-annotate --no-header --quiet --output-file requirements.lock
	rm -rf .venv/lock

clean:
	rm -rf .venv build dist tests/artifacts .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

# The lock first, hashes checked; then Casebook itself, which brings nothing more.
$(READY): requirements.lock pyproject.toml
	@echo "Setting up Casebook in .venv: once, about a minute."
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
