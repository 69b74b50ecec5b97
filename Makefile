# Two commands do everything on a fresh machine with Swift: `make demo`, `make test`.
#
# One build configuration serves the demo, the tests and the end-to-end runs,
# so that nothing is compiled twice: release, with internals visible to tests.
SWIFT_FLAGS := -c release -Xswiftc -enable-testing
PLATEAU := .build/release/plateau
OUT := out
DEMO_LANG := fr

# Homebrew keeps its headers outside the compiler's default paths (not measured).
ifeq ($(shell uname -s),Darwin)
export CPATH := $(shell brew --prefix 2>/dev/null)/include:$(CPATH)
export LIBRARY_PATH := $(shell brew --prefix 2>/dev/null)/lib:$(LIBRARY_PATH)
endif

.PHONY: demo test build bench format lint setup clean

demo: build
	$(PLATEAU) plan datasets/maxiphone --lang $(DEMO_LANG) --out $(OUT)/maxiphone

# The tests are built apart from being run: `swift test` alone would compile
# everything anew under flags of its own.
test: setup
	swift build $(SWIFT_FLAGS) --build-tests
	swift test $(SWIFT_FLAGS) --skip-build

build: setup
	swift build $(SWIFT_FLAGS) --product plateau

bench: setup
	swift run -c release --package-path Benchmarks plateau-bench $(SUITE)

format:
	swift format -i -r Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

lint:
	swift format lint --strict -r Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

setup:
	@Scripts/setup.sh

clean:
	swift package clean
	rm -rf $(OUT)
