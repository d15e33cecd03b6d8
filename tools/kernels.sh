# SPDX-License-Identifier: GPL-3.0-or-later
# Prepares the kernels for testing cloop.ko, the module for each, and a system for testing all that is installed.

# Prints the folder of the kernels, or nothing if the module can't be tested here. prepare_kernels native|all|checking
prepare_kernels() {
    if ! command -v apt-get >/dev/null || [ "$(uname -m)" != x86_64 ]; then
        say "the kernel module is tested on Debian for amd64 only"
        return
    fi
    if [ "$1" = all ] && [ "$(id -u)" -ne 0 ]; then
        say "the newer kernels are made in a Debian 13 of their own, for which this must be root"
        exit 1
    fi
    deps vm
    # Update the package lists before downloading.
    [ -e "build/vm/${1/all/native}/.complete" ] || as_root apt-get "${patient[@]}" update -qq
    if ! is_known linux-image-cloud-amd64; then
        say "this system has no kernel as Debian's to test the module in"
        return
    fi
    case "$1" in
    native) tests/vm/prepare_kernel.sh build/vm/native ;;
    all)
        deps vm-more vm-newer
        tests/vm/prepare_kernel.sh build/vm/native
        tests/vm/prepare_newer_kernels.sh build/vm/trixie
        ;;
    checking)
        deps vm-more vm-checking
        tests/vm/prepare_checking_kernel.sh build/vm/checking
        ;;
    esac
    echo "$PWD/build/vm"
}

# Makes the Debian systems to boot: of this system's release, and in the Debian 13 folder, which has the QEMU for it, of Debian 13. Only root can;
# others do without.
prepare_systems() {
    [ "$(id -u)" -eq 0 ] || return 0
    deps vm-system
    tests/vm/prepare_system.sh build/vm/system
    grep -q '^VERSION_CODENAME=trixie' /etc/os-release || tests/vm/prepare_system.sh build/vm/trixie/system trixie
}

# Makes a root file system for live discs; for all tests, also a kernel that knows sticks, and signed boot loaders. Only root can; others do without.
# prepare_live native|all
prepare_live() {
    [ "$(id -u)" -eq 0 ] || return 0
    deps vm-live
    tests/vm/prepare_live.sh build/vm/live
    [ "$1" = all ] || return 0
    tests/vm/prepare_kernel.sh build/vm/plain '' amd64
    tests/vm/prepare_signed.sh build/vm/signed
}
