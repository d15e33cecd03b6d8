# SPDX-License-Identifier: GPL-3.0-or-later
# Dependencies: packages, and the two libraries that are too old or missing in Debian 12, built from Debian 13's sources.

libisofs_needed=1.5.6

# Fetches source packages of Debian 13 from the system's mirror into FOLDER. fetch_sources FOLDER [--tar-only] PACKAGE…
fetch_sources() { fetch_from_trixie deb-src source "$@"; }

# Fetches packages of Debian 13 without changing the system's settings. fetch_from_trixie deb|deb-src COMMAND-OF-APT FOLDER ARGS…
fetch_from_trixie() {
    local kind=$1 command=$2 folder=$3 mirror
    shift 3
    # shellcheck disable=SC2016 # the variable is apt's
    mirror=$(apt-get indextargets --format '$(SITE)' 'Label: Debian' 'Created-By: Packages' | awk 'NR == 1')
    rm -rf "$folder"
    mkdir -p "$folder/lists/partial" "$folder/cache/archives/partial"
    echo "$kind $mirror trixie main" >"$folder/sources.list"
    local private=(-q -o "Dir::Etc::SourceList=$folder/sources.list" -o Dir::Etc::SourceParts=/dev/null -o "Dir::State::Lists=$folder/lists"
        -o "Dir::Cache=$folder/cache" -o APT::Sandbox::User=)
    apt-get "${private[@]}" update >&2
    (cd "$folder" && apt-get "${private[@]}" "$command" "$@" >&2)
}

# Builds Debian 13's libisofs as a static library, so that the command does not need it at run time. Its other features are disabled.
# compile_libisofs ROOT PREFIX LIBRARY-FOLDER OPTION-OF-CONFIGURE…: ROOT: of the system to install it in; empty: this one.
compile_libisofs() {
    local root=$1 prefix=$2 library_folder=$3 source=$PWD/build/libisofs-source
    shift 3
    install_packages libisofs-built
    say "building libisofs from the source package of Debian 13"
    fetch_sources "$source" --tar-only libisofs
    tar -xf "$source"/libisofs_*.orig.tar.* -C "$source"
    (
        cd "$source"/libisofs-*/
        ./configure -q --prefix="$prefix" --libdir="$library_folder" "$@" --disable-shared --with-pic --disable-libacl --disable-xattr --disable-zlib \
            --disable-libjte --disable-ldconfig-at-install CFLAGS="-O2 -g1 -w" >/dev/null
        make -s -j "$(nproc)" libisofs/libisofs.la >/dev/null
        make -s DESTDIR="$root" install-libLTLIBRARIES install-libincludeHEADERS install-nodist_pkgconfigDATA >/dev/null
    )
    mv "$source"/libisofs-*/COPYRIGHT "$root$prefix/copyright"
    rm -rf "$source"
}

# libisofs before 1.5.6 miscounts continued long names and fails; Debian 12 has 1.5.4. There a newer one is built into build/libisofs.
build_libisofs() {
    command -v apt-get >/dev/null || return 0
    if pkg-config --atleast-version=$libisofs_needed libisofs-1; then return; fi
    local prefix=$PWD/build/libisofs
    [ -f "$prefix/.complete" ] && return
    rm -rf "$prefix"
    compile_libisofs '' "$prefix" "$prefix/lib"
    touch "$prefix/.complete"
}

# Debian 13 has KArchive of KDE Frameworks 6; on Debian 12 it is built from Debian 13's source packages into build/karchive.
build_karchive() {
    command -v apt-get >/dev/null || return 0
    if apt-cache show libkf6archive-dev >/dev/null 2>&1; then
        install_packages karchive-packaged
        return
    fi
    local prefix=$PWD/build/karchive source=$PWD/build/karchive-source
    [ -f "$prefix/.complete" ] && return
    install_packages karchive-built
    say "building KArchive from the source packages of Debian 13"
    rm -rf "$prefix"
    fetch_sources "$source" kf6-extra-cmake-modules kf6-karchive
    # It requires a newer Qt than it needs, and lacks an include that newer Qt headers provide.
    sed -i 's/REQUIRED_QT_VERSION [0-9.]*/REQUIRED_QT_VERSION 6.4.2/' "$source"/kf6-karchive-*/CMakeLists.txt
    sed -i '0,/^#include/s//#include <QStringEncoder>\n#include/' "$source"/kf6-karchive-*/src/k7zip.cpp
    local part
    for part in extra-cmake-modules karchive; do
        cmake -S "$source"/kf6-$part-* -B "$source/build-$part" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_FLAGS_RELEASE="-O2 -g1 -DNDEBUG" \
            -DCMAKE_INSTALL_PREFIX="$prefix" -DCMAKE_SKIP_INSTALL_RPATH=ON -DCMAKE_PREFIX_PATH="$prefix" \
            -DBUILD_TESTING=OFF -DBUILD_HTML_DOCS=OFF -DBUILD_MAN_DOCS=OFF -DKF_SKIP_PO_PROCESSING=ON >/dev/null
        cmake --build "$source/build-$part" >&2
        cmake --install "$source/build-$part" >/dev/null
    done
    cp "$source"/kf6-karchive-*/debian/copyright "$prefix/copyright"
    rm -rf "$source"
    touch "$prefix/.complete"
}

# deps GROUP…: installs packages of packages.debian, and builds libraries that the system lacks.
deps() {
    install_packages "$@"
    case " $* " in *" build "*) build_libisofs ;; esac
    case " $* " in *" desktop "*) build_karchive ;; esac
}
