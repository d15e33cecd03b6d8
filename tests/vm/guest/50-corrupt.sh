# Images hurt at random; and nothing of all that stays in memory.
insmod /cloop.ko
rounds=$(sed -n 's/.*rounds=\([0-9]*\).*/\1/p' /proc/cmdline)
used() { sync; echo 3 >/proc/sys/vm/drop_caches; awk '/^SUnreclaim|^VmallocUsed|^Percpu/ { sum += $2 } END { print sum }' /proc/meminfo; }
probe corrupt /dev/cloop0 /images/small.cloop /images/mixed.bin 12 99 >/dev/null
before=$(used)
check "$rounds corruptions" probe corrupt /dev/cloop0 /images/small.cloop /images/mixed.bin $rounds 1
check "and of mixed codecs" probe corrupt /dev/cloop0 /images/codecs.cloop /images/mixed.bin $((rounds / 2)) 2
after=$(used)
echo "memory before $before kB, after $after kB"
check "no memory is lost" test $((after - before)) -lt 600
rmmod cloop
