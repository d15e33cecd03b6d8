#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the Debian packages into a copy of what prepare_system.sh has made: over cloop-utils where there is one, over a previous version, and by the
# two lines of README.md: install.sh FOLDER REPOSITORY HOME
# HOME: files for the user's home. Afterwards FOLDER has the copy in `packages-disc`; at its first console the user `tester` is logged in and runs
# session.sh. Prints "ok NAME" or "not ok NAME" for each check, then "end". Needs root and the mirror.
set -euo pipefail
folder=$(realpath "$1") repository=$(realpath "$2") home=$3
here=$(realpath "$(dirname "$0")")
. "$here/check.sh"

if [ -z "${INSTALL_PACKAGES_MOUNTS:-}" ]; then
    PATH=$PATH:/sbin:/usr/sbin
    cp --sparse=always "$folder/root" "$folder/packages-disc"
    truncate -s 6G "$folder/packages-disc"
    { e2fsck -fy "$folder/packages-disc" && resize2fs "$folder/packages-disc"; } >/dev/null 2>&1
    # Whatever happens, nothing stays mounted.
    INSTALL_PACKAGES_MOUNTS=1 exec unshare --mount --pid --fork --kill-child --propagation private "$0" "$@"
fi
root=/mnt
release=$(basename "$repository")
mount -o loop "$folder/packages-disc" $root
mount -t proc proc $root/proc
mount -t tmpfs tmpfs $root/tmp
mount --bind /dev $root/dev
cp --remove-destination /etc/resolv.conf /etc/hosts $root/etc/
mkdir -p "$root/checkout/build/packages/$release"
mount --bind "$repository" "$root/checkout/build/packages/$release"
inside() { env -i PATH=/usr/sbin:/usr/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive HOME=/root chroot $root "$@"; }
quietly() { "$@" >>"$folder/packages-apt.log" 2>&1 || { tail -n 30 "$folder/packages-apt.log" >&2; exit 1; }; }
rm -f "$folder/packages-apt.log"
apt_get() { quietly inside apt-get -y -q "$@"; }

# Our packages have to bring these; what tests them; and what comes along with them, so that the list before has it.
apt_get update
apt_get purge --autoremove polkitd udisks2 fuse3 dkms openssl
apt_get install --no-install-recommends man-db xvfb xauth x11-utils nats-server
ours=$(cd "$repository" && printf "/checkout/build/packages/$release/%s " cloop{smith,-tools,-live,-helper,-dkms}_*.deb)
# DKMS recommends the headers of a kernel that is not this system's.
# shellcheck disable=SC2086 # words
companions=$(inside apt-get -s install $ours | sed -n 's/^Inst \([^ ]*\) .*/\1/p' | grep -v '^cloop\|^linux-')
# shellcheck disable=SC2086 # words
apt_get install --mark-auto $companions
inside useradd --create-home --shell /bin/bash --groups dialout,systemd-journal tester
cp "$here/session.sh" "$here/check.sh" "$home"/* $root/home/tester/
inside chown -R tester: /home/tester
cp "$here/list.sh" $root/list.sh
inside sh /list.sh >"$folder/files-before"
inside systemctl --root=/ list-unit-files --no-legend >"$folder/units-before"

if inside apt-cache show cloop-utils >/dev/null 2>&1; then
    apt_get install cloop-utils
    check "cloop-utils is there before" test -x $root/usr/bin/create_compressed_fs
fi

# As cloop-module-helper does it for the window. It goes with cloop-helper; where it is by other means, cloop-dkms takes its place.
install_module() {
    local version
    version=$(sed -n 's/^PACKAGE_VERSION="\(.*\)"/\1/p' "$root$1/dkms.conf")
    for command in "add $1" "build cloop/$version -k $kernel" "install cloop/$version -k $kernel"; do
        # shellcheck disable=SC2086 # words
        quietly inside dkms $command
    done
}
kernel=$(basename $root/boot/vmlinuz-* | sed 's/^vmlinuz-//')
apt_get install "$(tr ' ' '\n' <<<"$ours" | grep cloop-helper)"
cp -r $root/usr/share/cloopsmith/kmod $root/tmp/kmod
install_module /usr/share/cloopsmith/kmod
check "a module without a package is there" test -n "$(inside dkms status -m cloop)"
apt_get purge cloop-helper
check "it goes with cloop-helper" test -z "$(inside dkms status -m cloop)$(ls -d $root/usr/src/cloop-* $root/var/lib/dkms/cloop 2>/dev/null)"
install_module /tmp/kmod

# The previous version: the same packages under a lower number, as long as there is no other. It has a file that the new one does not have.
previous=$(mktemp -d)
for package in "$repository"/cloop*.deb; do
    case "$package" in *-dbgsym_*) continue ;; esac
    rm -rf "$previous/tree"
    dpkg-deb -R "$package" "$previous/tree"
    sed -i 's/^Version: .*/Version: 0.0.9-1/' "$previous/tree/DEBIAN/control"
    mkdir -p "$previous/tree/usr/share/cloopsmith"
    touch "$previous/tree/usr/share/cloopsmith/$(dpkg-deb -f "$package" Package).old"
    dpkg-deb -b --root-owner-group -Znone "$previous/tree" "$previous" >/dev/null
