# SPDX-License-Identifier: GPL-3.0-or-later
# Builds what is tested for other processors: s390x, which is big-endian, and armhf, which has 32 bits; in Debian 12 also a time_t of 32 bits.

# prepare_sysroot PROCESSOR TRIPLET: its libraries, in build/ports.
prepare_sysroot() {
    local folder=$PWD/build/ports/$1 library_folder=/usr/lib/$2
    tests/ports/prepare_sysroot.sh "$folder" "$1"
    if PKG_CONFIG_LIBDIR=$folder$library_folder/pkgconfig pkg-config --atleast-version=$libisofs_needed libisofs-1; then return; fi
    rm "$folder$library_folder"/libisofs.*
    compile_libisofs "$folder" /usr "$library_folder" --host="$2" CC="$2-gcc --sysroot=$folder"
}

# QEMU of Debian 13, because that of Debian 12 can't start programs as Qt 6 does. It needs no libraries.
prepare_emulator() {
    local folder=$PWD/build/ports/qemu
    [ -f "$folder/.complete" ] && return
    fetch_from_trixie deb download "$folder" qemu-user
    dpkg-deb --fsys-tarfile "$folder"/qemu-user_*.deb | tar -C "$folder" --strip-components=3 -x ./usr/bin/qemu-s390x ./usr/bin/qemu-arm
    rm -r "$folder"/qemu-user_*.deb "$folder/lists"
    touch "$folder/.complete"
}

# Builds the tests for both. Prints ON; OFF where that can't be done.
prepare_ports() {
    local preset
    if ! command -v apt-get >/dev/null; then
        say "the tests for other processors are built with Debian's packages"
        echo OFF
        return
    fi
    deps ports
    prepare_emulator
    prepare_sysroot s390x s390x-linux-gnu
    prepare_sysroot armhf arm-linux-gnueabihf
    for preset in s390x armhf; do
        configure $preset
        cmake --build build/$preset >&2
    done
    echo ON
}
