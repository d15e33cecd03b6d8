# Damage costs its blocks and nothing else.
insmod /cloop.ko
check "an image with bad blocks" cloop attach /images/bad.cloop /dev/cloop0
check "what is around them" probe around /dev/cloop0 /images/mixed.bin 4096 "$(cat /images/bad.blocks)"
check "their number" test "$(attribute 0 cloop/damaged_blocks)" -eq 5
check "the log names one" sh -c "dmesg | grep -q 'cloop: cloop0: block [0-9]* (offset [0-9]*): what is stored does not make a block.'"
check "no wrong byte in a crowd" sh -c '(sleep 2; touch /tmp/stop) & probe until-errors /dev/cloop0 /images/mixed.bin 8 /tmp/stop; status=$?; rm -f /tmp/stop; exit $status'
cloop detach /dev/cloop0
check "an image that is cut off" cloop attach /images/cut.cloop /dev/cloop0
check "what is before" probe around /dev/cloop0 /images/mixed.bin 4096 "$(cat /images/cut.blocks)"
cloop detach /dev/cloop0
for hostile in /images/hostile/*; do
    check "$(basename "$hostile") is refused" refused losetup /dev/cloop0 "$hostile"
done
for hostile in /images/hurt/*; do
    # Whatever comes of them, it is an end.
    losetup /dev/cloop0 "$hostile" 2>/dev/null && dd if=/dev/cloop0 of=/dev/null bs=4096 count=400 conv=noerror 2>/dev/null
    losetup -d /dev/cloop0 2>/dev/null
    echo "ok $(basename "$hostile") is survived"
done
rmmod cloop
