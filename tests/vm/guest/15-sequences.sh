# SPDX-License-Identifier: GPL-3.0-or-later
# One image after another on a device that stays open, devices on devices, circles, and a disc that hangs.
insmod /cloop.ko cache_mb=0
at=$((($(stat -c %s /images/copied.cloop) / 512 + 1) * 512))
check "no reader gets pages of the previous image" probe renew /dev/cloop1 /images/copied.cloop /images/mixed.bin /images/other.cloop /images/other.bin /images/two.bin $at
check "a partition added with BLKPG" sh -c 'cloop attach /images/copied.cloop /dev/cloop1 && probe partition /dev/cloop1 && [ -e /sys/block/cloop1/cloop1p3 ]'
cloop detach /dev/cloop1
check "detach removes it" refused test -e /sys/block/cloop1/cloop1p3
check "after that the device can be suspended" sh -c 'cloop attach /images/copied.cloop /dev/cloop1 && cloop suspend /dev/cloop1 && cloop resume /dev/cloop1 && cloop detach /dev/cloop1'
check "an unknown flag is refused" probe unknown-flag /dev/cloop1 /images/copied.cloop
check "the log shows the flag" sh -c "dmesg | grep -q 'cloop1: invalid flags 0x6 of a split set'"

# A loop device below a device gets that device as its file.
modprobe loop
cp /images/copied.cloop /tmp/padded
truncate -s 600064 /tmp/padded
cp /tmp/padded /tmp/padded2
losetup -r /dev/loop0 /tmp/padded
check "an image on a loop device" sh -c 'cloop attach /dev/loop0 /dev/cloop2 && cmp -n 600001 /dev/cloop2 /images/mixed.bin'
check "the loop device gets a copy" sh -c 'probe change-loop /dev/loop0 /tmp/padded2; echo 3 >/proc/sys/vm/drop_caches; cmp -n 600001 /dev/cloop2 /images/mixed.bin'
check "then it gets the device that lies on it" probe change-loop /dev/loop0 /dev/cloop2
echo 3 >/proc/sys/vm/drop_caches
(dd if=/dev/cloop2 of=/dev/null bs=4096 count=1 2>/dev/null; echo $? >/tmp/readers) &
check "a read ends" soon test -s /tmp/readers
check "with an error" refused test "$(cat /tmp/readers)" = 0
check "and the log says why" sh -c "dmesg | grep -q 'cloop2: block 0 .* a loop device below has a new file'"
check "both devices of the circle can be detached" sh -c 'cloop detach /dev/cloop2 && losetup -d /dev/loop0'
check "and nothing of the circle is left" soon sh -c '! cloop list | grep -q cloop2 && ! losetup -a | grep -q loop0'
check "rmmod" rmmod cloop
rm -f /tmp/padded /tmp/padded2 /tmp/readers

# A disc that hangs during preload: a suspended device behaves like one.
insmod /cloop.ko preload=5 cache_mb=0
cloop attach /images/nested.cloop /dev/cloop0
exec 8</dev/cloop0
blockdev --setra 0 /dev/cloop0
check "the head is in the page cache" sh -c 'dd bs=4096 count=1 <&8 2>/dev/null | grep -q modprobe'
cloop suspend /dev/cloop0
(cloop attach /dev/cloop0 /dev/cloop1; echo $? >/tmp/attached) &
sleep 1
check "attach waits for the blocks" refused test -e /tmp/attached
(cloop detach /dev/cloop1; echo $? >/tmp/detached) 2>/dev/null &
check "no other task has to wait" soon test -s /tmp/detached
cloop resume /dev/cloop0
check "attach is done after the resume" soon grep -qx 0 /tmp/attached
check "the blocks are preloaded" sh -c 'echo 3 >/proc/sys/vm/drop_caches; cmp -n 600001 /dev/cloop1 /images/mixed.bin && [ $(cat /sys/block/cloop1/cloop/cache_hits) -gt 0 ]'
cloop detach /dev/cloop1
exec 8<&-
cloop detach /dev/cloop0
rm /tmp/attached /tmp/detached
rmmod cloop
