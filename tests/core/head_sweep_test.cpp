// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/byte_order.h"
#include "base/zeros.h"
#include "image/image_reader.h"
#include "scan/block_scan.h"
#include "support/image_builder.h"

#include <QTest>

using namespace cloop;
using test::Bytes;

/// Flips each bit of head, preamble and index, one at a time, in every layout: the content is right, and any difference is reported.
class HeadSweepTest : public QObject {
    Q_OBJECT

    struct Layout {
        const char *name;
        test::ImageSpec spec;
        bool has_notes = false;
    };

    static std::vector<Layout> layouts() {
        const auto mixed = [](std::size_t block) { return CodecId(block % 5); };
        return {{"V0", {.version = Version::v0}},
                {"V1, little endian", {.version = Version::v1, .is_little_endian = true}},
                {"V1, big endian", {.version = Version::v1}},
                {"V2", {.version = Version::v2}},
                {"V2 with a gap", {.version = Version::v2, .gap = 24}},
                {"V2, size noted", {.version = Version::v2}, true},
                {"V4, head first", {.version = Version::v4, .codec = mixed}},
                {"V4, head first, size noted", {.version = Version::v4, .codec = mixed}, true},
                {"V4, head last", {.version = Version::v4, .place = HeadPlace::last, .codec = mixed, .gap = 180}},
                {"V4, head last, size noted", {.version = Version::v4, .place = HeadPlace::last, .codec = mixed, .gap = 180}, true}};
    }

    static Bytes build(const Layout &layout, const Bytes &content, std::uint32_t block_size) {
        test::ImageSpec spec = layout.spec;
        spec.block_size = block_size;
        if (layout.has_notes) spec.preamble_tail = "#size=" + std::to_string(content.size()) + "\n";
        Bytes bytes = test::build_image(content, spec);
        const std::size_t head = spec.place == HeadPlace::last ? bytes.size() - 136 : 0;
        if (layout.has_notes) store_be(bytes.data() + head + 124, static_cast<std::uint32_t>(content.size()));
        return bytes;
    }

    /// An image as by mkuzip: blocks of zeros take no bytes, the last block is short.
    static Bytes build_by_mkuzip(const Bytes &content, std::uint32_t block_size) {
        const std::string script =
            "#!/bin/sh\n#V2.0 Format\n(kldstat -qm g_uzip||kldload geom_uzip)>&-&&mount_cd9660 /dev/`mdconfig -af $0`.uzip $1\nexit $?\n";
        const std::size_t count = (content.size() + block_size - 1) / block_size;
        Bytes bytes(136 + 8 * (count + 1));
        std::transform(script.begin(), script.end(), bytes.begin(), [](char c) { return std::byte(c); });
        store_be<std::uint32_t>(bytes.data() + 128, block_size);
        store_be<std::uint32_t>(bytes.data() + 132, std::uint32_t(count));
        for (std::size_t block = 0; block < count; ++block) {
            store_be<std::uint64_t>(bytes.data() + 136 + 8 * block, bytes.size());
            const auto raw = std::span(content).subspan(block * block_size, std::min<std::size_t>(block_size, content.size() - block * block_size));
            if (is_all_zero(raw)) continue;
            const Bytes stored = test::encode_block(CodecId::zlib, raw);
            bytes.insert(bytes.end(), stored.begin(), stored.end());
        }
        store_be<std::uint64_t>(bytes.data() + 136 + 8 * count, bytes.size());
        bytes.resize((bytes.size() + 511) / 512 * 512);
        return bytes;
    }

private slots:
    void any_bit_lost_of_an_image_by_mkuzip_gives_no_wrong_block() {
        constexpr std::uint32_t block_size = 512;
        constexpr std::size_t count = 9;
        Bytes content = test::make_content(count * block_size - 100, 7);
        for (const std::size_t block : {1u, 2u, 5u}) std::fill_n(content.begin() + std::ptrdiff_t(block * block_size), block_size, std::byte{0});
        const Bytes bytes = build_by_mkuzip(content, block_size);
        content.resize(count * block_size);
        std::size_t lost = 0, same = 0;
        const auto entry_of = [](const Bytes &image, std::size_t entry) { return load_be<std::uint64_t>(image.data() + 136 + 8 * entry); };
        for (std::size_t bit = 0; bit < 8 * (136 + 8 * (count + 1)); ++bit) {
            Bytes flipped = bytes;
            flipped[bit / 8] ^= std::byte(1u << bit % 8);
            // "Zeros, then a block" and "the block, then zeros" can differ in one bit, which is undetectable.
            if (const std::size_t entry = (bit / 8 - 136) / 8;
                bit / 8 >= 136 && entry > 0 && entry < count &&
                (entry_of(flipped, entry) == entry_of(bytes, entry + 1) || entry_of(flipped, entry) == entry_of(bytes, entry - 1))) {
                ++same;
                continue;
            }
            const auto image = ImageReader::open(std::make_shared<test::MemorySource>(flipped));
            const QByteArray where = QString("byte %1, bit %2").arg(bit / 8).arg(bit % 8).toUtf8();
            QVERIFY2(image, where.constData());
            QVERIFY2((*image)->block_count() == count && (*image)->block_size() == block_size, where.constData());
            BlockScratch scratch;
            Bytes raw(block_size);
            for (std::size_t block = 0; block < count; ++block) {
                if (!(*image)->read_block(block, raw, scratch)) ++lost;
                else
                    QVERIFY2(std::equal(raw.begin(), raw.end(), content.begin() + std::ptrdiff_t(block * block_size)),
                             (where + ", block " + QByteArray::number(qulonglong(block))).constData());
            }
        }
        // If the entry is equally far from both values, both blocks are lost.
        QVERIFY2(same < 5 && lost < 10, qPrintable(QString("%1 the same, %2 lost").arg(same).arg(lost)));
    }

