# Letting go of the file while others read, and going on.
# Without a cache, or the readers would not need the file.
insmod /cloop.ko cache_mb=0
mkdir -p /disc
turn() { mount -t tmpfs disc /disc && cp /images/copied.cloop /disc/image; }
turn
cloop attach /disc/image /dev/cloop0
rm -f /tmp/stop
(probe until /dev/cloop0 /images/mixed.bin 8 /tmp/stop; echo $? >/tmp/readers) &
sleep 1
round=1
while [ $round -le 5 ]; do
    check "suspend $round" cloop suspend /dev/cloop0
    check "the file is let go $round" umount /disc
    check "it shows $round" test "$(attribute 0 cloop/suspended) $(attribute 0 loop/backing_file)" = "1 /disc/image"
    before=$(attribute 0 cloop/stored_bytes_read)
    sleep 0.5
    check "nothing is read $round" test "$(attribute 0 cloop/stored_bytes_read)" = "$before"
    check "another image is refused $round" refused cloop resume /dev/cloop0 /images/other.cloop
    check "a cut one too $round" refused cloop resume /dev/cloop0 /images/cut.cloop
    turn
    if [ $((round % 2)) = 1 ]; then check "resume $round" cloop resume /dev/cloop0
    else check "resume from another place $round" cloop resume /dev/cloop0 /images/copied2.cloop; fi
    sleep 0.5
    [ "$(attribute 0 loop/backing_file)" = /disc/image ] || { cloop suspend /dev/cloop0; cloop resume /dev/cloop0 /disc/image; }
    check "it is read $round" test "$(attribute 0 cloop/stored_bytes_read)" -gt "$before"
    round=$((round + 1))
done
touch /tmp/stop
wait
check "8 readers saw no error and no wrong byte" test "$(cat /tmp/readers)" = 0
check "suspending twice is refused" sh -c 'cloop suspend /dev/cloop0; ! cloop_suspend /dev/cloop0'
rm -f /tmp/stop
(probe until-errors /dev/cloop0 /images/mixed.bin 8 /tmp/stop; echo $? >/tmp/readers) &
sleep 1
check "detach while suspended" cloop detach /dev/cloop0
touch /tmp/stop
check "who waited got an end" wait
check "no wrong byte" test "$(cat /tmp/readers)" = 0
check "it can be attached again" sh -c 'sleep 0.3; cloop attach /images/tree.cloop /dev/cloop0'
check "mounted" mount -r -t iso9660 /dev/cloop0 /mnt
check "the old number suspends nothing" sh -c 'probe ioctls /dev/cloop5 /images/copied.cloop /images/copied2.cloop /images/other.cloop'
cloop suspend /dev/cloop0
check "detached while mounted and suspended" cloop detach /dev/cloop0
check "what is left of it is not attached anew" refused cloop attach /images/tree.cloop /dev/cloop0
check "reading ends" refused sh -c 'echo 3 >/proc/sys/vm/drop_caches; cat /mnt/file0 >/dev/null'
umount /mnt
check "then it is" sh -c 'sleep 0.3; cloop attach /images/tree.cloop /dev/cloop0'
rmmod cloop
umount /disc
