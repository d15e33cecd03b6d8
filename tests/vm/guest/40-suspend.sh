# SPDX-License-Identifier: GPL-3.0-or-later
# Suspend and resume while others read.
# Without a cache, or the readers would not need the file.
insmod /cloop.ko cache_mb=0
mkdir -p /disc /disc2
is_read_beyond() { [ "$(attribute 0 cloop/stored_bytes_read)" -gt "$1" ]; }
turn() { mount -t tmpfs disc /disc && cp /images/copied.cloop /disc/image; }
turn
cloop attach /disc/image /dev/cloop0
read_on until /dev/cloop0 8
round=1
while [ $round -le "$(parameter suspensions)" ]; do
    check "suspend $round" cloop suspend /dev/cloop0
    check "the file is closed $round" umount /disc
    check "sysfs shows it $round" test "$(attribute 0 cloop/suspended) $(attribute 0 loop/backing_file)" = "1 /disc/image"
    before=$(attribute 0 cloop/stored_bytes_read)
    sleep 0.3
    check "nothing is read $round" test "$(attribute 0 cloop/stored_bytes_read)" = "$before"
    check "another image is refused $round" refused cloop resume /dev/cloop0 /images/other.cloop
    check "a cut copy is refused $round" refused cloop resume /dev/cloop0 /images/cut-copy.cloop
    turn
    if [ $((round % 2)) = 1 ]; then check "resume $round" cloop resume /dev/cloop0
    else check "resume from another place $round" cloop resume /dev/cloop0 /images/copied2.cloop; fi
    [ "$(attribute 0 loop/backing_file)" = /disc/image ] || { cloop suspend /dev/cloop0; cloop resume /dev/cloop0 /disc/image; }
    check "the file is read again $round" soon is_read_beyond "$before"
    round=$((round + 1))
done
touch /tmp/stop
check "8 readers got no error and no wrong byte" ended

check "suspend" cloop suspend /dev/cloop0
check "suspending twice is refused" refused cloop_suspend /dev/cloop0
check "it is still suspended" test "$(attribute 0 cloop/suspended)" = 1
check "resume" cloop resume /dev/cloop0
check "resuming twice is refused" refused cloop resume /dev/cloop0

# A write to the queue settings waits for a suspended device, and goes on after the resume.
echo 3 >/proc/sys/vm/drop_caches
cloop suspend /dev/cloop0
dd if=/dev/cloop0 of=/dev/null bs=4096 count=1 2>/dev/null &
sleep 0.3
(echo 64 >/sys/block/cloop0/queue/nr_requests; cat /sys/block/cloop0/queue/nr_requests >/tmp/changed) &
sleep 0.3
check "the write waits while the device is suspended" refused test -s /tmp/changed
cloop resume /dev/cloop0
check "the write goes on after the resume" soon test -s /tmp/changed
rm -f /tmp/changed

# The last reader of a suspended device is killed during its readahead.
echo 3 >/proc/sys/vm/drop_caches
dd if=/dev/cloop0 of=/dev/null bs=4096 2>/dev/null &
cloop suspend /dev/cloop0
kill -9 $! 2>/dev/null
sleep 0.3
cat /dev/cloop0 >/dev/null &
sleep 0.3
kill -9 $!
sleep 0.3
check "after its readers are killed, the device can be resumed" timeout 10 cloop resume /dev/cloop0
check "and it can be read" cmp -n 600001 /dev/cloop0 /images/mixed.bin

read_on until-errors /dev/cloop0 8
cloop suspend /dev/cloop0
sleep 0.3
check "detach while suspended" cloop detach /dev/cloop0
touch /tmp/stop
check "waiting readers got an error, and no wrong byte" ended
check "it can be attached again" soon sh -c 'cloop attach /images/tree.cloop /dev/cloop0'
check "mounted" mount -r -t iso9660 /dev/cloop0 /mnt
cloop suspend /dev/cloop0
check "detach while mounted and suspended" cloop detach /dev/cloop0
check "attach is refused while the old file system is mounted" refused cloop attach /images/tree.cloop /dev/cloop0
check "reads fail" refused sh -c 'echo 3 >/proc/sys/vm/drop_caches; cat /mnt/file0 >/dev/null'
umount /mnt
check "after unmount it can be attached" cloop attach /images/tree.cloop /dev/cloop0

# Resume keeps the offset and a pending detach.
cloop attach -o 6144 /images/inside.bin /dev/cloop1
cloop suspend /dev/cloop1
check "resume at an offset" sh -c 'cloop resume /dev/cloop1 && cmp -n 600001 /dev/cloop1 /images/mixed.bin'
cloop attach /images/parts.cloop.000 /dev/cloop2
cloop suspend /dev/cloop2
check "resume a split set" sh -c 'cloop resume /dev/cloop2 && cmp -n 600001 /dev/cloop2 /images/mixed.bin'
check "detach while it is open" sh -c 'exec 9</dev/cloop2; cloop detach /dev/cloop2; cloop suspend /dev/cloop2; cloop resume /dev/cloop2; [ $(cat /sys/block/cloop2/loop/autoclear) = 1 ]'
check "it is detached on last close, although it was suspended meanwhile" soon sh -c '[ ! -e /sys/block/cloop2/loop/backing_file ]'

# A file on the suspended device itself can't resume it, and does not keep another file from it.
check "a copy on the device" sh -c 'cloop attach /images/holder.cloop /dev/cloop4 && mount -r -t iso9660 /dev/cloop4 /disc2'
cloop suspend /dev/cloop4
check "it is refused for resume" refused timeout 10 cloop resume /dev/cloop4 /disc2/copied.cloop
check "and the log says why" sh -c "dmesg | grep -q 'cloop4: copied.cloop lies on this device'"
check "another file resumes the device" timeout 10 cloop resume /dev/cloop4
umount /disc2
cloop detach /dev/cloop4

# A system that runs from the device: the command itself lies on it.
mkdir -p /live
check "a system on the device" sh -c 'cloop attach /images/system.cloop /dev/cloop3 && mount -r -t iso9660 /dev/cloop3 /live'
echo 3 >/proc/sys/vm/drop_caches
check "its own command suspends it" live_cloop suspend /dev/cloop3
check "and another resumes it" cloop resume /dev/cloop3
check "its files" sh -c 'echo 3 >/proc/sys/vm/drop_caches; cmp /live/bin/probe /bin/probe'
umount /live
check "detach all" cloop detach --all
check "rmmod" rmmod cloop
check "the disc is not in use" umount /disc
