# Everything starts here: `make run` and `make test` do all that a fresh machine needs.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
PREFIX ?= /usr/local
# Nothing is looked for beside the program: its libraries are the system's.
RELEASE := --configuration release --static-swift-stdlib --disable-local-rpath -Xlinker -s
BINARY := .build/release/cksw

.PHONY: help run build test check bench soak fuzz mutate docs record install uninstall deb clean

help: ## What can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

run: build ## Open the dashboard on an invented school
	@.ci/run-demo $(BINARY)

build: ## Build the program for use, after installing what is missing
	@.ci/install-needed build
	swift build $(RELEASE) --product cksw

test: ## Prove the product: every tier, then one line that counts passed and failed
	@.ci/install-needed build test
	@.ci/test

check: ## Formatting, documents, rooms and sources of rules
	@.ci/install-needed build
	@.ci/check

soak: ## The tests with random seeds taken forty times as far
	@.ci/install-needed build test
	@CKSW_SOAK=1 .ci/test

fuzz: ## Ten thousand mutated inputs for every reader, the line editor and the keys
	@.ci/install-needed build test
	swift build --build-tests
	CKSW_FUZZ=$${CKSW_FUZZ:-10000} CKSW_FUZZ_KEEP=.build/fuzz swift test --skip-build --filter Fuzz

mutate: ## Break the rules on purpose, one place at a time, and count what the tests notice
	@.ci/install-needed build test mutate
	@.ci/mutate

bench: build ## Compare with other terminal programs, as ratios
	@.ci/install-needed bench
	@python3 Benchmarks/bench.py $(BINARY)

docs: ## Write what code knows: the documents, and the pack inside the program
	@.ci/install-needed build
	CKSW_WRITE_DOCS=1 swift test --filter "Document|written|document|ManualTests|TravellingPack"

record: ## Take what the recorded tests find for right, after it has been looked at
	@.ci/install-needed build
	CKSW_RECORD=1 swift test --filter DayByDay

install: build ## Install program, manual page and completions under PREFIX (default /usr/local)
	@.ci/install $(BINARY) $(DESTDIR)$(PREFIX)

uninstall: ## Take away exactly what `make install` has put under PREFIX
	@.ci/install --remove $(DESTDIR)$(PREFIX)

deb: build ## Make a Debian package of the program, and print its path
	@.ci/deb $(BINARY) .build/deb

clean: ## Take away what was built
	rm -rf .build
