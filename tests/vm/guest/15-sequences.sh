# One image after another on a device, devices on one another, and who has them open meanwhile.
insmod /cloop.ko cache_mb=0
at=$((($(stat -c %s /images/copied.cloop) / 512 + 1) * 512))
check "nobody gets pages of the image before" probe renew /dev/cloop1 /images/copied.cloop /images/mixed.bin /images/other.cloop /images/other.bin /images/two.bin $at
check "a partition added by hand" sh -c 'cloop attach /images/copied.cloop /dev/cloop1 && probe partition /dev/cloop1 && [ -e /sys/block/cloop1/cloop1p3 ]'
cloop detach /dev/cloop1
check "is forgotten when it is detached" refused test -e /sys/block/cloop1/cloop1p3
check "and is in nobody's way then" sh -c 'cloop attach /images/copied.cloop /dev/cloop1 && cloop suspend /dev/cloop1 && cloop resume /dev/cloop1 && cloop detach /dev/cloop1'
check "an unknown flag" probe unknown-flag /dev/cloop1 /images/copied.cloop
check "is told as what it is" sh -c "dmesg | grep -q 'cloop1: invalid flags 0x6 of a split set'"

# A loop device below that is given the device above to read.
modprobe loop
cp /images/copied.cloop /tmp/padded
truncate -s 600064 /tmp/padded
cp /tmp/padded /tmp/padded2
losetup -r /dev/loop0 /tmp/padded
check "an image on a loop device" sh -c 'cloop attach /dev/loop0 /dev/cloop2 && cmp -n 600001 /dev/cloop2 /images/mixed.bin'
check "which is given a copy" sh -c 'probe change-loop /dev/loop0 /tmp/padded2; echo 3 >/proc/sys/vm/drop_caches; cmp -n 600001 /dev/cloop2 /images/mixed.bin'
check "then the device that lies on it" probe change-loop /dev/loop0 /dev/cloop2
echo 3 >/proc/sys/vm/drop_caches
(dd if=/dev/cloop2 of=/dev/null bs=4096 count=1 2>/dev/null; echo $? >/tmp/readers) &
check "reading ends" soon test -s /tmp/readers
check "with an error" refused test "$(cat /tmp/readers)" = 0
check "and the log tells why" sh -c "dmesg | grep -q 'cloop2: block 0 .* a loop device below has a new file'"
check "the circle can be opened" sh -c 'cloop detach /dev/cloop2 && losetup -d /dev/loop0'
check "and nothing is left of it" soon sh -c '! cloop list | grep -q cloop2 && ! losetup -a | grep -q loop0'
check "rmmod" rmmod cloop
rm -f /tmp/padded /tmp/padded2 /tmp/readers

# A disc that hangs while blocks are read beforehand: a suspended device is one.
insmod /cloop.ko preload=5 cache_mb=0
cloop attach /images/nested.cloop /dev/cloop0
exec 8</dev/cloop0
blockdev --setra 0 /dev/cloop0
check "its head is read" sh -c 'dd bs=4096 count=1 <&8 2>/dev/null | grep -q modprobe'
cloop suspend /dev/cloop0
(cloop attach /dev/cloop0 /dev/cloop1; echo $? >/tmp/attached) &
sleep 1
check "its blocks are waited for" refused test -e /tmp/attached
(cloop detach /dev/cloop1; echo $? >/tmp/detached) 2>/dev/null &
check "nobody else has to wait" soon test -s /tmp/detached
cloop resume /dev/cloop0
check "it is attached" soon grep -qx 0 /tmp/attached
check "with those blocks" sh -c 'echo 3 >/proc/sys/vm/drop_caches; cmp -n 600001 /dev/cloop1 /images/mixed.bin && [ $(cat /sys/block/cloop1/cloop/cache_hits) -gt 0 ]'
cloop detach /dev/cloop1
exec 8<&-
cloop detach /dev/cloop0
rm /tmp/attached /tmp/detached
rmmod cloop
