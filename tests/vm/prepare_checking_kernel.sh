#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds a kernel that checks itself: prepare_checking_kernel.sh FOLDER
# It is user-mode Linux from this system's kernel source, with KASAN, lockdep, checks of sleeping in atomic context and UBSAN. Built once; needs 2 GB
# and 10 minutes. Afterwards FOLDER has the program `linux`, and in guest/ cloop.ko and the modules for the guest.
set -euo pipefail
folder=$(realpath -m "$1")
here=$(realpath "$(dirname "$0")")
source=$folder/source

if [ ! -e "$folder/.complete" ]; then
    package=$(apt-cache depends linux-source | sed -n 's/^ *Depends: \(linux-source-.*\)$/\1/p')
    rm -rf "$folder"
    mkdir -p "$folder"
    (cd "$folder" && apt-get -qq -o APT::Sandbox::User=root download "$package" >&2)
    dpkg-deb --fsys-tarfile "$folder"/*.deb | tar -x -C "$folder" --wildcards --strip-components=3 "./usr/src/$package.tar.xz"
    mkdir "$source"
    tar -x -C "$source" --strip-components=1 -f "$folder/$package.tar.xz"
    rm "$folder/$package.tar.xz" "$folder"/*.deb
    cd "$source"
    # The option depends on preemption, which user-mode Linux does not have, and which the check does not need.
    sed -i '/^config DEBUG_ATOMIC_SLEEP/,/help/{/ARCH_NO_PREEMPT/d}' lib/Kconfig.debug
    # Room for the registers of newer processors: without it they are not saved, and processes compute wrong results.
    sed -i 's/DEFINE_LONGS(HOST_FP_SIZE, 2696)/DEFINE_LONGS(HOST_FP_SIZE, 11008)/' arch/x86/um/user-offsets.c
    trap '[ -e "$folder/.complete" ] || tail -n 20 "$folder/build.log" >&2' EXIT
    {
        make -s ARCH=um defconfig
        enabled="KASAN KASAN_GENERIC KASAN_INLINE KASAN_VMALLOC PROVE_LOCKING DEBUG_ATOMIC_SLEEP UBSAN UBSAN_BOUNDS UBSAN_SHIFT DETECT_HUNG_TASK
            BLK_DEV_INITRD DEVTMPFS TMPFS MODULES MODULE_UNLOAD ISO9660_FS VFAT_FS NLS_CODEPAGE_437 NLS_ASCII BLK_DEV_LOOP
            NETWORK_FILESYSTEMS NFS_FS NFS_V4 NFS_V4_1 NFS_V4_2 NFSD NFSD_V4
            SQUASHFS SQUASHFS_LZ4 SQUASHFS_LZO SQUASHFS_XZ"  # these select decoders that have no option of their own
        for option in $enabled; do scripts/config -e "$option"; done
        # The registers are also on stacks, and are copied in interrupts, which can't access virtually mapped stacks.
        scripts/config --set-val KERNEL_STACK_ORDER 4 -d VMAP_STACK -d DEBUG_INFO_DWARF_TOOLCHAIN_DEFAULT -e DEBUG_INFO_NONE
        make -s ARCH=um olddefconfig
        # olddefconfig drops options with missing dependencies silently.
        for option in $enabled; do
            grep -q "^CONFIG_$option=[ym]" .config || { echo "$option is not available"; exit 1; }
        done
        make -s ARCH=um -j"$(nproc)" linux modules
        make -s ARCH=um modules_install INSTALL_MOD_PATH="$folder/root" DEPMOD=true
    } >"$folder/build.log" 2>&1
    ln "$source/linux" "$folder/linux"
    touch "$folder/.complete"
fi
"$here/build_module.sh" "$folder" "$source" ARCH=um
