#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The session of an ordinary user in a booted Debian, in which this project is installed. Prints "ok NAME" or "not ok NAME" for each check.

# check NAME COMMAND…: for a failure, with the output of the command.
check() {
    local name=$1 said
    shift
    if said=$("$@" 2>&1); then echo "ok $name"
    else echo "not ok $name: status $?: $(tail -n 4 <<<"$said" | tr '\n' '|')"; fi
}
refused() { ! "$@"; }
# soon COMMAND…: repeats the command until it succeeds, for 30 s.
soon() {
    local end=$((SECONDS + 30))
    until "$@"; do
        [ $SECONDS -lt $end ] || return 1
        sleep 0.2
    done
}
same_files() { (cd "$1" && sha256sum --check --quiet ~/tree.sums); }
# No server, no loop device, no mount, no attached image. Processes that have ended have no program.
nothing_left() {
    local found
    found=$({
        readlink /proc/[0-9]*/exe | grep cloop-fuse
        cat /sys/block/{,c}loop*/loop/backing_file
        grep -E 'fuse.cloop|^/dev/c?loop' /proc/mounts
        ls "$XDG_RUNTIME_DIR/cloop"
    } 2>/dev/null)
    echo "$found"
    [ -z "$found" ]
}
call() { busctl call --timeout 400 "org.cloopsmith.$1" "/org/cloopsmith/$1" "org.cloopsmith.$1" "${@:2}"; }
pid_of_service() { systemctl show --property MainPID --value cloop-helper; }
# Of the service's process: the set of capabilities, whether it may gain any, whether its system calls are filtered.
restrictions() {
    call Helper1 Status >/dev/null
    awk '/^(CapBnd|NoNewPrivs|Seccomp):/ { printf "%s ", $2 }' "/proc/$(pid_of_service)/status"
}
# The service may end before it is looked at.
is_restricted() { [ "$(restrictions)" = "0000000000200002 1 2 " ]; }
service_has_ended() { [ "$(pid_of_service)" = 0 ]; }
log_is_clean() {
    local bad='denied|not permitted|segfault|main process exited|type=1326|BUG:|WARNING:|cloop-[a-z-]*\[.*(fail|error)'
    refused grep -iE "$bad" <(journalctl --quiet --boot)
}
is_linked_by_label() { [ "$(readlink -f /dev/disk/by-label/FILES)" = /dev/cloop0 ]; }
is_listed() { cloop list | grep "$@" || { cloop list; false; }; }

# The console logs in before all services run. A newer systemd leaves codes for the terminal at the line's begin.
systemctl is-system-running --wait >/dev/null
echo
echo "begin $(uname -r)"
is_active_at_seat() { loginctl show-session "$XDG_SESSION_ID" | grep -x Active=yes && loginctl show-session "$XDG_SESSION_ID" | grep -x Seat=seat0; }
check "the session is active, at seat0" is_active_at_seat

check "the service has two capabilities, gains none, and its system calls are filtered" soon is_restricted
at=$(cloop mount files.cloop)
check "mount by FUSE" test "$at" = /media/tester/FILES
check "the files" same_files "$at"
check "they are on a loop device" grep "^/dev/loop[0-9]* $at iso9660 ro,nosuid,nodev" /proc/mounts
check "cloop list names image and way" is_listed "/home/tester/files.cloop.*FUSE"
check "umount" cloop umount files.cloop
check "after umount nothing is left" soon nothing_left

at=$(cloop mount files.cloop)
check "eject, as a file manager does" udisksctl unmount --block-device "$(findmnt -no SOURCE "$at")"
check "after ejecting nothing is left" soon nothing_left

at=$(cloop mount --way tree files.cloop)
check "mount as a tree" test "$at" = "$XDG_RUNTIME_DIR/cloop/FILES"
check "the files of the tree" same_files "$at"
check "umount of the tree" cloop umount "$at"
check "after umount of the tree nothing is left" soon nothing_left

check "the service ends when it has nothing to do" soon service_has_ended

built_for() { call Module1 Status | grep "\"built-for\" as 1 \"$(uname -r)\""; }
check "the module's service says that DKMS has built it" built_for
check "the module's service loads it" call Module1 Load
at=$(cloop mount files.cloop)
check "mount takes the module by itself" is_listed "^/dev/cloop0 "
check "the files on the module's device" same_files "$at"
check "umount of the module's device" cloop umount files.cloop
check "after umount /dev/cloop0 is detached" soon nothing_left
check "attach without mounting" test "$(cloop attach files.cloop)" = /dev/cloop0
check "udev knows its label" soon is_linked_by_label
check "suspend" cloop suspend /dev/cloop0
check "it is suspended" is_listed "^/dev/cloop0 .*suspended"
check "resume" cloop resume /dev/cloop0
check "it is resumed" is_listed "^/dev/cloop0 .*block"
check "suspend it again" cloop suspend /dev/cloop0
check "detach, suspended" cloop detach /dev/cloop0
# The image is on a disc, which the drive keeps when it is ejected: whoever reads from the drive closes it.
mount_disc() { udisksctl mount --block-device /dev/sr0; }
unmount_disc() { udisksctl unmount --block-device /dev/sr0; }
# udisks may choose another folder, if it does not know the label yet.
is_mounted() { grep "^/dev/sr0 /media/tester/[^ ]* iso9660 ro,nosuid,nodev" /proc/mounts || { grep sr0 /proc/mounts; false; }; }
close_drive() { head -c 1 /dev/sr0 >/dev/null; }
disc=/media/tester/DISC
check "mount a disc" soon mount_disc
check "it is mounted" is_mounted
check "attach an image on it" test "$(cloop attach $disc/files.cloop)" = /dev/cloop0
cloop suspend --eject /dev/cloop0 2>said
check "suspend --eject" is_listed "^/dev/cloop0 .*suspended"
check "the disc is unmounted" refused is_mounted
check "the drive is open" close_drive
check "mount the disc again" soon mount_disc
check "resume from it" cloop resume /dev/cloop0
(cloop suspend --eject --wait /dev/cloop0 2>said; echo $? >ended) &
check "suspend --eject --wait asks for the disc" soon grep "put the disc back in" said
check "the disc is unmounted again" refused is_mounted
check "the drive was open" close_drive
check "the command gets the disc and ends" soon test -s ended
check "without an error" test "$(cat ended)" = 0
check "the disc is mounted again" is_mounted
check "the device goes on" is_listed "^/dev/cloop0  /media/tester/[^ ]*/files.cloop .*block"
check "detach from the disc" cloop detach /dev/cloop0
check "unmount the disc" unmount_disc
check "the module's service unloads it" call Module1 Unload
check "it is unloaded" refused test -e /sys/module/cloop
check "the module's service lets DKMS remove it" call Module1 Remove
check "it is not built any more" refused built_for
check "the module's service builds and installs it anew" call Module1 Install
check "it is built again" built_for
check "what was built is loaded" call Module1 Load

check "no unit has failed" test -z "$(systemctl --failed --plain --no-legend)"
check "the log is clean" log_is_clean
echo end
systemctl poweroff
