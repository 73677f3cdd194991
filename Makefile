# Everything a developer does here, by name. Staff need none of it: they run `bantin` (README.md).
# Each target prepares what it needs: requirements/prepare.sh makes .venv and fills it from hash-locked
# lists, and does nothing the second time. PYTHON=python3.12 starts from another Python.

PREPARE := requirements/prepare.sh
BIN     := .venv/bin
# pytest with a worker on each core, four at most; whoever is done first takes over from the others
PYTEST  := $(BIN)/python -m pytest -q --numprocesses auto --maxprocesses 4 --dist worksteal
STARTED := $(shell date +%s)

export PYTHON

.DEFAULT_GOAL := help
# The targets share one environment and the machine's few cores: `make -j` runs them one by one.
.NOTPARALLEL:
.PHONY: help site serve check test style types unit browser accept catalogues bench lock clean

help: ## các lệnh ở đây · this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile

site: ## dựng và kiểm tra trang tin trong site/ · build the checked site
	@$(PREPARE) runtime
	@$(BIN)/bantin build

serve: ## xem trước trên máy này · live preview on this machine
	@$(PREPARE) runtime
	@$(BIN)/bantin serve

check: ## kiểm tra bản ghi, không dựng trang · check the records without building
	@$(PREPARE) runtime
	@$(BIN)/bantin check

test: style types unit browser ## mọi kiểm thử, nhanh trước chậm sau · every test, fast ones first
	@echo "Kiểm thử xong trong $$(($$(date +%s) - $(STARTED))) giây. · All tests passed."

style: ## kiểm thử: cách viết mã (ruff) · tests: style
	@$(PREPARE) test
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

types: ## kiểm thử: kiểu dữ liệu (mypy) · tests: types
	@$(PREPARE) test
	@$(BIN)/mypy

unit: ## kiểm thử: phần nhanh (pytest) · tests: the fast ones
	@$(PREPARE) test
	@$(PYTEST) -m "not slow and not browser"

browser: ## kiểm thử: phần chậm và trình duyệt · tests: the slow ones and those in Chromium
	@$(PREPARE) test
	@requirements/poppler.sh
	@BANTIN_CHROMIUM="$$(requirements/chromium.sh)" && export BANTIN_CHROMIUM && \
	  BANTIN_HTML_CHECKER="$$(requirements/html-checker.sh)" && export BANTIN_HTML_CHECKER && \
	  BANTIN_NGINX="$$(requirements/nginx.sh)" && export BANTIN_NGINX && \
	  BANTIN_STRUCTURED_DATA="$$(requirements/structured-data.sh)" && export BANTIN_STRUCTURED_DATA && \
	  $(PYTEST) -m "slow or browser"

accept: ## nhận kết quả mới làm mẫu đối chiếu · accept the present results as the golden ones
	@$(PREPARE) test
	@BANTIN_ACCEPT=1 $(BIN)/python -m pytest -q -m golden

catalogues: ## cập nhật bản dịch thông báo · bring the message catalogues up to date
	@$(PREPARE) runtime
	@$(BIN)/python -m bantin.problems.catalogues

bench: ## đo trang và tốc độ, so với MkDocs, Hugo, Eleventy … · measure pages and builds beside others
	@$(PREPARE) bench
	@$(BIN)/python -m benchmarks $(BENCH)

lock: ## làm lại requirements/*.txt (LOCK=--upgrade: bản mới) · remake the locked lists
	@$(PREPARE) lock
	@requirements/lock.sh $(LOCK)

clean: ## xóa mọi thứ đã dựng, giữ .venv · remove what was made, keep .venv
	@rm -rf build site public .hypothesis .mypy_cache .pytest_cache .ruff_cache
