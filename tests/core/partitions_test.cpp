// SPDX-License-Identifier: GPL-3.0-or-later
// Partitions of whole discs, as sfdisk makes them.

#include "support/image_builder.h"
#include "support/program.h"

#include "base/byte_order.h"
#include "file/file_source.h"
#include "filesystem/added_partition.h"
#include "filesystem/partitions.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace cloop;

namespace {

constexpr unsigned sector = 512;

/// An entry of the boot record in a sector.
struct Entry {
    unsigned record = 0, slot = 0;
    std::uint8_t kind = 0;
    quint32 first = 0, count = 0;

    bool operator==(const Entry &) const = default;
};

void put(test::Bytes &bytes, const Entry &entry) {
    std::byte *record = bytes.data() + entry.record * sector, *at = record + 446 + 16 * entry.slot;
    store_le<std::uint16_t>(record + 510, 0xAA55);
    store_le(at + 4, entry.kind);
    store_le(at + 8, entry.first);
    store_le(at + 12, entry.count);
}

} // namespace

class PartitionsTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    /// A disc of 4 MiB with partitions as in the script.
    SourcePtr disc(const QByteArray &script) const {
        const QString path = folder_.filePath("disc");
        if (!test::write_file(path, QByteArray(4 << 20, '\0')) || test::run("/usr/sbin/sfdisk", {"--quiet", path}, script).status != 0) return {};
        auto source = FileSource::open(path.toStdString());
        return source ? *source : SourcePtr();
    }

