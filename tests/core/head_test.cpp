// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/byte_order.h"
#include "file/split_name.h"
#include "format/head.h"

#include <QTest>

#include <cstring>

using namespace cloop;

class HeadTest : public QObject {
    Q_OBJECT

    static std::array<std::byte, head_size> sample(std::uint32_t block_size, std::uint32_t blocks, std::optional<std::uint64_t> size = {}) {
        return make_head({.version = Version::v2, .block_size = block_size, .block_count = blocks}, size);
    }

private slots:
    void the_preamble_is_to_the_letter_what_qemu_compares() {
        const QByteArray qemu = "#!/bin/sh\n#V2.0 Format\nmodprobe cloop file=$0 && mount -r -t iso9660 /dev/cloop $1\n";
        QCOMPARE(qemu.size(), 83);
        const auto bytes = sample(65536, 1);
        QCOMPARE(QByteArray(reinterpret_cast<const char *>(bytes.data()), qemu.size()), qemu);
    }

    void what_is_written_is_read() {
        const auto bytes = sample(65536, 10, 600001);
        const Preamble preamble = parse_preamble(bytes);
        QVERIFY(preamble.version == Version::v2);
        const Head head = read_head(bytes, Version::v2, HeadPlace::first);
        QVERIFY(check_head(head));
        QCOMPARE(head.block_size, 65536u);
        QCOMPARE(head.block_count, 10u);
        QCOMPARE(head.padded_size(), 655360u);
        const JudgedSize size = judge_size(preamble.notes, 65536, 10);
        QCOMPARE(size.size.value_or(0), 600001u);
        QVERIFY(!size.is_doubtful && !size.has_one_witness);
    }

    void a_size_note_is_believed_where_it_can_be_true_data() {
        QTest::addColumn<quint64>("line");
        QTest::addColumn<quint32>("low_bits");
        QTest::addColumn<quint64>("expected");  // 0: none
        QTest::addColumn<bool>("is_doubtful");
        QTest::newRow("one byte into the last block") << quint64(9 * 65536 + 1) << 0u << quint64(9 * 65536 + 1) << false;
        QTest::newRow("whole") << quint64(10 * 65536) << 0u << quint64(10 * 65536) << false;
        QTest::newRow("a block less") << quint64(9 * 65536) << 0u << quint64(0) << true;
        QTest::newRow("a byte more") << quint64(10 * 65536 + 1) << 0u << quint64(0) << true;
        QTest::newRow("Outernet's") << quint64(0) << 600001u << quint64(600001) << false;
        QTest::newRow("bytes that are no size") << quint64(0) << 5u << quint64(0) << false;
        QTest::newRow("one bit, as likely a flipped one") << quint64(0) << (1u << 19) << quint64(0) << false;
        QTest::newRow("two that agree") << quint64(600001) << 600001u << quint64(600001) << false;
        QTest::newRow("a digit lost") << quint64(600000) << 600001u << quint64(600001) << true;
        QTest::newRow("a digit lost that can't be true") << quint64(200001) << 600001u << quint64(600001) << true;
        QTest::newRow("a bit lost that can't be true") << quint64(600001) << (600001u ^ 0x80000000u) << quint64(600001) << false;
    }
    void a_size_note_is_believed_where_it_can_be_true() {
        QFETCH(quint64, line);
        QFETCH(quint32, low_bits);
        QFETCH(quint64, expected);
        QFETCH(bool, is_doubtful);
        SizeNotes notes{.low_bits = low_bits};
        if (line) notes.line = line;
        const JudgedSize size = judge_size(notes, 65536, 10);
        QCOMPARE(size.size.value_or(0), expected);
        QCOMPARE(size.is_doubtful, is_doubtful);
    }

    void a_size_above_4_gib_is_told_by_its_lower_bits() {
        const std::uint64_t exact = (std::uint64_t{5} << 32) + 12345;
        const auto count = static_cast<std::uint32_t>((exact + 65535) / 65536);
        SizeNotes notes = parse_preamble(sample(65536, count, exact)).notes;
        QCOMPARE(notes.line.value_or(0), exact);
        notes.line.reset();
        notes.is_line_damaged = true;
        QCOMPARE(judge_size(notes, 65536, count).size.value_or(0), exact);
    }

    void a_note_without_its_line_end_is_damaged() {
        auto bytes = sample(65536, 10);
        std::memcpy(bytes.data() + 91, "#size=600001", 12);
        const SizeNotes notes = parse_preamble(bytes).notes;
        QVERIFY(!notes.line && notes.is_line_damaged);
    }

