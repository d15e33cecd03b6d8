# Who waits for a disc is not stuck, however long.
insmod /cloop.ko cache_mb=0
echo 30 >/proc/sys/kernel/hung_task_timeout_secs
cloop attach /images/copied.cloop /dev/cloop0
read_on until /dev/cloop0 4
sleep 0.5
cloop suspend /dev/cloop0
sleep 75
check "no alarm" refused sh -c "dmesg | grep 'blocked for more than'"
check "resume" cloop resume /dev/cloop0
touch /tmp/stop
check "who waited went on" ended
cloop detach /dev/cloop0
echo 120 >/proc/sys/kernel/hung_task_timeout_secs
rmmod cloop
