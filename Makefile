# Two commands matter: `make run` and `make test`. Both install what they need.

.PHONY: run test bench fmt lint stories programs faults web walks pages deny typos clean
.DEFAULT_GOAL := run
SHELL := /bin/bash
export CARGO_TERM_COLOR ?= auto

## Everything on a fresh machine: builds, migrates, builds the site, serves at http://localhost:8080
run:
	tools/setup.sh run
	cargo build --release --locked -p safe-api
	target/release/safe migrate
	target/release/safe demo
	target/release/safe site build
	target/release/safe serve

## Everything on a fresh machine: format, lints, unit and integration tests, site checks, browser tests
test:
	tools/setup.sh test
	$(MAKE) --no-print-directory fmt lint deny typos
	$(MAKE) --no-print-directory stories
	$(MAKE) --no-print-directory faults
	api/crates/cap/tests/independent.sh
	tools/openapi.sh
	$(MAKE) --no-print-directory web

fmt:
	cargo fmt --all --check

lint:
	cargo clippy --locked --workspace --all-targets -- -D warnings

deny:
	.tools/cargo/bin/cargo-deny --log-level error check bans licenses sources
	.tools/cargo/bin/cargo-machete --skip-target-dir

typos:
	.tools/typos/bin/typos --config .config/typos.toml

## Unit tests and stories, on SQLite and PostgreSQL
stories:
	tools/postgres.sh cargo test --locked --workspace

# With the targets of the tests, or cargo would build the dependencies again for other features.
programs:
	cargo build --locked --workspace --all-targets

## Full disk, database gone, push service gone, process killed, hostile clients
faults: programs
	tools/faults.sh

## The built portal in a real browser, and an alert from the office to a phone
web: programs
	SAFE__DATA_DIR=build/web SAFE__SITE__DIR=build/site target/debug/safe site build
	cd tests/web && ONLY=styles,html,links,weights,languages,coverage,live,help,push,offline npm test
	QUICK=1 SITE_DIR=$(CURDIR)/build/site npm --prefix tests/web run e2e

## An alert with every page around it, a permit from the first question to the letter, every
## page of the office, and the help section from the door to the way out, in a real browser
walks: web
	SITE_DIR=$(CURDIR)/build/site npm --prefix tests/web run e2e
	SITE_DIR=$(CURDIR)/build/site tools/postgres.sh npm --prefix tests/web run permits
	SITE_DIR=$(CURDIR)/build/site npm --prefix tests/web run office
	SITE_DIR=$(CURDIR)/build/site npm --prefix tests/web run help

## Accessibility and narrow screens on every kind of page, several minutes
pages: web
	cd tests/web && ONLY=pages npm test

## Benchmarks, one JSON line per figure; ARGS=--only=fanout for one part
bench:
	tools/setup.sh bench
	tools/bench.sh $(ARGS)

clean:
	rm -rf target build .tools data
