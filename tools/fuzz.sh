# SPDX-License-Identifier: GPL-3.0-or-later
# The fuzz targets, one after another; what they find stays in build/fuzz/corpus.

# run_fuzzers [SECONDS]
run_fuzzers() {
    local seconds=${1:-20} target name
    deps build fuzz
    build_preset fuzz
    for target in build/fuzz/bin/fuzz_*; do
        name=$(basename "$target")
        mkdir -p "build/fuzz/corpus/$name"
        say "$name, $seconds seconds"
        "$target" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -max_len=131072 -print_final_stats=0 -verbosity=0 \
            -artifact_prefix="build/fuzz/$name-" "build/fuzz/corpus/$name" "tests/fuzz/corpus/$name"
    done
}
