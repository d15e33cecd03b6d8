// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/byte_order.h"
#include "format/block_index.h"

#include <QTest>

using namespace cloop;

class BlockIndexTest : public QObject {
    Q_OBJECT

    static constexpr std::uint64_t begin = head_size + 8 * 9;

    /// Eight blocks of 1000 stored bytes each.
    static std::vector<std::uint64_t> entries() {
        std::vector<std::uint64_t> values;
        for (std::uint64_t i = 0; i <= 8; ++i) values.push_back(begin + 1000 * i);
        return values;
    }

    static BlockIndex parse(const std::vector<std::uint64_t> &values, std::uint64_t file_size = begin + 8000, std::size_t cut = SIZE_MAX) {
        std::vector<std::byte> bytes(8 * values.size());
        for (std::size_t i = 0; i < values.size(); ++i) store_be(bytes.data() + 8 * i, values[i]);
        bytes.resize(std::min(bytes.size(), cut));
        const Head head{.version = Version::v4, .block_size = 4096, .block_count = 8};
        return BlockIndex::parse(bytes, head, file_size);
    }

    static std::string defects(const BlockIndex &index) {
        std::string text;
        for (std::size_t block = 0; block < index.size(); ++block) text += ".dm"[static_cast<int>(index.defect(block))];
        return text;
    }

private slots:
    void a_sound_index_has_no_defects() {
        const BlockIndex index = parse(entries());
        QCOMPARE(defects(index), std::string("........"));
        QCOMPARE(index[3].offset, begin + 3000);
        QCOMPARE(index[3].size, 1000u);
        QCOMPARE(index.data_end(), begin + 8000);
    }

    void a_damaged_entry_spoils_only_its_two_neighbours_data() {
        QTest::addColumn<int>("entry");
        QTest::addColumn<quint64>("value");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a fall") << 3 << quint64(begin + 1) << "..d.....";
        QTest::newRow("a jump") << 3 << quint64(begin + 500000) << "..dd....";
        QTest::newRow("zero") << 3 << quint64(0) << "..dd....";
        QTest::newRow("all ones") << 3 << quint64(-1) << "..dd....";
        QTest::newRow("a length of nothing") << 3 << quint64(begin + 2000) << "..d.....";
        QTest::newRow("the first") << 0 << quint64(5) << "d.......";
        QTest::newRow("the last") << 8 << quint64(7) << ".......d";
    }
    void a_damaged_entry_spoils_only_its_two_neighbours() {
        QFETCH(int, entry);
        QFETCH(quint64, value);
        QFETCH(QString, expected);
        auto values = entries();
        values[static_cast<std::size_t>(entry)] = value;
        QCOMPARE(QString::fromStdString(defects(parse(values))), expected);
    }

    void of_a_cut_file_the_whole_blocks_are_known() {
        QCOMPARE(defects(parse(entries(), begin + 5500)), std::string(".....mmm"));
    }

    void of_a_cut_index_the_rest_is_missing() {
        QCOMPARE(defects(parse(entries(), begin, 8 * 5)), std::string("mmmmmmmm"));
        QCOMPARE(defects(parse(entries(), begin + 8000, 8 * 5)), std::string("....mmmm"));
    }

    void in_an_image_by_mkuzip_equal_entries_are_a_block_of_zeros() {
        auto values = entries();
        values[4] = values[3];
        std::vector<std::byte> bytes(8 * values.size());
        for (std::size_t i = 0; i < values.size(); ++i) store_be(bytes.data() + 8 * i, values[i]);
        Head head{.block_size = 4096, .block_count = 8, .is_by_mkuzip = true};
        const auto index = BlockIndex::parse(bytes, head, begin + 8000);
        QCOMPARE(defects(index), std::string("........"));
        QCOMPARE(index[3].size, 0u);
        head.is_by_mkuzip = false;
        QCOMPARE(defects(BlockIndex::parse(bytes, head, begin + 8000)), std::string("...d...."));
        // mkuzip omits the last entry if the data fill the last sector.
        head.is_by_mkuzip = true;
        store_be<std::uint64_t>(bytes.data() + 64, 0);
        QCOMPARE(BlockIndex::parse(bytes, head, begin + 8000)[7].size, 1000u);
    }

    void the_codec_stands_in_the_upper_bits() {
        auto values = entries();
        values[2] |= std::uint64_t{4} << 60;
        values[8] |= std::uint64_t{9} << 60;
        const BlockIndex index = parse(values);
        QCOMPARE(int(index[2].codec), 4);
        QCOMPARE(int(index[1].codec), 0);
        QCOMPARE(defects(index), std::string("........"));
    }

    void nothing_to_trust_is_told() {
        const std::vector<std::byte> zeros(8 * 9);
        const Head head{.block_size = 4096, .block_count = 8};
        QVERIFY(BlockIndex::parse(zeros, head, 100000).is_all_damaged());
        QVERIFY(!parse(entries()).is_all_damaged());
    }
};

QTEST_GUILESS_MAIN(BlockIndexTest)
#include "block_index_test.moc"
