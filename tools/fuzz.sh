# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the fuzz targets, one per processor; findings stay in build/asan/corpus.

# fuzz_target SECONDS TARGET
fuzz_target() {
    local name
    name=$(basename "$2")
    mkdir -p "build/asan/corpus/$name"
    say "$name, $1 seconds"
    "$2" -max_total_time="$1" -timeout=20 -rss_limit_mb=2048 -max_len=131072 -print_final_stats=0 -verbosity=0 \
        -artifact_prefix="build/asan/$name-" "build/asan/corpus/$name" "tests/fuzz/corpus/$name"
}

# run_fuzzers [SECONDS]
run_fuzzers() {
    deps build fuzz
    # Alone, they need neither Qt nor the tests.
    [ -f build/asan/build.ninja ] || configure asan -DCLOOPSMITH_TESTS=OFF -DCLOOPSMITH_DESKTOP=OFF
    cmake --build build/asan --target fuzz_targets >&2
    export -f say fuzz_target
    printf '%s\n' build/asan/bin/fuzz_* | xargs -n 1 -P "$(nproc)" bash -c 'fuzz_target "$@"' bash "${1:-20}"
}
