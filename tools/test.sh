# SPDX-License-Identifier: GPL-3.0-or-later
# The tests of a preset. What each option means: ./dev --help

run_tests() {
    local kernels=native
    case "${1:-}" in
    --all)
        kernels=all
        set -- release 'vm_test|injected_failure_test|bad_luck_test'
        # Every failing call and 300 signals, not a sample.
        export CLOOPSMITH_ALL=1
        ;;
    --kasan)
        kernels=checking
        set -- release vm_test
        ;;
    esac
    export CLOOPSMITH_KERNELS=$kernels
    deps build test
    local preset=${1:-release} desktop=ON vm=
    # The thread checker knows nothing of the locks in Qt, and reports what they guard.
    if [ "$preset" = tsan ]; then desktop=OFF; else deps desktop; fi
    if [ "$preset" = release ] && [[ vm_test =~ ${2:-} || dkms_test =~ ${2:-} ]]; then vm=$(prepare_kernels $kernels); fi
    configure "$preset" -DCLOOPSMITH_TESTS=ON -DCLOOPSMITH_DESKTOP=$desktop -DCLOOPSMITH_VM="$vm"
    # Of a part of the tests, only their programs are built.
    local targets=(all)
    if [ $# -gt 1 ]; then mapfile -t targets < <(ctest --test-dir "build/$preset" -N -R "$2" | sed -n 's/^ *Test *#[0-9]*: //p'); fi
    cmake --build "build/$preset" --target "${targets[@]}" >&2
    ctest --test-dir "build/$preset" --output-on-failure --no-tests=error -j "$(nproc)" ${2:+-R "$2"}
}
