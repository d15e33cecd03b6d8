// SPDX-License-Identifier: GPL-3.0-or-later
// Partitions of whole discs, as sfdisk makes them.

#include "support/image_builder.h"
#include "support/program.h"

#include "file/file_source.h"
#include "filesystem/partitions.h"

#include <QTemporaryDir>
#include <QTest>

using namespace cloop;

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
        QTest::newRow("MBR with an extended partition")
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
};

QTEST_GUILESS_MAIN(PartitionsTest)
#include "partitions_test.moc"