done
rm -r "$previous/tree"
mkdir $root/checkout/previous
mount --bind "$previous" $root/checkout/previous
# shellcheck disable=SC2016 # the pattern is the inner shell's
quietly inside sh -c 'apt-get -y -q install /checkout/previous/*.deb'
check "the previous version is installed" test -e $root/usr/share/cloopsmith/cloop-tools.old
check "cloop-utils has given way" test ! -e $root/var/lib/dpkg/info/cloop-utils.list

# README.md has the two lines for this user's Debian 13.
lines=$(grep -A 1 '^    echo "deb \[trusted=yes\]' "$here/../../../README.md" | sed "s/^    //; s/trixie/$release/; s/sudo //g")
echo 'APT::Get::Assume-Yes "true";' >$root/etc/apt/apt.conf.d/99test
check "README.md has two lines" test "$(wc -l <<<"$lines")" = 2
check "they install" inside bash -euc "cd /checkout; $lines"
umount $root/checkout/previous
rm -r "$previous"

installed() { inside dpkg-query -W -f '${db:Status-Abbrev} ${Version}\n' cloopsmith cloop-tools cloop-live cloop-helper cloop-dkms; }
is_new() { installed && [ "$(installed | sort -u)" = "ii  $(inside apt-cache policy cloop-tools | sed -n 's/.*Candidate: //p')" ] && ! ls $root/usr/share/cloopsmith/*.old; }
check "all packages are there, in the new version, without the files of the previous one" is_new
check "they are as they were packed" inside dpkg --verify cloopsmith cloop-tools cloop-live cloop-helper cloop-dkms
is_built() { inside dkms status; inside dkms status -m cloop -k "$kernel" | grep ': installed'; }
check "DKMS has built the module for the installed kernel" is_built
as_tester() { inside setpriv --reuid tester --regid tester --init-groups env HOME=/home/tester "$@"; }
for page in cloop cloopsmith cloop-fuse create_compressed_fs; do
    check "man $page" as_tester sh -c "man -P cat $page | grep -i '^name'"
done
check "cloop create" as_tester sh -c 'cd && cloop create /usr/share/perl5 perl.cloop && cloop verify perl.cloop && create_compressed_fs --help'
shows_window() {
    as_tester xvfb-run -a sh -c 'cd; QT_QPA_PLATFORM=xcb dbus-run-session cloopsmith files.cloop & for i in $(seq 100); do
        sleep 0.2; xwininfo -root -tree | grep -i "files.cloop.*cloopsmith" && exit 0; done; xwininfo -root -tree; exit 1'
}
check "the window shows an image" shows_window
check "the window remembers it" as_tester sh -c 'grep -r files.cloop ~/.config'
as_tester sh -c 'cd && find .config -type f | sort' >"$folder/home-before"
rm $root/etc/apt/apt.conf.d/99test

# The system that is booted. Nobody is there to be asked for a password; root is asked by a unit.
# On a busy machine logind may be too late for the first login; then there is another one.
printf '%s\n' '[ -n "$XDG_SESSION_ID" ] || exit' '[ "$(tty)" != /dev/tty1 ] || exec bash session.sh >/dev/ttyS0 2>&1' >$root/home/tester/.bash_profile
mkdir -p $root/etc/systemd/system/getty@tty1.service.d $root/etc/polkit-1/rules.d
printf '%s\n' '[Service]' ExecStart= 'ExecStart=-/sbin/agetty --autologin tester --noclear tty1 linux' \
    >$root/etc/systemd/system/getty@tty1.service.d/autologin.conf
printf '%s\n' '[Service]' Type=oneshot Environment=DEBIAN_FRONTEND=noninteractive \
    'ExecStart=apt-get -y purge cloopsmith cloop-tools cloop-live cloop-helper cloop-dkms' >$root/etc/systemd/system/purge.service
echo 'polkit.addRule(function(action) {
    if (action.id == "org.cloopsmith.manage-module" || action.id == "org.freedesktop.systemd1.manage-units") return polkit.Result.YES; });' \
    >$root/etc/polkit-1/rules.d/50-test.rules
# What takes time and is not needed.
for unit in serial-getty@ttyS0.service nats-server.service dkms.service e2scrub_reap.service apt-daily.timer apt-daily-upgrade.timer man-db.timer; do
    ln -sf /dev/null "$root/etc/systemd/system/$unit"
done
echo end
