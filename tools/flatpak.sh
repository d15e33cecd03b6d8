# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the Flatpak, without Flathub: on a stand-in for KDE's runtime, with the libraries' sources from Debian's mirror.

# The installation of this checkout's own, which knows no other remote.
own_flatpak() { FLATPAK_USER_DIR=$PWD/build/flatpak/installation "$@"; }

# The archives that the manifest names, into FOLDER. Their sums are compared by flatpak-builder.
fetch_flatpak_sources() {
    [ -f "$1/.complete" ] && return
    fetch_sources "$1" --download-only --tar-only libdeflate lz4 lzo2 xxhash libarchive libisofs fuse3 nlohmann-json3 cli11
    touch "$1/.complete"
}

# Makes build/flatpak/cloopsmith.flatpak.
build_flatpak() {
    if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
        say "the runtime to build the Flatpak on is made of Debian 13's packages, for which this must be root on Debian; flatpak/README.md tells the other way"
        exit 1
    fi
    deps flatpak
    local work=$PWD/build/flatpak id=org.cloopsmith.Cloopsmith
    tests/flatpak/prepare_runtime.sh "$work/runtime"
    fetch_flatpak_sources "$work/sources"
    if ! own_flatpak flatpak info --user org.kde.Sdk//debian13 >/dev/null 2>&1; then
        own_flatpak flatpak remote-add --user --if-not-exists --no-gpg-verify stand-in "$work/runtime/repo"
        own_flatpak flatpak install --user --noninteractive stand-in org.kde.Platform//debian13 org.kde.Sdk//debian13 >&2
    fi
    # The same manifest, but for where things are. Debian 12's flatpak-builder wants a program for AppStream that no SDK has any more.
    sed -e "s|url: https://snapshot.debian.org/.*/|path: $work/sources/|" -e 's|%2B|+|' -e "s|path: \.\.$|path: $PWD|" \
        -e "s|^runtime-version:.*|runtime-version: debian13\nappstream-compose: false|" "flatpak/$id.yml" >"$work/$id.yml"
    own_flatpak flatpak-builder --user --force-clean --ccache --disable-rofiles-fuse --disable-updates --state-dir="$work/state" --repo="$work/repo" \
        "$work/tree" "$work/$id.yml" >&2
    flatpak build-bundle "$work/repo" "$work/cloopsmith.flatpak" $id
    say "the Flatpak is build/flatpak/cloopsmith.flatpak"
}

# Prints the folder of the bundle, to test it; nothing where that can't be made here.
prepare_flatpak() {
    command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ] || return 0
    build_flatpak >&2
    echo "$PWD/build/flatpak"
}
