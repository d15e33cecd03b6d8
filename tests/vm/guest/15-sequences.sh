# One image after another on a device, devices on one another, and who has them open meanwhile.
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
