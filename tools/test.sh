# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the tests of a preset. For the options see ./dev --help

run_tests() {
    local kernels=native
    case "${1:-}" in
    --all)
        kernels=all
        set -- release 'vm_test|live_test|system_test|packages_test|release_test|flatpak_test|ports_test|injected_failure_test|bad_luck_test|cluster_faults_test'
        # Every failing call and 300 signals instead of a sample.
        export CLOOPSMITH_ALL=1
        ;;
    --kasan)
        kernels=checking
        set -- release vm_test
        ;;
    esac
    export CLOOPSMITH_KERNELS=$kernels
    deps build test
    local preset=${1:-release} desktop=ON vm= flatpak= ports=OFF
    if [ "$preset" = asan ]; then deps fuzz; fi
    # The thread sanitizer does not see the locks in Qt, and would report the data that they guard.
    if [ "$preset" = tsan ]; then desktop=OFF; else deps desktop; fi
    if [ "$preset" = release ] && [[ vm_test =~ ${2:-} || dkms_test =~ ${2:-} || live_test =~ ${2:-} || system_test =~ ${2:-} ]]; then vm=$(prepare_kernels $kernels); fi
    if [ -n "$vm" ] && [ $kernels != checking ] && [[ live_test =~ ${2:-} ]]; then prepare_live $kernels; fi
    # Making each system takes five minutes, its packages longer.
    if [ -n "$vm" ] && [ $kernels = all ]; then
        prepare_systems
        [ "$(id -u)" -ne 0 ] || make_packages trixie bookworm
    fi
    # Only where it is named, because the first time takes half an hour.
    if [ "$preset" = release ] && [ -n "${2:-}" ] && [[ flatpak_test =~ $2 ]]; then flatpak=$(prepare_flatpak); fi
    # Likewise: it compiles for two more processors.
    if [ "$preset" = release ] && [ -n "${2:-}" ] && [[ ports_test =~ $2 ]]; then ports=$(prepare_ports); fi
    configure "$preset" -DCLOOPSMITH_TESTS=ON -DCLOOPSMITH_DESKTOP=$desktop -DCLOOPSMITH_VM="$vm" -DCLOOPSMITH_FLATPAK="$flatpak" \
        -DCLOOPSMITH_PORTS="$ports"
    # Build only the programs of the selected tests.
    local targets=(all)
    if [ $# -gt 1 ]; then mapfile -t targets < <(ctest --test-dir "build/$preset" -N -R "$2" | sed -n 's/^ *Test *#[0-9]*: //p'); fi
    cmake --build "build/$preset" --target "${targets[@]}" >&2
    # One more than there are processors, because many tests wait for a part of the time.
    ctest --test-dir "build/$preset" --output-on-failure --no-tests=error -j "$(($(nproc) + 1))" ${2:+-R "$2"}
}