private slots:
    void they_are_found_by_number_data() {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("MBR") << QByteArray("label: dos\n1: start=2048,size=100\n3: start=3000,size=1000\n");
        QTest::newRow("GPT") << QByteArray("label: gpt\n1: start=2048,size=100\n3: start=3000,size=1000\n");
        QTest::newRow("MBR with an empty extended partition")
            << QByteArray("label: dos\n1: start=2048,size=100\n2: start=5000,size=2000,type=5\n3: start=3000,size=1000\n");
    }
    void they_are_found_by_number() {
        QFETCH(QByteArray, script);
        const SourcePtr source = disc(script);
        QVERIFY(source);
        const auto partitions = partitions_of(*source);
        QCOMPARE(partitions.size(), 2U);
        QCOMPARE(partitions[0].number, 1U);
        QVERIFY((partitions[0].extent == Extent{2048 * 512, 100 * 512}));
        QCOMPARE(partitions[1].number, 3U);
        QVERIFY((partitions[1].extent == Extent{3000 * 512, 1000 * 512}));
    }

    void logical_ones_are_those_that_sfdisk_lists_data() {
        QTest::addColumn<QByteArray>("script");
        for (const char *type : {"5", "f", "85"})
            QTest::addRow("type %s", type) << "label: dos\n2: start=2048,size=4000,type=" + QByteArray(type) +
                                                  "\n5: start=2100,size=100\n6: start=2300,size=1000\n7: start=3500,size=2548\n";
        QTest::newRow("not in the order of their places")
            << QByteArray("label: dos\n4: start=2048,size=4000,type=5\n5: start=5000,size=100\n6: start=2300,size=200\n7: start=3000,size=500\n");
        QTest::newRow("after and before primary ones") << QByteArray("label: dos\n1: start=2048,size=10\n2: start=3000,size=1000,type=f\n"
                                                                     "3: start=2100,size=10\n4: start=5000,size=10\n5: start=3100,size=100\n");
        QByteArray many = "label: dos\n1: start=2048,size=6000,type=f\n";
        for (int i = 0; i < 55; ++i) many += QString("%1: start=%2,size=%3\n").arg(5 + i).arg(2060 + 100 * i).arg(10 + i).toLatin1();
        QTest::newRow("many") << many;
    }
    void logical_ones_are_those_that_sfdisk_lists() {
        QFETCH(QByteArray, script);
        const SourcePtr source = disc(script);
        QVERIFY(source);
        const auto listed = test::run("/usr/sbin/sfdisk", {"--json", folder_.filePath("disc")});
        const auto table = QJsonDocument::fromJson(listed.out)["partitiontable"]["partitions"].toArray();
        QVERIFY(table.size() > 1);
        std::vector<Partition> expected;
        for (const auto &row : table) {
            const QJsonObject partition = row.toObject();
            if (QStringList{"5", "f", "85"}.contains(partition["type"].toString())) continue;
            const QString node = partition["node"].toString();
            expected.push_back({.number = node.mid(folder_.filePath("disc").size()).toUInt(),
                                .extent = {quint64(partition["start"].toInteger()) * sector, quint64(partition["size"].toInteger()) * sector}});
        }
        std::ranges::sort(expected, {}, &Partition::number);
        QVERIFY(partitions_of(*source) == expected);
    }

    void a_chain_ends_where_it_leads_nowhere_data() {
        QTest::addColumn<Entry>("changed");
        QTest::addColumn<QList<unsigned>>("numbers");
        const QList<unsigned> all{5, 6, 7};
        QTest::newRow("a whole chain") << Entry{} << all;
        QTest::newRow("a link to its own record") << Entry{2200, 1, 5, 152, 100} << QList<unsigned>{5, 6};
        QTest::newRow("a link to the first record") << Entry{2400, 1, 5, 0, 100} << all;
        QTest::newRow("a link back") << Entry{2400, 1, 5, 152, 100} << all;
        QTest::newRow("a link out of the content") << Entry{2048, 1, 5, 0xFFFFFFFF, 100} << QList<unsigned>{5};
        QTest::newRow("a link to what is no record") << Entry{2048, 1, 5, 150, 100} << QList<unsigned>{5};
        QTest::newRow("a link of no length") << Entry{2048, 1, 5, 152, 0} << QList<unsigned>{5};
        QTest::newRow("a partition that begins outside") << Entry{2200, 0, 0x83, 0xFFFFFFFF, 50} << QList<unsigned>{5, 7};
        QTest::newRow("a partition that ends outside") << Entry{2200, 0, 0x83, 50, 0xFFFFFFFF} << QList<unsigned>{5, 7};
        QTest::newRow("a partition of no size") << Entry{2200, 0, 0x83, 50, 0} << QList<unsigned>{5, 6};
        QTest::newRow("noise in an unused entry") << Entry{2200, 2, 0x83, 7, 0xFFFFFFFF} << all;
        QTest::newRow("two partitions in a record") << Entry{2200, 2, 0x83, 60, 5} << QList<unsigned>{5, 6, 7, 8};
    }
    void a_chain_ends_where_it_leads_nowhere() {
        QFETCH(Entry, changed);
        QFETCH(QList<unsigned>, numbers);
        test::Bytes bytes(8192 * sector);
        // Links count from the extended partition, places of partitions from their record.
        for (const Entry &entry : {Entry{0, 1, 5, 2048, 4000}, {2048, 0, 0x83, 52, 50}, {2048, 1, 5, 152, 100}, {2200, 0, 0x83, 50, 50},
                                   {2200, 1, 5, 352, 100}, {2400, 0, 0x83, 50, 50}, changed})
            if (entry != Entry{}) put(bytes, entry);
        QList<unsigned> found;
        for (const Partition &partition : partitions_of(test::MemorySource(bytes))) found << partition.number;
        QCOMPARE(found, numbers);
    }

    void as_many_as_linux_knows_are_found() {
        test::Bytes bytes(4000 * sector);
        put(bytes, {0, 0, 5, 1, 3999});
        for (unsigned record = 1; record < 3000; ++record) {
            put(bytes, {record, 0, 0x83, 1, 1});
            put(bytes, {record, 1, 5, record, 100});
        }
        const auto partitions = partitions_of(test::MemorySource(bytes));
        QCOMPARE(partitions.size(), 251U);
        QCOMPARE(partitions.back().number, 255U);
    }

    void one_that_the_content_does_not_hold_is_none_data() {
        QTest::addColumn<QByteArray>("label");
        QTest::newRow("MBR") << QByteArray("dos");
        QTest::newRow("GPT") << QByteArray("gpt");
    }
    void one_that_the_content_does_not_hold_is_none() {
        QFETCH(QByteArray, label);
        const SourcePtr source = disc("label: " + label + "\nstart=2048,size=100\nstart=3000,size=1000\n");
        QVERIFY(source);
        const PartSource cut(source, {0, 3999 * 512});
        QCOMPARE(partitions_of(cut).size(), 1U);
    }

    void without_a_table_there_are_none() {
        for (std::size_t size : {0U, 1U, 511U, 512U, 1024U, 100'000U}) QVERIFY(partitions_of(test::MemorySource(test::Bytes(size))).empty());
    }

    void a_part_has_the_bytes_between_its_ends() {
        const auto source = std::make_shared<test::MemorySource>(test::Bytes{std::byte{1}, std::byte{2}, std::byte{3}, std::byte{4}});
        const PartSource part(source, {1, 2});
        test::Bytes bytes(4);
        QCOMPARE(part.read_at(0, bytes).value(), 2U);
        QCOMPARE(int(bytes[0]), 2);
        QCOMPARE(int(bytes[1]), 3);
        QCOMPARE(part.read_at(2, bytes).value(), 0U);
    }

    void a_partition_is_added_behind_a_disc_data() {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<int>("number");
        QTest::newRow("MBR") << QByteArray("label: dos\n1: start=2048,size=100\n3: start=3000,size=1000\n") << 2;
        QTest::newRow("GPT") << QByteArray("label: gpt\n1: start=2048,size=100\n3: start=3000,size=1000\n") << 2;
        QTest::newRow("GPT, many entries") << QByteArray("label: gpt\ntable-length: 248\n1: start=2048,size=100\n") << 2;
    }
    void a_partition_is_added_behind_a_disc() {
        QFETCH(QByteArray, script);
        QFETCH(int, number);
        const SourcePtr source = disc(script);
        QVERIFY(source);
        constexpr quint64 size = 64 << 20;
        const auto added = add_partition(*source, size, {}, "name");
        QVERIFY(added);
        QCOMPARE(added->extent.offset, quint64(4 << 20));
        QFile whole(folder_.filePath("disc"));
        QVERIFY(whole.open(QIODevice::ReadWrite) && whole.resize(size));
        for (const TableSectors &sectors : added->table)
            QVERIFY(whole.seek(qint64(sectors.offset)) &&
                    whole.write(reinterpret_cast<const char *>(sectors.bytes.data()), qint64(sectors.bytes.size())) == qint64(sectors.bytes.size()));
        whole.close();
        const auto verified = test::run("/usr/sbin/sfdisk", {"--verify", whole.fileName()});
        QVERIFY2(verified.out.contains("No errors detected"), verified.out + verified.err);
        // The last sectors are the second copy's: 32 or, of 248 entries, 62 with entries, and the header.
        if (script.contains("gpt")) {
            const QByteArray dump = test::run("/usr/sbin/sfdisk", {"--dump", whole.fileName()}).out;
            QVERIFY2(dump.contains("last-lba: " + QByteArray::number(size / sector - (script.contains("248") ? 62 : 32) - 2) + "\n"), dump);
        }
        const auto reread = FileSource::open(whole.fileName().toStdString());
        QVERIFY(reread);
        const auto all = partitions_of(**reread);
        const auto found = std::ranges::find(all, unsigned(number), &Partition::number);
        QVERIFY(found != all.end() && found->extent == added->extent);
        // The others are where they were.
        QCOMPARE(all.size(), partitions_of(*source).size() + 1);
    }

    void a_partition_is_not_added_where_there_is_no_room() {
        const auto code_of = [&](const QByteArray &script, quint64 disk, std::optional<std::uint64_t> size) {
            const SourcePtr source = disc(script);
            const auto added = source ? add_partition(*source, disk, size, "name") : fail(ErrorCode::internal);
            return added ? ErrorCode::cancelled : added.error().code;
        };
        const QByteArray full = "label: dos\n1: start=2048,size=10\n2: start=2100,size=10\n3: start=2200,size=10\n4: start=2300,size=10\n";
        QCOMPARE(code_of(full, 64 << 20, {}), ErrorCode::table_has_no_room);
        QCOMPARE(code_of("label: gpt\ntable-length: 4\n1: start=2048,size=10\n2: start=2100,size=10\n3: start=2200,size=10\n4: start=2300,size=10\n",
                         64 << 20, {}),
                 ErrorCode::table_has_no_room);
        QCOMPARE(code_of("label: gpt\n", 20 << 20, {}), ErrorCode::disk_has_no_rest);
        QCOMPARE(code_of("label: gpt\n", 64 << 20, 60 << 20), ErrorCode::disk_has_no_rest);
        QCOMPARE(code_of("label: gpt\n", 1 << 20, {}), ErrorCode::disk_has_no_rest);
        QCOMPARE(code_of("label: dos\n", 64 << 20, 60 << 20), ErrorCode::cancelled);  // it fits
        test::Bytes outside(4096);
        std::memcpy(&outside[510], "\x55\xAA" "EFI PART", 10);
        store_le<std::uint32_t>(&outside[512 + 12], 92);
        store_le<std::uint64_t>(&outside[512 + 72], 2);
        store_le<std::uint32_t>(&outside[512 + 80], 128);  // more than the disc has
        store_le<std::uint32_t>(&outside[512 + 84], 128);
        const auto cut = add_partition(test::MemorySource(outside), 64 << 20, {}, "name");
        QVERIFY(!cut && cut.error().code == ErrorCode::table_has_no_room);
        const auto none = add_partition(test::MemorySource(test::Bytes(4096)), 64 << 20, {}, "name");
        QVERIFY(!none && none.error().code == ErrorCode::table_has_no_room);
    }
};

QTEST_GUILESS_MAIN(PartitionsTest)
#include "partitions_test.moc"