    void bad_heads_are_refused_data() {
        QTest::addColumn<quint32>("block_size");
        QTest::addColumn<quint32>("blocks");
        QTest::addColumn<int>("code");
        QTest::newRow("block size 0") << 0u << 1u << int(ErrorCode::bad_block_size);
        QTest::newRow("not a multiple of 512") << 1000u << 1u << int(ErrorCode::bad_block_size);
        QTest::newRow("CVE-2014-0144") << 0xFFFFFE00u << 1u << int(ErrorCode::bad_block_size);
        QTest::newRow("64 MiB and 512") << (64u << 20) + 512 << 1u << int(ErrorCode::bad_block_size);
        QTest::newRow("CVE-2014-0143") << 65536u << 0xFFFFFFFFu << int(ErrorCode::index_too_large);
    }
    void bad_heads_are_refused() {
        QFETCH(quint32, block_size);
        QFETCH(quint32, blocks);
        QFETCH(int, code);
        const auto checked = check_head(read_head(sample(block_size, blocks), Version::v2, HeadPlace::first));
        QVERIFY(!checked);
        QCOMPARE(int(checked.error().code), code);
    }

    void formats_that_only_freebsd_reads_are_named_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("is_by_mkuzip");
        QTest::newRow("zlib") << QByteArray("#!/bin/sh\n#V2.0 Format\n(kldstat -qm g_uzip||kldload geom_uzip)>&-&&") << "" << true;
        QTest::newRow("zlib, alike blocks once") << QByteArray("#!/bin/sh\n#v3.0 Format\n(kldstat -qm g_uzip||kldload geom_uzip)>&-&&") << "v3.0"
                                                 << false;
        QTest::newRow("LZMA") << QByteArray("#!/bin/sh\n#L3.0\n") << "L3.0" << false;
        QTest::newRow("zstd") << QByteArray("#!/bin/sh\n#Z4.0 Format\n(kldstat -qm g_uzip||kldload geom_uzip)>&-&&") << "Z4.0" << false;
        QTest::newRow("ours") << QByteArray("#!/bin/sh\n#V2.0 Format\nmodprobe cloop") << "" << false;
    }
    void formats_that_only_freebsd_reads_are_named() {
        QFETCH(QByteArray, text);
        QFETCH(QString, name);
        QFETCH(bool, is_by_mkuzip);
        text.append(preamble_size - text.size(), '\0');
        const Preamble preamble = parse_preamble(std::as_bytes(std::span(text.data(), std::size_t(text.size()))));
        QCOMPARE(QString::fromStdString(preamble.freebsd_format), name);
        QCOMPARE(preamble.is_by_mkuzip, is_by_mkuzip);
    }

    void names_of_parts_come_back_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("base");
        QTest::addColumn<int>("number");
        QTest::newRow("first") << "a/big.cloop.000" << "a/big.cloop" << 0;
        QTest::newRow("after 999") << "big.1000" << "big" << 1000;
        QTest::newRow("split(1), head") << "big.cloop.a0" << "big.cloop" << 0;
        QTest::newRow("split(1), second") << "big.cloop.ab" << "big.cloop" << 2;
        QTest::newRow("split(1), last") << "big.zz" << "big" << 676;
        QTest::newRow("no part") << "big.cloop" << "" << -1;
        QTest::newRow("split(1) -a 3") << "big.aac" << "big" << 3;
        QTest::newRow("split(1) -a 3, last") << "big.zzz" << "big" << 17576;
        QTest::newRow("split(1) -d") << "big.01" << "big" << 1;
        QTest::newRow("one digit") << "big.1" << "" << -1;
        QTest::newRow("letter and digit") << "big.b0" << "" << -1;
        QTest::newRow("not ours") << "big.0001" << "" << -1;
        QTest::newRow("hidden file") << "a/.000" << "" << -1;
    }
    void names_of_parts_come_back() {
        QFETCH(QString, path);
        QFETCH(QString, base);
        QFETCH(int, number);
        const auto name = parse_split_name(path.toStdString());
        QCOMPARE(name.has_value(), number >= 0);
        if (!name) return;
        QCOMPARE(QString::fromStdString(name->base), base);
        QCOMPARE(int(name->number), number);
        QCOMPARE(QString::fromStdString(part_path(*name)), path);
    }
};

QTEST_GUILESS_MAIN(HeadTest)
#include "head_test.moc"
