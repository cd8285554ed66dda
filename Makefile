# Everything starts here: `make run` and `make test` do all that a fresh machine needs.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
PREFIX ?= /usr/local
RELEASE := --configuration release --static-swift-stdlib -Xlinker -s
BINARY := .build/release/cksw

.PHONY: help run build test check bench soak docs install clean

help: ## What can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

run: build ## Open the dashboard on an invented school
	@scripts/run-demo $(BINARY)

build: ## Build the program for use, after installing what is missing
	@scripts/install-needed build
	swift build $(RELEASE) --product cksw

test: ## Prove the product: every tier, then one line that counts passed and failed
	@scripts/install-needed build test
	@scripts/test

check: ## Formatting, documents, rooms and sources of rules
	@scripts/install-needed build
	@scripts/check

soak: ## The long runs of the tests, with many seeds
	@scripts/install-needed build test
	@CKSW_SOAK=1 scripts/test

bench: build ## Compare with other terminal programs, as ratios
	@scripts/install-needed bench
	@scripts/bench $(BINARY)

docs: ## Write the documents that code knows
	@scripts/install-needed build
	CKSW_WRITE_DOCS=1 swift test --filter Document

install: build ## Install the program under PREFIX (default /usr/local)
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 0755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/cksw

clean: ## Take away what was built
	rm -rf .build
