# SPDX-License-Identifier: GPL-3.0-or-later
# Configures, builds and runs a preset.

# configure PRESET [-DOPTION=VALUE…]
configure() {
    local preset=$1 werror=OFF
    shift
    [ "${CI:-}" = true ] && werror=ON
    cmake --preset "$preset" -DCLOOPSMITH_WERROR=$werror "$@" >/dev/null
}

# Whether the preset is configured with an option on. has PRESET OPTION
has() { grep -qs "^CLOOPSMITH_$2:BOOL=ON" "build/$1/CMakeCache.txt"; }

# build_preset PRESET
build_preset() {
    if ! has "$1" DESKTOP || [ "${CI:-}" = true ]; then configure "$1" -DCLOOPSMITH_DESKTOP=ON; fi
    cmake --build "build/$1" >&2
}

build() {
    local preset=${1:-release}
    deps build desktop
    if [ "$preset" = asan ]; then deps fuzz; fi
    build_preset "$preset"
}

run() {
    [ $# -gt 0 ] || set -- cloopsmith
    local program=$1 targets=(cloop)
    shift
    deps build
    if [ "$program" = cloopsmith ]; then
        targets=(cloopsmith)
        deps desktop
        has release DESKTOP || configure release -DCLOOPSMITH_DESKTOP=ON
    fi
    # The command alone needs no Qt.
    [ -f build/release/build.ninja ] || configure release -DCLOOPSMITH_TESTS=OFF -DCLOOPSMITH_DESKTOP=OFF
    case "$program $*" in cloop-fuse* | cloopsmith* | "cloop mount"* | "cloop attach"*)
        targets+=(cloop-fuse)
        mention_service
        ;;
    esac
    cmake --build build/release --target "${targets[@]}" >&2
    local root=$PWD
    cd "$OLDPWD"
    exec "$root/build/release/bin/$program" "$@"
}

open_shell() {
    deps build desktop
    build_preset release
    local share=$PWD/build/release/share
    # With manual pages (the empty word stands for those of the system), and completion in bash and fish.
    PATH="$PWD/build/release/bin:$PATH" MANPATH="$share/man:${MANPATH:-}" XDG_DATA_DIRS="$share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}" \
        exec "${SHELL:-/bin/bash}"
}
