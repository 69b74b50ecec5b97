#!/usr/bin/env bash
# Installs the system libraries that are missing, and only those.
# GLPK has no pkg-config file, so its header tells whether it is there.
set -euo pipefail

has_header() {
    printf '#include <glpk.h>\nint main(void) { return 0; }\n' |
        "${CC:-cc}" -x c -fsyntax-only "$@" - 2>/dev/null ||
        [ -f /usr/include/glpk.h ] || [ -f /usr/local/include/glpk.h ]
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

case "$(uname -s)" in
Linux)
    if ! has_header; then
        if ! command -v apt-get >/dev/null; then
            echo "GLPK is missing: install its development package (Debian and Ubuntu: libglpk-dev)." >&2
            exit 1
        fi
        echo "Installing libglpk-dev…" >&2
        as_root apt-get update -qq
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq libglpk-dev >/dev/null
    fi
    ;;
Darwin) # Not measured.
    prefix="$(brew --prefix 2>/dev/null || echo /usr/local)"
    if ! has_header "-I$prefix/include"; then brew install glpk; fi
    ;;
*)
    echo "Unknown system: install GLPK 5.0 with its header glpk.h yourself." >&2
    ;;
esac

if ! command -v swift >/dev/null; then
    echo "The Swift toolchain (6.1 or later) is missing: see https://www.swift.org/install" >&2
    exit 1
fi
