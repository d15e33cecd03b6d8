# Who waits for a disc is not stuck, however long: not even the reader of a mounted file system, whom nothing can wake.
insmod /cloop.ko cache_mb=0
check "the watch for stuck tasks" sh -c 'echo 30 >/proc/sys/kernel/hung_task_timeout_secs'
cloop attach /images/tree.cloop /dev/cloop0
mount -r -t iso9660 /dev/cloop0 /mnt
cloop suspend /dev/cloop0
echo 3 >/proc/sys/vm/drop_caches
(ls -lR /mnt >/tmp/readers.said 2>&1; echo $? >/tmp/readers) &
check "it waits" soon sh -c "ps -o stat,comm | grep -q '^D.*ls'"
sleep 75
check "and waits on" refused test -e /tmp/readers
check "no alarm" refused sh -c "dmesg | grep 'blocked for more than'"
check "resume" cloop resume /dev/cloop0
check "who waited went on" ended
umount /mnt
cloop detach /dev/cloop0
echo 120 >/proc/sys/kernel/hung_task_timeout_secs
rmmod cloop