    void any_bit_lost_costs_no_block_and_is_told_data() {
        QTest::addColumn<int>("layout");
        QTest::addColumn<int>("blocks");
        for (int i = 0; i < int(layouts().size()); ++i)
            for (const int blocks : {1, 2, 9}) QTest::addRow("%s, %d blocks", layouts()[std::size_t(i)].name, blocks) << i << blocks;
    }
    void any_bit_lost_costs_no_block_and_is_told() {
        QFETCH(int, layout);
        QFETCH(int, blocks);
        const Layout chosen = layouts()[std::size_t(layout)];
        constexpr std::uint32_t block_size = 512;
        const auto count = std::size_t(blocks);
        Bytes content = test::make_content(count * block_size - (chosen.has_notes ? 200 : 0), 7);
        const Bytes bytes = build(chosen, content, block_size);
        const std::uint64_t size = content.size();
        content.resize(count * block_size);
        const std::size_t index_size = (count + 1) * (chosen.spec.version == Version::v0 ? 4 : 8);
        const std::size_t begin = chosen.spec.place == HeadPlace::last ? bytes.size() - 136 - index_size : 0;

        QStringList failures;
        for (std::size_t bit = 0; bit < 8 * (136 + index_size); ++bit) {
            Bytes flipped = bytes;
            flipped[begin + bit / 8] ^= std::byte(1u << bit % 8);
            const auto complain = [&](const QString &what) { failures << QString("byte %1, bit %2: %3").arg(bit / 8).arg(bit % 8).arg(what); };
            const auto opened = ImageReader::open(std::make_shared<test::MemorySource>(flipped));
            if (!opened) {
                complain(QString("not opened (%1)").arg(int(opened.error().code)));
                continue;
            }
            const ImageReader &image = **opened;
            if (image.block_count() != count || image.block_size() != block_size) {
                complain(QString("%1 blocks of %2").arg(image.block_count()).arg(image.block_size()));
                continue;
            }
            const auto scan = scan_blocks(image, {.threads = 1}, {}, {}).value();
            BlockScratch scratch;
            Bytes raw(block_size);
            for (std::size_t block = 0; block < count; ++block)
                if (!image.read_block(block, raw, scratch) ||
                    !std::equal(raw.begin(), raw.end(), content.begin() + std::ptrdiff_t(block * block_size)))
                    complain(QString("block %1").arg(block));
            const bool is_told = !image.corrections().empty() || scan.misplaced > 0 || !scan.bad.empty();
            if (!is_told && image.size() != size) complain(QString("%1 bytes").arg(image.size()));
            if (image.size() < size) complain(QString("%1 bytes, told").arg(image.size()));
        }
        QVERIFY2(failures.isEmpty(), qPrintable(QString("%1 failures: ").arg(failures.size()) + failures.mid(0, 25).join("; ")));
    }
};

QTEST_GUILESS_MAIN(HeadSweepTest)
#include "head_sweep_test.moc"
