# SPDX-License-Identifier: GPL-3.0-or-later
# Benchmarks against the old tools.

# run_benchmarks [all|engine|cluster|fuse|desktop|kmod|live [ARGS…]]
run_benchmarks() {
    local part=${1:-all} vm
    [ $# -gt 0 ] && shift
    deps build test bench
    # Keep the desktop if it is configured.
    has release DESKTOP || configure release -DCLOOPSMITH_DESKTOP=OFF
    has release TESTS || configure release -DCLOOPSMITH_TESTS=ON
    if [ "$part" = kmod ] || [ "$part" = all ]; then
        vm=$(prepare_kernels native)
        if [ -n "$vm" ]; then
            configure release -DCLOOPSMITH_VM="$vm"
            cmake --build build/release --target vm_bench >&2
            build/release/tests/vm_bench
        fi
    fi
    if [ "$part" = live ] || [ "$part" = all ]; then
        vm=$(prepare_kernels native)
        prepare_live native
        cmake --build build/release --target cloop >&2
        python3 tests/bench/live_bench.py "$vm" "$@"
    fi
    if [ "$part" = engine ] || [ "$part" = all ]; then
        cmake --build build/release --target cloop read_bench >&2
        python3 tests/bench/bench.py "$@"
    fi
    if [ "$part" = cluster ] || [ "$part" = all ]; then
        cmake --build build/release --target cloop odd_worker >&2
        python3 tests/bench/cluster_bench.py "$@"
    fi
    if [ "$part" = fuse ] || [ "$part" = all ]; then
        cmake --build build/release --target cloop cloop-fuse read_bench mount_bench >&2
        # In mounts of its own, so that nothing stays if it is interrupted.
        unshare --mount python3 tests/bench/fuse_bench.py "$@"
    fi
    if [ "$part" = desktop ] || [ "$part" = all ]; then
        deps desktop
        configure release -DCLOOPSMITH_TESTS=ON -DCLOOPSMITH_DESKTOP=ON
        cmake --build build/release --target cloop desktop_bench >&2
        xvfb-run -a -s "-screen 0 1920x1080x24" python3 tests/bench/desktop_bench.py "$@"
    fi
}
