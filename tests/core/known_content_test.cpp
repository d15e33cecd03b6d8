// SPDX-License-Identifier: GPL-3.0-or-later
// Contents other than ISO 9660 are named.

#include "filesystem/filesystem.h"
#include "filesystem/known_content.h"
#include "support/image_builder.h"

#include <QTest>

using namespace cloop;

class KnownContentTest : public QObject {
    Q_OBJECT

    static SourcePtr with(std::size_t offset, const QByteArray &bytes) {
        test::Bytes content(100'000);
        std::ranges::transform(bytes, content.begin() + std::ptrdiff_t(offset), [](char c) { return std::byte(c); });
        return std::make_shared<test::MemorySource>(std::move(content));
    }

private slots:
    void a_content_is_told_by_its_signature_data() {
        QTest::addColumn<int>("offset");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("code");
        const auto other = int(ErrorCode::other_filesystem), raw = int(ErrorCode::raw_cd_sectors);
        const QByteArray sync = QByteArray(1, '\0') + QByteArray(10, '\xFF') + QByteArray(1, '\0');
        QTest::newRow("ext4") << 1080 << QByteArray("\x53\xEF") << QByteArray("ext2, ext3 or ext4") << other;
        QTest::newRow("squashfs") << 0 << QByteArray("hsqs") << QByteArray("squashfs") << other;
        QTest::newRow("EROFS") << 1024 << QByteArray("\xE2\xE1\xF5\xE0") << QByteArray("EROFS") << other;
        QTest::newRow("HFS+") << 1024 << QByteArray("H+\0\4", 4) << QByteArray("HFS+") << other;
        QTest::newRow("FAT, which has a boot sector too")
            << 82 << QByteArray("FAT32   ").leftJustified(428, '\0') + "\x55\xAA" << QByteArray("FAT32") << other;
        QTest::newRow("UDF alone") << 17 * 2048 << QByteArray("\0NSR02", 6) << QByteArray("UDF") << other;
        QTest::newRow("partitions") << 510 << QByteArray("\x55\xAA") << QByteArray("a disc with partitions, or a boot sector") << other;
        QTest::newRow("raw sectors") << 0 << sync + QByteArray(2352 - 12, 'x') + sync << QByteArray("2352") << raw;
        QTest::newRow("raw sectors, the first one lost") << 16 * 2352 + 17 << QByteArray("CD001") << QByteArray("2352") << raw;
        QTest::newRow("raw sectors with subchannels") << 0 << sync + QByteArray(2448 - 12, 'x') + sync << QByteArray("2448") << raw;
        QTest::newRow("nothing known") << 0 << QByteArray("hello") << QByteArray() << int(ErrorCode::no_filesystem);
    }
    void a_content_is_told_by_its_signature() {
        QFETCH(int, offset);
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, name);
        QFETCH(int, code);
        const auto content = with(std::size_t(offset), bytes);
        QCOMPARE(std::string(known_content(*content).name), name.toStdString());
        const auto opened = Filesystem::open(content);
        QVERIFY(!opened);
        QCOMPARE(int(opened.error().code), code);
        QCOMPARE(opened.error().detail, name.toStdString());
    }

    void a_content_that_ends_early_is_not_read_behind_its_end() {
        for (std::size_t size = 0; size < 70'000; size += 511)
            QVERIFY(known_content(test::MemorySource(test::Bytes(size))).kind == KnownContent::Kind::unknown);
    }
};

QTEST_GUILESS_MAIN(KnownContentTest)
#include "known_content_test.moc"
