#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The checks in a system that a live disc has started. Prints "ok NAME" or "not ok NAME" for each on the second serial port, because a getty hangs up
# those who write to its own; then ends the machine. Which checks: words in the machine's serial number, as the host gave it.
exec </dev/null >/dev/ttyS1 2>&1
here=/usr/lib/live-test
words=$(cat /sys/class/dmi/id/product_serial)
cd /root || exit

# check NAME COMMAND…: for a failure, with the output of the command.
check() {
    local name=$1 said
    shift
    if said=$("$@" 2>&1); then echo "ok $name"
    else echo "not ok $name: status $?: $(tail -n 4 <<<"$said" | cut -c-200 | tr '\n' '|')"; fi
}
refused() { ! "$@"; }
wants() { [[ ,$words, = *,$1,* ]]; }
# Of several mounts at a place the last one counts.
mount_at() { awk -v at="$1" '$2 == at { last = $1 " " $3 } END { print last }' /proc/mounts; }
has_free() { [ "$(awk '/^MemAvailable/ { print int($2 / 1024) }' /proc/meminfo)" -ge "$1" ]; }
no_unit_has_failed() {
    systemctl --failed --plain --no-legend
    [ -z "$(systemctl --failed --plain --no-legend)" ]
}
log_is_clean() {
    local bad='segfault|BUG:|WARNING:|Oops|I/O error|EROFS|erofs.*error|cloop.*(not|lost|damaged)|main process exited'
    # A drive whose disc is out says so when udev looks into it.
    refused grep -E "$bad" <(journalctl --quiet --boot | grep -vE 'I/O error.* dev sr[0-9]')
}

live=/run/initramfs/live
device='' way='' disc=''
. $live/state
echo "begin $(uname -r), / from $device ($way), the disc is ${disc:-in memory}"
echo "memory available: $(awk '/^MemAvailable/ { print int($2 / 1024) }' /proc/meminfo) MB; seconds since the start: $(cut -d' ' -f1 /proc/uptime)"

is_overlay() { [ "$(findmnt -no FSTYPE /)" = overlay ]; }
check "/ is an overlay" is_overlay
if wants fuse; then
    check "its lower file system is EROFS on a loop device of cloop-fuse" test "$(mount_at $live/root | sed 's/loop[0-9]*/loop/')" = "/dev/loop erofs"
    check "the module is not loaded" test ! -e /sys/module/cloop
    server=$(grep -laz '^@cloop-fuse' /proc/[0-9]*/cmdline | cut -d/ -f3)
    check "cloop-fuse is not what ends when memory is full" test "$(cat "/proc/$server/oom_score_adj")" = -1000
else
    check "its lower file system is EROFS on /dev/cloop0" test "$(mount_at $live/root)" = "/dev/cloop0 erofs"
fi

if wants second; then check "the second system runs" test -e /second; fi

write() {
    echo text >/etc/motd && mv /usr/bin/zdiff /usr/bin/renamed && rm /usr/bin/zless && mkdir /usr/bin/folder && rm -r /usr/share/perl5 &&
        [ "$(cat /etc/motd)" = text ] && [ -x /usr/bin/renamed ] && [ ! -e /usr/bin/zdiff ] && [ ! -e /usr/bin/zless ] && [ ! -e /usr/share/perl5 ]
}
# Without it, anybody may ping.
echo "1 0" >/proc/sys/net/ipv4/ping_group_range
ping_as_nobody() { setpriv --reuid 65534 --regid 65534 --clear-groups ping -c 1 -W 5 127.0.0.1; }
same_tree() { diff <(cd /everything && bash $here/manifest.sh) /everything.manifest; }
# The files of a list of sums.
same_files() { (cd / && b2sum --check --quiet "$1"); }
awk 'NR % 10 == 0' /usr.sums >/run/some.sums

# Before anything is written.
if wants tree; then check "every name, time, right and attribute of a tree of everything" same_tree; fi
if wants disc; then
    # While the disc is out, this script stands still like all others: the host sees what cloop-live says, and puts it back.
    echo 3 >/proc/sys/vm/drop_caches
    same_files /usr.sums &
    reader=$!
    sleep 2
    check "a reader reads" test -e /proc/$reader
    /run/initramfs/bin/cloop-live suspend "$device"
    suspended=$?
    check "suspend, disc out, disc back" test $suspended = 0
    wait $reader
    status=$?
    check "a reader meanwhile gets all of /usr" test $status = 0
elif wants usr; then
    check "all of /usr" same_files /usr.sums
elif ! wants kept; then
    check "one file in ten of /usr" same_files /run/some.sums
fi
if wants pressure; then
    # Little is left for pages of files, so that they are read again and again.
    mount -t tmpfs -o size=100% fill /mnt
    while has_free 40; do head -c 4M /dev/urandom >>/mnt/fill; done
    echo "memory available: $(awk '/^MemAvailable/ { print int($2 / 1024) }' /proc/meminfo) MB"
    check "a tenth of /usr with memory nearly full" same_files /run/some.sums
    head -c 256M /dev/zero | tail >/dev/null
    check "what eats more than all memory is ended, the system is not" same_files /run/some.sums
    umount /mnt
fi
check "ping has its capability" ping_as_nobody
if wants kept; then check "what an earlier start wrote is here" test "$(cat /var/kept 2>&1)" = "written once"
else check "write, rename, delete" write; fi
if wants keep; then echo "written once" >/var/kept; fi
check "no unit has failed" no_unit_has_failed
check "the log is clean" log_is_clean
echo end
systemctl poweroff
