# SPDX-License-Identifier: GPL-3.0-or-later
# Tasks that wait for a suspended device are not reported as hung, not even a reader of a mounted file system, which can't be
# interrupted.
insmod /cloop.ko cache_mb=0
check "the hung task detector is there" sh -c 'echo 30 >/proc/sys/kernel/hung_task_timeout_secs'
cloop attach /images/tree.cloop /dev/cloop0
mount -r -t iso9660 /dev/cloop0 /mnt
cloop suspend /dev/cloop0
echo 3 >/proc/sys/vm/drop_caches
(ls -lR /mnt >/tmp/readers.said 2>&1; echo $? >/tmp/readers) &
check "a reader waits" soon sh -c "ps -o stat,comm | grep -q '^D.*ls'"
sleep 75
check "it still waits" refused test -e /tmp/readers
check "the log shows no hung task" refused sh -c "dmesg | grep 'blocked for more than'"
check "resume" cloop resume /dev/cloop0
check "the reader goes on" ended
umount /mnt
cloop detach /dev/cloop0
echo 120 >/proc/sys/kernel/hung_task_timeout_secs
rmmod cloop
