#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs this project, the module built by DKMS, and a user into a copy of what prepare_system.sh has made: install_system.sh FOLDER BUILD HOME
# BUILD: the build folder. HOME: files for the user's home. Afterwards FOLDER has the copy in `disc`; at its first console the user `tester` is logged
# in and runs tests/vm/system/session.sh, with its output on the serial port. Needs root.
set -euo pipefail
folder=$(realpath "$1") build=$2 home=$3
here=$(realpath "$(dirname "$0")")

if [ -z "${INSTALL_SYSTEM_MOUNTS:-}" ]; then
    cp --sparse=always "$folder/root" "$folder/disc"
    # Whatever happens, nothing stays mounted.
    INSTALL_SYSTEM_MOUNTS=1 exec unshare --mount --propagation private "$0" "$@"
fi
root=/mnt
mount -o loop "$folder/disc" $root
mount -t proc proc $root/proc
mount --bind /dev $root/dev

# All but the window, which wants a screen.
for room in app/cli app/fuse app/helper resources; do DESTDIR=$root cmake --install "$build/$room" --prefix /usr >/dev/null; done
for program in bin/cloop bin/cloop-fuse libexec/cloopsmith/cloop-helper; do
    "$here/copy_libraries.sh" "$root/usr/$program" "$folder/libraries"
done
# The system's own stay.
tar -c -C "$folder/libraries" . | tar -x -C $root --skip-old-files --keep-directory-symlink
rm -r "$folder/libraries"

# As the service would; but in the guest, emulated, the compiler is slow.
kernel=$(basename $root/lib/modules/*)
sources=/usr/share/cloopsmith/kmod
version=$(sed -n 's/^PACKAGE_VERSION="\(.*\)"/\1/p' $root$sources/dkms.conf)
for command in "add $sources" "build cloop/$version -k $kernel" "install cloop/$version -k $kernel"; do
    # shellcheck disable=SC2086 # words
    chroot $root dkms $command >"$folder/dkms.log" 2>&1 || { cat "$folder/dkms.log" >&2; exit 1; }
done

chroot $root useradd --create-home --shell /bin/bash --groups dialout,systemd-journal tester
cp "$here/system/session.sh" "$home"/* $root/home/tester/
echo '[ "$(tty)" != /dev/tty1 ] || exec bash session.sh >/dev/ttyS0 2>&1' >$root/home/tester/.bash_profile
chroot $root chown -R tester: /home/tester
mkdir -p $root/etc/systemd/system/getty@tty1.service.d
printf '%s\n' '[Service]' ExecStart= 'ExecStart=-/sbin/agetty --autologin tester --noclear tty1 linux' \
    >$root/etc/systemd/system/getty@tty1.service.d/autologin.conf
# Nobody is there to be asked for a password.
echo 'polkit.addRule(function(action) { if (action.id == "org.cloopsmith.manage-module") return polkit.Result.YES; });' \
    >$root/etc/polkit-1/rules.d/50-test.rules
# What takes time and is not needed.
for unit in serial-getty@ttyS0.service dkms.service e2scrub_reap.service apt-daily.timer apt-daily-upgrade.timer; do
    ln -sf /dev/null "$root/etc/systemd/system/$unit"
done
