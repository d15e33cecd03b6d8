#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# private_system.sh PROGRAM [ARGUMENTS…]: runs a program, as root, in a system of its own: D-Bus, polkit, udev and udisks as Debian has them, the
# users `tester` and `other`, a session of each as logind would note it, and the services of this project, from the build that PROGRAM belongs to.
# tests/support/private_system.h tells what a test can do there. Shared with the machine: kernel, /dev, loop devices, and files outside of /run.
#
# Whoever is not root, or may have no name spaces, gets PROGRAM without all that; it has to look.
set -euo pipefail

private=/run/private_system  # only there inside
source=$(dirname "$(readlink -f "$0")")/../..

# let_users_in PROGRAM: ends the script, with a sentence, where no user but root can run what is built.
let_users_in() {
    local closed=$1 as_user=(setpriv --reuid 2001 --regid 2001 --clear-groups test -x)
    if "${as_user[@]}" "$closed"; then return; fi
    while [ "$closed" != / ] && ! "${as_user[@]}" "$(dirname "$closed")"; do closed=$(dirname "$closed"); done
    echo "$(basename "$0"): this test needs an ordinary user, who can't run the programs of this checkout, because $closed is closed to him." \
        "Open it (chmod o+x), or test in a checkout elsewhere." >&2
    exit 1
}

if [ -z "${PRIVATE_SYSTEM_STAGE:-}" ]; then
    unshare -m -n true 2>/dev/null || exec "$@"
    let_users_in "$(readlink -f "$1")"
    PRIVATE_SYSTEM_STAGE=mounts exec unshare -m -n --propagation private "$0" "$@"
fi
unset DBUS_SYSTEM_BUS_ADDRESS DBUS_SESSION_BUS_ADDRESS XDG_RUNTIME_DIR

# The unified tree of control groups: a process is in the session that its group is named after. The ones in here see our group as the root.
groups=/sys/fs/cgroup/unified
[ -d $groups ] || groups=/sys/fs/cgroup
group=$groups/cloopsmith-test-$$

# own_copy FOLDER: changes to it stay in here.
own_copy() {
    mkdir -p "$private/copy$1"
    cp -a "$1/." "$private/copy$1"
    mount --bind "$private/copy$1" "$1"
}

# add_user NAME NUMBER SEAT: the account, and an active session.
add_user() {
    local home=/run/home/$1
    echo "$1:x:$2:$2::$home:/bin/bash" >>/etc/passwd
    echo "$1:x:$2:" >>/etc/group
    mkdir -p "$home" "/run/user/$2"
    chown "$2:$2" "$home" "/run/user/$2"
    chmod 700 "$home" "/run/user/$2"
    printf '%s\n' "UID=$2" "USER=$1" ACTIVE=1 STATE=active REMOTE=0 TYPE=x11 CLASS=user "SEAT=$3" >"/run/systemd/sessions/$2"
    printf '%s\n' "NAME=$1" STATE=active "DISPLAY=$2" "SESSIONS=$2" "ACTIVE_SESSIONS=$2" >"/run/systemd/users/$2"
    mkdir -p "$group/user.slice/user-$2.slice/session-$2.scope"
}

prepare_files() {
    local folder file
    mount -t tmpfs -o mode=755 private_system /run
    mkdir -p $private/copy /run/dbus /run/lock /run/udev /run/systemd/{seats,sessions,users,machines} /dev/disk /var/lib/udisks2
    for folder in /media /dev/disk /var/lib/udisks2 /etc/udev/rules.d; do
        [ ! -d $folder ] || mount -t tmpfs -o mode=755 private_system $folder
    done
    for folder in /usr/share/dbus-1 /usr/share/polkit-1 /etc/polkit-1 /usr/lib/udev/rules.d /etc/pam.d; do own_copy $folder; done
    for file in passwd group; do
        cp /etc/$file $private/copy/etc/
        mount --bind $private/copy/etc/$file /etc/$file
    done
    # Other rules change rights in /dev.
    find /usr/lib/udev/rules.d -type f ! -name 60-block.rules ! -name 60-persistent-storage.rules ! -name 80-udisks2.rules -delete
    # Whoever is asked for a password need not know it.
    printf '%s\n' 'auth sufficient pam_permit.so' 'account sufficient pam_permit.so' >/etc/pam.d/polkit-1
    chmod 666 /dev/fuse

    add_user tester 2001 seat0
    add_user other 2002 seat1
    ln -s "$group" $private/cgroup
}

# install_services BIN: as `cmake --install` would, but the programs lie in BIN.
install_services() {
    local file name
    for file in "$source"/resources/dbus/*.service.in; do
        [ -e "$file" ] || continue
        name=$(basename "$file" .in)
        sed "s#^Exec=.*/#Exec=$1/#" "$file" >"/usr/share/dbus-1/system-services/$name"
        cp "${file%.service.in}.conf" /usr/share/dbus-1/system.d/
    done
    for file in "$source"/resources/polkit/*.policy; do
        [ ! -e "$file" ] || cp "$file" /usr/share/polkit-1/actions/
    done
    # What a test takes away it can put back.
    cp -a /usr/share/dbus-1/system-services $private/services
}

# Takes everything down when the script closes the pipe $private/alive, or is killed. No child of the script, so that whoever kills the script with all
# its children leaves this.
clean_up() {
    local tries device file
    read -r _ <$private/alive || true
    for ((tries = 0; tries < 100; ++tries)); do
        echo 1 >"$group/cgroup.kill"
        grep -q 'populated 0' "$group/cgroup.events" && break
        sleep 0.02
    done
    # udisks notes its loop devices, which by now may be someone else's.
    grep -ao '/dev/loop[0-9]*' /run/udisks2/loop 2>/dev/null | sort -u | while read -r device; do
        file=$(cat "/sys/block/${device#/dev/}/loop/backing_file" 2>/dev/null) || continue
        ! grep -qaF "$file" /run/udisks2/loop || losetup -d "$device"
    done
    # In here, so that the devices are free as soon as this has ended.
    umount -l /media
    find "$group" -depth -type d -exec rmdir {} +
    : >$private/gone
}

start_daemons() {
    SYSTEMD_LOG_LEVEL=warning /lib/systemd/systemd-udevd --daemon
    dbus-daemon --system --fork
}

case $PRIVATE_SYSTEM_STAGE in
mounts)
    mkdir "$group"
    trap 'rmdir "$group" 2>/dev/null || true' EXIT  # if something below fails before there is anyone to clean up
    prepare_files
    install_services "$(readlink -f "$(dirname "$1")/../bin")"
    mkfifo $private/alive $private/gone
    export -f clean_up
    export private group
    setsid -f bash -c clean_up <>/dev/null
    exec 9>$private/alive
    trap - EXIT
    status=0
    (
        echo $BASHPID >"$group/cgroup.procs"
        PRIVATE_SYSTEM_STAGE=run exec unshare -C "$0" "$@"
    ) 9>&- || status=$?
    exec 9>&-
    : <$private/gone
    exit $status
    ;;
run)
    start_daemons
    "$@"
    ;;
esac
