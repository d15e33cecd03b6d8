// SPDX-License-Identifier: GPL-3.0-or-later
// Confidence intervals of estimates from a few blocks.

#include "codec/codec.h"
#include "image/image_reader.h"
#include "job/estimate.h"
#include "job/needed_room.h"
#include "source/open_stream.h"
#include "support/image_builder.h"
#include "support/program.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <random>

using namespace cloop;
using test::Bytes;

namespace {

constexpr std::size_t block_size = 4096;
constexpr std::size_t block_count = 400;

/// Directories, which compress well, followed by files, some of them noise.
Bytes make_tree(unsigned seed) {
    std::mt19937 random(seed);
    const double noisy = std::uniform_real_distribution(0.01, 0.12)(random);
    Bytes content;
    while (content.size() < block_count * block_size) {
        const bool is_noise = content.size() > 20 * block_size && std::uniform_real_distribution(0.0, 1.0)(random) < noisy;
        const std::size_t size = block_size / 4 * (1 + random() % 48);
        for (std::size_t i = 0; i < size; ++i) {
            const auto bits = static_cast<std::uint32_t>(random());
            for (int shift = 0; shift < 32; shift += 8) content.push_back(static_cast<std::byte>(bits >> shift & (is_noise ? 0xFF : 3)));
        }
    }
    content.resize(block_count * block_size);
    return content;
}

std::uint64_t image_size(const Bytes &content, const CreateOptions &options) {
    BlockEncoder encoder(options.encoding, block_size);
    const std::size_t blocks = (content.size() + block_size - 1) / block_size;
    std::uint64_t size = head_size + 8 * (blocks + 1);
    Bytes padded = content;
    padded.resize(blocks * block_size);
    for (std::size_t block = 0; block < blocks; ++block)
        size += encoder.encode(std::span(padded).subspan(block * block_size, block_size)).bytes.size();
    return size;
}

} // namespace

class EstimateTest : public QObject {
    Q_OBJECT

private slots:
    /// With the minimum number of blocks, as on a loaded machine.
    void the_interval_of_a_few_blocks_holds_19_times_of_20() {
        const CreateOptions options{.encoding = {EncoderId::deflate, 1, true}, .block_size = block_size};
        constexpr int trees = 60;
        int held = 0;
        for (unsigned seed = 1; seed <= trees; ++seed) {
            const Bytes content = make_tree(seed);
            auto estimator = Estimator::begin({std::make_shared<test::MemorySource>(content)}, options).value();
            QVERIFY(estimator.sample(std::chrono::milliseconds(0), {}));
            const Estimate estimate = estimator.estimate();
            QVERIFY(estimate.sampled < 20);
            const std::uint64_t real = image_size(content, options);
            if (real >= estimate.low && real <= estimate.high) ++held;
        }
        QVERIFY2(held >= trees * 19 / 20, qPrintable(QString("held %1 times of %2").arg(held).arg(trees)));
    }

    void zeros_need_no_room_however_they_are_stored_data() {
        QTest::addColumn<int>("codec");
        QTest::addColumn<unsigned>("size");
        for (const CodecId codec : {CodecId::zlib, CodecId::none, CodecId::xz, CodecId::lz4, CodecId::lzo})
            for (const unsigned size : {512u, 4096u, 65536u}) QTest::addRow("%s, %u", find_codec(codec)->name.data(), size) << int(codec) << size;
    }
    void zeros_need_no_room_however_they_are_stored() {
        QFETCH(int, codec);
        QFETCH(unsigned, size);
        const test::ImageSpec spec{.version = Version::v4, .block_size = size, .codec = [&](std::size_t) { return static_cast<CodecId>(codec); }};
        const auto zeros = ImageReader::open(std::make_shared<test::MemorySource>(test::build_image(Bytes(20 * size), spec))).value();
        QCOMPARE(room_for_content(*zeros).least, 0u);
        const Bytes content = test::make_content(20 * size);
        const auto image = ImageReader::open(std::make_shared<test::MemorySource>(test::build_image(content, spec))).value();
        const NeededRoom room = room_for_content(*image);
        QVERIFY(room.least <= room.likely && room.likely <= content.size());
        // Without whole blocks of zeros.
        std::uint64_t real = 0;
        for (std::size_t at = 0; at < content.size(); at += size)
            if (std::ranges::any_of(std::span(content).subspan(at, size), [](std::byte byte) { return byte != std::byte{0}; })) real += size;
        QVERIFY(room.least <= real);
    }

    void all_blocks_leave_nothing_to_guess() {
        const CreateOptions options{.encoding = {EncoderId::deflate, 1, true}, .block_size = block_size};
        const Bytes content = make_tree(7);
        auto estimator = Estimator::begin({std::make_shared<test::MemorySource>(content)}, options).value();
        QVERIFY(estimator.sample(std::chrono::minutes(1), {}));
        const Estimate estimate = estimator.estimate();
        QVERIFY(estimate.is_complete);
        QCOMPARE(estimate.low, estimate.high);
        QVERIFY(estimate.image_size - image_size(content, options) < 2);
    }

    /// Many small files and folders: mostly directories, which the sample only imitates.
    void all_blocks_of_a_folder_s_sample_leave_a_margin_data() {
        QTest::addColumn<int>("folders");
        QTest::addColumn<int>("files");
        QTest::newRow("empty") << 0 << 0;
        QTest::newRow("one folder with a file") << 1 << 1;
        QTest::newRow("many files") << 30 << 100;
        QTest::newRow("many folders") << 1500 << 1;
        QTest::newRow("many empty folders") << 2000 << 0;
    }
    void all_blocks_of_a_folder_s_sample_leave_a_margin() {
        QFETCH(int, folders);
        QFETCH(int, files);
        const QTemporaryDir tree;
        for (int i = 0; i < folders; ++i) {
            const QString folder = tree.filePath(QString("folder-%1").arg(i * 7919 % 10007));
            QVERIFY(QDir().mkdir(folder));
            for (int j = 0; j < files; ++j)
                QVERIFY(test::write_file(folder + QString("/a file called %1").arg(j * 7919 % 10007), QByteArray::number(i * files + j)));
        }
        const CreateOptions options{.encoding = {EncoderId::deflate, 6, true}, .block_size = block_size};
        auto estimator = Estimator::begin(open_sampled({.path = tree.path().toStdString()}, {}).value(), options).value();
        QVERIFY(estimator.sample(std::chrono::minutes(1), {}));
        const Estimate estimate = estimator.estimate();
        QVERIFY(estimate.is_complete);
        auto opened = open_stream(tree.path().toStdString(), {}, {}, {}, {});
        QVERIFY(opened);
        const std::uint64_t real = image_size(test::read_stream(*opened->stream), options);
        QVERIFY2(estimate.low <= real && real <= estimate.high,
                 qPrintable(QString("%1 to %2, in truth %3").arg(estimate.low).arg(estimate.high).arg(real)));
    }
};

QTEST_GUILESS_MAIN(EstimateTest)
#include "estimate_test.moc"
