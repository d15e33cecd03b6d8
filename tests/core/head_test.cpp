#include "format/head.h"
#include "format/split_name.h"
#include "base/byte_order.h"

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
        const auto head = parse_head(sample(65536, 10, 600001), HeadPlace::first);
        QVERIFY(head);
        QVERIFY(head->version == Version::v2);
        QCOMPARE(head->block_size, 65536u);
        QCOMPARE(head->block_count, 10u);
        QCOMPARE(head->noted_size.value_or(0), 600001u);
        QCOMPARE(head->padded_size(), 655360u);
    }

    void a_size_note_that_cant_be_true_is_ignored_and_said_data() {
        QTest::addColumn<quint64>("size");
        QTest::addColumn<bool>("is_believed");
        QTest::newRow("one byte into the last block") << quint64(9 * 65536 + 1) << true;
        QTest::newRow("whole") << quint64(10 * 65536) << true;
        QTest::newRow("a block less") << quint64(9 * 65536) << false;
        QTest::newRow("a byte more") << quint64(10 * 65536 + 1) << false;
    }
    void a_size_note_that_cant_be_true_is_ignored_and_said() {
        QFETCH(quint64, size);
        QFETCH(bool, is_believed);
        const auto head = parse_head(sample(65536, 10, size), HeadPlace::first);
        QVERIFY(head);
        QCOMPARE(head->noted_size.has_value(), is_believed);
        QCOMPARE(head->has_false_size_note, !is_believed);
        if (!is_believed) QCOMPARE(head->content_size(), 655360u);
    }

    void a_note_without_its_line_end_is_no_note() {
        auto bytes = sample(65536, 10);
        std::memcpy(bytes.data() + 91, "#size=600001", 12);
        const auto head = parse_head(bytes, HeadPlace::first);
        QVERIFY(head && !head->noted_size);
    }

    void outernets_short_size_is_taken_where_it_can_be_true() {
        auto bytes = sample(65536, 10);
        store_be<std::uint32_t>(bytes.data() + 124, 600001);
        QCOMPARE(parse_head(bytes, HeadPlace::first)->noted_size.value_or(0), 600001u);
        store_be<std::uint32_t>(bytes.data() + 124, 5);
        QVERIFY(!parse_head(bytes, HeadPlace::first)->noted_size);
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
        const auto head = parse_head(sample(block_size, blocks), HeadPlace::first);
        QVERIFY(!head);
        QCOMPARE(int(head.error().code), code);
    }

    void a_cut_head_is_told_from_something_else() {
        const auto bytes = sample(65536, 1);
        QVERIFY(parse_head(std::span(bytes).first(135), HeadPlace::first).error().code == ErrorCode::head_cut_short);
        const std::array<std::byte, 136> zeros{};
        QVERIFY(parse_head(zeros, HeadPlace::first).error().code == ErrorCode::not_cloop);
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
