# Images hurt at random; and nothing of all that stays in memory.
insmod /cloop.ko
rounds=$(parameter corruptions)
# From 6.15 on, every block device's page cache has folios that span blocks, and none of such a folio is given when a part of it can't be read.
if [ "$(printf '6.15\n%s\n' "$(uname -r)" | sort -V | head -n 1)" = 6.15 ]; then reads=alone; else reads=ahead; fi
probe corrupt /dev/cloop0 /images/small.cloop /images/mixed.bin 12 99 $reads >/dev/null
rm /tmp/hurt-*
before=$(kernel_memory)
probe corrupt /dev/cloop1 /images/codecs.cloop /images/mixed.bin $((rounds / 2)) 2 $reads >/tmp/said &
check "$rounds corruptions" probe corrupt /dev/cloop0 /images/small.cloop /images/mixed.bin $rounds 1 $reads
wait $!
check "and of mixed codecs" test $? = 0
cat /tmp/said
rm /tmp/hurt-* /tmp/said
after=$(kernel_memory)
echo "memory before $before kB, after $after kB"
check "no memory is lost" test $((after - before)) -lt 1000
rmmod cloop
