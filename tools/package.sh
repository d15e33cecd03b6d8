# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the Debian packages, each release's in a Debian of its own.

# In the new Debian, whose /source has debian/control and tools/: installs what the build needs. Debian 12 lacks KArchive, and its libisofs is too old:
# there both are built into /source/build.
fill_build_root() {
    local profile=
    cd /source
    is_known libkf6archive-dev || profile=--build-profiles=pkg.cloopsmith.bundled
    apt-get -qq -y $profile build-dep .
    [ -z "$profile" ] || { build_libisofs; build_karchive; }
}

build_needs() { cat debian/control tools/libraries.sh; }

# A Debian of the release in build/roots, made once, and again when what the build needs has changed. prepare_build_root RELEASE
prepare_build_root() {
    local root=$PWD/build/roots/$1 mirror
    build_needs | cmp -s - "$root/.complete" && return
    install_packages packages
    say "making a Debian $1 to build in: $root"
    # shellcheck disable=SC2016 # the variable is apt's
    mirror=$(apt-get indextargets --format '$(SITE)' 'Label: Debian' 'Created-By: Packages' | awk 'NR == 1')
    rm -rf "$root"
    mkdir -p build/roots
    # shellcheck disable=SC2016 # the variables are the hooks'
    mmdebstrap --quiet --variant=buildd --include=lintian \
        --customize-hook='mkdir -p "$1/source/debian" "$1/build" && cp debian/control "$1/source/debian" && cp -r tools packages.debian "$1/source"' \
        --customize-hook='env -i PATH=/usr/sbin:/usr/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
            chroot "$1" bash -euc "cd /source; for file in tools/*.sh; do . \$file; done; fill_build_root"' \
        "$1" "$root" "$mirror" >"$root.log" 2>&1 ||
        { tail -n 20 "$root.log" >&2; say "the Debian is not made; all that was said: $root.log"; exit 1; }
    build_needs >"$root/.complete"
}

# In the Debian, where /build has the tarball: builds in a read-only system without a network, and judges.
build_in_root() {
    local version=$1 profile= source=/build/cloopsmith-$1
    cd /build
    tar -xf "cloopsmith_$version.orig.tar.xz"
    if [ -d /source/build ]; then
        cp -r /source/build "$source"
        profile=--build-profiles=pkg.cloopsmith.bundled
    fi
    cd "$source"
    # So that the packages of a later release are newer.
    sed -i "1s/)/~deb$(sed -n 's/^VERSION_ID="\(.*\)"/\1/p' /etc/os-release))/" debian/changelog
    dpkg-buildpackage -us -uc $profile
    # The lintian of an older Debian knows an older policy.
    lintian --allow-root --fail-on error,warning --display-info --suppress-tags newer-standards-version ../*.changes
    cd ..
    dpkg-scanpackages -m . >Packages
}

# make_packages [RELEASE…]: into build/packages/RELEASE, which then is a repository for apt.
make_packages() {
    local release version results root
    version=$(project_version)
    if [ "$(id -u)" -ne 0 ]; then say "the packages are built in a Debian of their own, for which this must be root"; exit 1; fi
    [ -z "$(git status --porcelain)" ] || say "what is not committed is left out"
    [ $# -gt 0 ] || set -- trixie
    for release in "$@"; do
        prepare_build_root "$release"
        root=$PWD/build/roots/$release results=$PWD/build/packages/$release
        rm -rf "$results" "$results.work"
        mkdir -p "$results.work"
        write_tarball "$results.work/cloopsmith_$version.orig.tar.xz"
        # shellcheck disable=SC2016 # the variables are the inner shell's
        unshare --mount --net --propagation private bash -euc '
            mount --bind "$1" "$1" && mount -o remount,bind,ro "$1"
            mount -t proc proc "$1/proc"
            mount -t tmpfs tmpfs "$1/tmp"
            mount --bind "$2" "$1/build"
            env -i PATH=/usr/sbin:/usr/bin LC_ALL=C.UTF-8 chroot "$1" bash -euc "$3"' bash "$root" "$results.work" "$(declare -f build_in_root); build_in_root $version" >"$results.log" 2>&1 ||
            { tail -n 50 "$results.log" >&2; say "the packages for $release are not built; all that was said: $results.log"; exit 1; }
        mv "$results.work" "$results"
        rm -r "$results/cloopsmith-$version"
        say "$results: add it to apt as README.md says"
    done
}
