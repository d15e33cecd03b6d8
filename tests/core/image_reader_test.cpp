// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/byte_order.h"
#include "file/file_source.h"
#include "image/block_walk.h"
#include "image/image_reader.h"
#include "job/content_stream.h"
#include "scan/block_scan.h"
#include "support/faulty_source.h"

#include <QCryptographicHash>
#include <QTest>

#include <atomic>
#include <random>
#include <thread>

using namespace cloop;
using test::Bytes;

namespace {

std::shared_ptr<const ImageReader> open_bytes(Bytes bytes, const ImageReader::Options &options = {}) {
    return ImageReader::open(std::make_shared<test::MemorySource>(std::move(bytes)), options).value();
}

/// All but its beginning can't be read, and a stop comes during one of the reads.
class StoppingSource final : public ByteSource {
public:
    StoppingSource(const Bytes &bytes, int last) : source_(bytes, {{4096, bytes.size()}}), last_(last) {}
    std::uint64_t size() const override { return source_.size(); }
    const std::string &name() const override { return source_.name(); }
    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> out) const override {
        if (++reads_ == last_) stop_.request_stop();
        return source_.read_at(offset, out);
    }
    std::stop_token stop() const { return stop_.get_token(); }
    int reads() const { return reads_; }

private:
    test::FaultySource source_;
    int last_;
    mutable int reads_ = 0;
    mutable std::stop_source stop_;
};

Bytes read_all(const ByteSource &source) {
    Bytes bytes(source.size());
    read_exactly(source, 0, bytes).value();
    return bytes;
}

Bytes padded(Bytes bytes, std::size_t block_size) {
    bytes.resize((bytes.size() + block_size - 1) / block_size * block_size);
    return bytes;
}

/// The result for each block: '.' right, 'x' an error, '!' wrong bytes.
std::string judge(const ImageReader &image, const Bytes &expected, unsigned threads = 1) {
    std::string text;
    walk_blocks(image, {.threads = threads}, {}, [&](const WalkedBlock &block) -> Status {
        const std::size_t at = block.number * image.block_size();
        const bool is_right = block.outcome && at + block.raw.size() <= expected.size() &&
                              std::equal(block.raw.begin(), block.raw.end(), expected.begin() + static_cast<std::ptrdiff_t>(at));
        text += !block.outcome ? 'x' : is_right ? '.' : '!';
        return {};
    }).value();
    return text;
}

} // namespace

class ImageReaderTest : public QObject {
    Q_OBJECT

private slots:
    void images_by_other_programs_are_read_data() {
        QTest::addColumn<QString>("name");
        for (const char *name : {"ref-1m-zlib9", "ref-4k-zlib6", "ref-64k-7zip", "ref-64k-best", "ref-64k-stored", "ref-64k-zlib9"})
            QTest::newRow(name) << name;
    }
    void images_by_other_programs_are_read() {
        QFETCH(QString, name);
        const auto image = ImageReader::open(FileSource::open(QStringLiteral(VECTORS "/%1.cloop").arg(name).toStdString()).value()).value();
        const auto mixed = read_all(*FileSource::open(VECTORS "/mixed.bin").value());
        QVERIFY(read_all(*image) == padded(mixed, image->block_size()));
    }

    void a_stop_ends_the_search_for_the_head_after_one_read_data() {
        QTest::addColumn<Bytes>("bytes");
        // Without a stop, each of 150 sectors at the end is tried.
        QTest::newRow("no image") << test::make_content(1 << 20);
        QTest::newRow("an image") << test::build_image(test::make_content(1 << 20), {});
    }
    void a_stop_ends_the_search_for_the_head_after_one_read() {
        QFETCH(Bytes, bytes);
        for (int last = 1; last <= 4; ++last) {
            const auto source = std::make_shared<StoppingSource>(bytes, last);
            const auto image = ImageReader::open(source, {}, source->stop());
            QVERIFY(!image);
            QCOMPARE(image.error().code, ErrorCode::cancelled);
            QCOMPARE(source->reads(), last);
        }
    }

    void qemus_own_sample_is_read() {
        const auto image = ImageReader::open(FileSource::open(VECTORS "/qemu-simple-pattern.cloop").value()).value();
        const Bytes content = read_all(*image);
        const auto md5 =
            QCryptographicHash::hash({reinterpret_cast<const char *>(content.data()), qsizetype(content.size())}, QCryptographicHash::Md5);
        QCOMPARE(md5.toHex(), QByteArray("7e55b376f2b5b407292fa905f64c269c"));
    }

    void images_by_mkuzip_are_read_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("second");  // beginning of the second block; its length
        QTest::addColumn<int>("length");
        QTest::newRow("a block of zeros that takes no bytes") << "mkuzip-zero" << QByteArray() << 0;
        QTest::newRow("a short last block") << "mkuzip-short" << QByteArray("xxxxx") << 1000;
    }
    void images_by_mkuzip_are_read() {
        QFETCH(QString, name);
        QFETCH(QByteArray, second);
        QFETCH(int, length);
        const auto image = ImageReader::open(FileSource::open(QStringLiteral(VECTORS "/%1.uzip").arg(name).toStdString()).value()).value();
        QVERIFY(image->corrections().empty());
        const Bytes content = read_all(*image);
        QCOMPARE(content.size(), std::size_t(131'072));
        QCOMPARE(QByteArray(reinterpret_cast<const char *>(content.data()), 5), QByteArray("hello"));
        QVERIFY(std::equal(second.begin(), second.end(), content.begin() + 65'536, [](char a, std::byte b) { return std::byte(a) == b; }));
        QVERIFY(std::all_of(content.begin() + 65'536 + length, content.end(), [](std::byte byte) { return byte == std::byte{0}; }));
        QCOMPARE(scan_blocks(*image, {.threads = 1}, {}, {}).value().count(BlockState::sound), std::size_t(2));
    }

    void two_equal_entries_are_zeros_in_images_by_mkuzip_only() {
        const Bytes content = test::make_content(10 * 4096);
        Bytes bytes = test::build_image(content, {});
        // Block 4 of an ordinary image gets the entry of block 3.
        std::copy_n(bytes.begin() + 136 + 3 * 8, 8, bytes.begin() + 136 + 4 * 8);
        QCOMPARE(judge(*open_bytes(bytes), content), std::string(".........."));
        QVERIFY(open_bytes(bytes)->index().defect(3) == Defect::entry_damaged);
    }

    void every_layout_and_codec_is_read_data() {
        QTest::addColumn<int>("version");
        QTest::addColumn<bool>("is_last");
        QTest::addColumn<bool>("is_little");
        QTest::addColumn<int>("gap");
        QTest::addColumn<int>("codec");
        QTest::newRow("V0") << 0 << false << false << 0 << 0;
        QTest::newRow("V0 with a gap") << 0 << false << false << 20 << 0;
        QTest::newRow("V1, little endian") << 1 << false << true << 0 << 0;
        QTest::newRow("V1, big endian") << 1 << false << false << 0 << 0;
        QTest::newRow("V2") << 2 << false << false << 0 << 0;
        QTest::newRow("V2 with a gap") << 2 << false << false << 100 << 0;
        QTest::newRow("V2, head last") << 2 << true << false << 0 << 0;
        for (const bool is_last : {false, true})
            for (int codec = 0; codec <= 5; ++codec)
                QTest::addRow("V4, %s, codec %d", is_last ? "head last" : "head first", codec) << 3 << is_last << false << 0 << codec;
    }
    void every_layout_and_codec_is_read() {
        QFETCH(int, version);
        QFETCH(bool, is_last);
        QFETCH(bool, is_little);
        QFETCH(int, gap);
        QFETCH(int, codec);
        const Bytes content = test::make_content(100'000);
        // Codec 5: all codecs in turn.
        const Bytes bytes = test::build_image(content, {.version = Version(version),
                                                        .place = is_last ? HeadPlace::last : HeadPlace::first,
                                                        .is_little_endian = is_little,
                                                        .codec = [&](std::size_t block) { return CodecId(codec < 5 ? codec : int(block % 5)); },
                                                        .gap = std::size_t(gap)});
        const auto image = open_bytes(bytes);
        QVERIFY(image->head().version == Version(version));
        QVERIFY(read_all(*image) == padded(content, 4096));
        QCOMPARE(judge(*image, padded(content, 4096), 3), std::string(25, '.'));
    }

    void the_noted_size_ends_the_content() {
        const Bytes content = test::make_content(10'001);
        const auto image = open_bytes(test::build_image(content, {.preamble_tail = "#size=10001\n"}));
        QCOMPARE(image->size(), 10'001u);
        QVERIFY(read_all(*image) == content);
    }

    void a_burned_stream_is_found_behind_its_run_out() {
        const Bytes content = test::make_content(50'000);
        const Bytes bytes = test::build_image(content, {.version = Version::v4, .place = HeadPlace::last});
        for (const std::size_t zeros : {1u, 700u, 2048u, 150u * 2048u}) {
            Bytes burned = bytes;
            burned.resize(burned.size() + zeros);
            QVERIFY(read_all(*open_bytes(burned)) == padded(content, 4096));
        }
        // The last sectors of a disc can't be read at all.
        Bytes burned = bytes;
        burned.resize((burned.size() + 2047) / 2048 * 2048 + 4 * 2048);
        const auto source =
            std::make_shared<test::FaultySource>(burned, std::vector<test::FaultySource::Fault>{{burned.size() - 2 * 2048, burned.size()}});
        QVERIFY(read_all(*ImageReader::open(source).value()) == padded(content, 4096));
    }

    void reading_at_random_from_many_threads_gives_the_right_bytes() {
        const Bytes content = test::make_content(400'000);
        const auto image = open_bytes(test::build_image(content, {}), {.cache_bytes = 5 * 4096, .threads = 3});
        std::atomic<int> wrong = 0;
        std::vector<std::thread> readers;
        for (unsigned seed = 0; seed < 4; ++seed)
            readers.emplace_back([&, seed] {
                std::minstd_rand random(seed + 1);
                for (int i = 0; i < 300; ++i) {
                    Bytes out(1 + random() % 20'000);
                    const std::size_t at = random() % content.size();
                    const auto got = image->read_at(at, out);
                    // Bytes after the content are padding.
                    const std::size_t known = std::min(out.size(), content.size() - at);
                    if (!got || *got < known || !std::equal(out.begin(), out.begin() + std::ptrdiff_t(known), content.begin() + std::ptrdiff_t(at)))
                        ++wrong;
                }
            });
        for (auto &reader : readers) reader.join();
        QCOMPARE(wrong.load(), 0);
    }

    void reading_in_order_with_helpers_gives_the_right_bytes() {
        const Bytes content = test::make_content(300'000);
        const auto image = open_bytes(test::build_image(content, {}), {.threads = 4});
        Bytes out(1000);
        for (std::size_t at = 0; at < content.size(); at += out.size()) {
            QCOMPARE(image->read_at(at, out).value(), out.size());
            QVERIFY(std::equal(out.begin(), out.end(), content.begin() + std::ptrdiff_t(at)));
        }
    }

    void two_readers_of_one_block_decode_it_once() {
        struct Counting final : ByteSource {
            explicit Counting(Bytes bytes) : source(std::move(bytes)) {}
            std::uint64_t size() const override { return source.size(); }
            const std::string &name() const override { return source.name(); }
            Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> out) const override {
                ++reads;
                std::this_thread::sleep_for(std::chrono::milliseconds(30));
                return source.read_at(offset, out);
            }
            test::MemorySource source;
            mutable std::atomic<int> reads = 0;
        };
        const auto source = std::make_shared<Counting>(test::build_image(test::make_content(40'000), {}));
        const auto image = ImageReader::open(source).value();
        source->reads = 0;
        const auto read = [&] {
            Bytes out(10);
            QVERIFY(image->read_at(5 * 4096 + 7, out));
        };
        std::thread first(read), second(read);
        first.join();
        second.join();
        QCOMPARE(source->reads.load(), 1);
    }

    void a_read_error_is_told_from_damage_and_costs_its_block_only() {
        const Bytes content = test::make_content(40'960);
        const Bytes bytes = test::build_image(content, {});
        const auto sound = open_bytes(bytes);
        const BlockRef scratched = sound->index()[3];
        const BlockRef damaged = sound->index()[6];
        Bytes broken = bytes;
        broken[damaged.offset + damaged.size / 2] ^= std::byte{0xFF};
        const auto source =
            std::make_shared<test::FaultySource>(broken, std::vector<test::FaultySource::Fault>{{scratched.offset + 5, scratched.offset + 6}});
        const auto image = ImageReader::open(source).value();
        const auto scan = scan_blocks(*image, {.threads = 2}, {}, {}).value();
        for (std::size_t block = 0; block < 10; ++block)
            QCOMPARE(int(scan.states[block]), int(block == 3 ? BlockState::unreadable : block == 6 ? BlockState::damaged : BlockState::sound));
        QCOMPARE(scan.bad.size(), std::size_t(2));
        QCOMPARE(scan.bad[0].error.sys, EIO);
        QCOMPARE(scan.bad[0].error.offset, scratched.offset);
        QVERIFY(scan.bad[1].error.code == ErrorCode::block_damaged);
        Bytes out(4096);
        QVERIFY(!image->read_at(3 * 4096, out));
        QVERIFY(image->read_at(4 * 4096, out));
        QVERIFY(std::equal(out.begin(), out.end(), content.begin() + 4 * 4096));
    }

    void a_bad_block_is_read_once_data() {
        QTest::addColumn<int>("block_size");
        QTest::addColumn<int>("piece");
        QTest::addColumn<unsigned>("threads");
        for (const unsigned threads : {1u, 3u}) {
            QTest::addRow("blocks shorter than a piece, %u threads", threads) << 4096 << 100'000 << threads;
            QTest::addRow("blocks longer than a piece, %u threads", threads) << 65536 << 512 << threads;
            QTest::addRow("pieces that cut blocks, %u threads", threads) << 65536 << 50'000 << threads;
        }
    }
    void a_bad_block_is_read_once() {
        QFETCH(int, block_size);
        QFETCH(int, piece);
        QFETCH(unsigned, threads);
        const std::size_t size = std::size_t(block_size);
        const Bytes content = test::make_content(8 * size);
        const Bytes bytes = test::build_image(content, {.block_size = std::uint32_t(size)});
        const BlockRef third = open_bytes(bytes)->index()[3];
        const auto source = std::make_shared<test::FaultySource>(bytes, std::vector<test::FaultySource::Fault>{{third.offset, third.offset + 1}});
        const auto image = ImageReader::open(source, {.threads = threads}).value();
        const int before = source->failed_reads();
        ContentStream stream(image, true);
        Bytes got(content.size()), expected = content;
        std::fill_n(expected.begin() + std::ptrdiff_t(3 * size), size, std::byte{0});
        for (std::size_t done = 0; done < got.size();)
            done += stream.read(std::span(got).subspan(done, std::min(got.size() - done, std::size_t(piece)))).value();
        QVERIFY(got == expected);
        QCOMPARE(source->failed_reads() - before, 1);
        const auto lost = stream.lost();
        QCOMPARE(lost.size(), std::size_t(1));
        QCOMPARE(lost[0].first, std::size_t(3));
        QCOMPARE(lost[0].last, std::size_t(4));
    }

    void a_failure_is_forgotten_after_a_while() {
        const Bytes bytes = test::build_image(test::make_content(40'000), {});
        const BlockRef third = open_bytes(bytes)->index()[3];
        for (const bool is_remembered : {true, false}) {
            const auto source = std::make_shared<test::FaultySource>(bytes, std::vector<test::FaultySource::Fault>{{third.offset, third.offset + 1}});
            const auto image = ImageReader::open(source, {.failure_memory = std::chrono::milliseconds(is_remembered ? 60'000 : 0)}).value();
            const int before = source->failed_reads();
            Bytes out(10);
            for (int i = 0; i < 4; ++i) QVERIFY(image->read_at(3 * 4096, out).error().code == ErrorCode::block_unreadable);
            QCOMPARE(source->failed_reads() - before, is_remembered ? 1 : 4);
        }
    }

    void the_cause_below_is_the_cause_above_data() {
        QTest::addColumn<int>("below");
        QTest::addColumn<int>("above");
        QTest::addColumn<int>("state");
        QTest::newRow("a drive's error") << int(ErrorCode::read_failed) << int(ErrorCode::block_unreadable) << int(BlockState::unreadable);
        QTest::newRow("a medium's, of an image around")
            << int(ErrorCode::block_unreadable) << int(ErrorCode::block_unreadable) << int(BlockState::unreadable);
        QTest::newRow("damage of an image around") << int(ErrorCode::block_damaged) << int(ErrorCode::block_damaged) << int(BlockState::damaged);
        QTest::newRow("a cut image around") << int(ErrorCode::block_missing) << int(ErrorCode::block_missing) << int(BlockState::damaged);
        QTest::newRow("no rights") << int(ErrorCode::no_permission) << int(ErrorCode::no_permission) << int(BlockState::unreadable);
        QTest::newRow("little memory") << int(ErrorCode::out_of_memory) << int(ErrorCode::out_of_memory) << -1;
    }
    void the_cause_below_is_the_cause_above() {
        QFETCH(int, below);
        QFETCH(int, above);
        QFETCH(int, state);
        const Bytes bytes = test::build_image(test::make_content(40'000), {});
        const BlockRef third = open_bytes(bytes)->index()[3];
        const auto image =
            ImageReader::open(std::make_shared<test::FaultySource>(bytes, std::vector<test::FaultySource::Fault>{{third.offset, third.offset + 1}},
                                                                   Error{.code = ErrorCode(below), .sys = EIO, .block = 77}))
                .value();
        Bytes out(10);
        const auto read = image->read_at(3 * 4096, out);
        QCOMPARE(int(read.error().code), above);
        QCOMPARE(read.error().block, 3u);  // in this image
        QCOMPARE(read.error().offset, third.offset);
        const auto scan = scan_blocks(*image, {}, {}, {});
        if (state < 0) {
            // Out of memory is not damage: it can be retried.
            QCOMPARE(int(scan.error().code), above);
            QVERIFY_THROWS_EXCEPTION(std::bad_alloc, (void)read_past_damage(*image, 0, std::size_t(40'000)));
        } else {
            QCOMPARE(int(scan->states[3]), state);
        }
    }

    void what_was_never_there_is_one_loss() {
        const Bytes content = test::make_content(40'960);
        Bytes bytes = test::build_image(content, {});
        // Six blocks exist; the next has only its index entry, or not even that.
        for (const bool has_index : {true, false}) {
            const auto whole = open_bytes(bytes);
            const std::size_t size = has_index ? whole->index()[6].offset : 136 + 8 * 7;
            const auto image = open_bytes(Bytes(bytes.begin(), bytes.begin() + std::ptrdiff_t(size)));
            ContentStream stream(image, true);
            Bytes out(1000);
            std::uint64_t done = 0;
            while (const std::size_t got = stream.read(out).value()) done += got;
            QCOMPARE(done, 40'960u);
            QCOMPARE(stream.lost().size(), std::size_t(1));
            QCOMPARE(stream.lost()[0].last, std::size_t(10));
        }
    }

    void blocks_without_a_check_are_unverifiable_never_sound() {
        const auto image = open_bytes(test::build_image(
            test::make_content(40'960), {.version = Version::v4, .codec = [](std::size_t block) { return CodecId(block % 2 ? 0 : 1); }}));
        const auto scan = scan_blocks(*image, {.threads = 1}, {}, {}).value();
        QCOMPARE(scan.count(BlockState::unverifiable), std::size_t(5));
        QCOMPARE(scan.count(BlockState::sound), std::size_t(5));
    }

    void blocks_of_zeros_without_a_check_are_all_unverifiable() {
        // Two blocks of 4096 zeros as an .xz stream without a check.
        const auto hex =
            QByteArray::fromHex("fd377a585a000000ff12d9410200210100000000372797d6e00fff00195d00006ffdffffa3b7ff473e481572396151b89228e6a3849e2946"
                                "0000000000012d802000000099ddb369a8000afc020000000000595a");
        const auto stored = std::as_bytes(std::span(hex.data(), std::size_t(hex.size())));
        const auto head = make_head({.version = Version::v4, .block_size = 4096, .block_count = 2}, {});
        Bytes bytes(head.begin(), head.end());
        bytes.resize(136 + 3 * 8);
        for (std::uint64_t i = 0; i < 3; ++i) store_be<std::uint64_t>(bytes.data() + 136 + 8 * i, (2ULL << 60) | (160 + i * stored.size()));
        for (int i = 0; i < 2; ++i) bytes.insert(bytes.end(), stored.begin(), stored.end());
        const auto scan = scan_blocks(*open_bytes(bytes), {.threads = 1}, {}, {}).value();
        QCOMPARE(scan.count(BlockState::unverifiable), std::size_t(2));
    }

    void a_file_cut_anywhere_keeps_its_whole_blocks() {
        const Bytes content = test::make_content(8 * 512);
        for (const Version version : {Version::v0, Version::v1, Version::v2, Version::v4}) {
            const Bytes bytes = test::build_image(content, {.version = version, .is_little_endian = version == Version::v1, .block_size = 512});
            const auto whole = open_bytes(bytes);
            for (std::size_t size = 0; size < bytes.size(); ++size) {
                const auto image =
                    ImageReader::open(std::make_shared<test::MemorySource>(Bytes(bytes.begin(), bytes.begin() + std::ptrdiff_t(size))));
                if (!image) continue;
                for (std::size_t block = 0; block < 8; ++block) {
                    const bool is_there = whole->index()[block].offset + whole->index()[block].size <= size;
                    Bytes out(512);
                    BlockScratch scratch;
                    const auto read = (*image)->read_block(block, out, scratch);
                    QCOMPARE(read.has_value(), is_there);
                    if (is_there) QVERIFY(std::equal(out.begin(), out.end(), content.begin() + std::ptrdiff_t(512 * block)));
                }
            }
        }
        // Version 2 is named in the head, so an image cut after its index can be opened.
        const Bytes bytes = test::build_image(content, {.block_size = 512});
        QVERIFY(ImageReader::open(std::make_shared<test::MemorySource>(Bytes(bytes.begin(), bytes.begin() + 136 + 72 + 300))));
    }

    void a_damaged_count_behind_the_blocks_shifts_none_data() {
        QTest::addColumn<unsigned>("count");
        QTest::newRow("fewer") << 5u;
        QTest::newRow("none") << 0u;
        QTest::newRow("more") << 20u;
        QTest::newRow("more than fit") << 1'000'000u;
        QTest::newRow("more than can be") << 0xFFFFFFFFu;
    }
    void a_damaged_count_behind_the_blocks_shifts_none() {
        QFETCH(unsigned, count);
        const Bytes content = test::make_content(12 * 1024);
        Bytes bytes = test::build_image(content, {.version = Version::v4, .place = HeadPlace::last, .block_size = 1024});
        store_be<std::uint32_t>(bytes.data() + bytes.size() - 4, count);
        QVERIFY(read_all(*open_bytes(bytes)) == content);
        // If the entry that implies the count is damaged instead, the head is right.
        store_be<std::uint32_t>(bytes.data() + bytes.size() - 4, 12u);
        for (const std::uint64_t end : {std::uint64_t(0), std::uint64_t(2000), std::uint64_t(bytes.size() - 200), ~std::uint64_t(0)}) {
            store_be<std::uint64_t>(bytes.data() + bytes.size() - 136 - 8, end);
            QCOMPARE(judge(*open_bytes(bytes), content), std::string("............"));
        }
    }

    void random_damage_never_passes_for_sound() {
        const Bytes content = padded(test::make_content(12 * 1024), 1024);
        // Only codecs with a check, because damage is undetectable with the others.
        const auto codec = [](std::size_t block) { return block % 3 == 1 ? CodecId::xz : CodecId::zlib; };
        const test::ImageSpec specs[] = {{.version = Version::v0, .block_size = 1024},
                                         {.version = Version::v1, .block_size = 1024},
                                         {.version = Version::v2, .block_size = 1024},
                                         {.version = Version::v4, .block_size = 1024, .codec = codec},
                                         {.version = Version::v4, .place = HeadPlace::last, .block_size = 1024, .codec = codec}};
        std::mt19937 random(2000);
        const auto below = [&](std::size_t bound) { return std::size_t(random() % bound); };
        std::size_t opened = 0, lost = 0;
        for (const auto &spec : specs) {
            const Bytes sound = test::build_image(content, spec);
            for (int round = 0; round < 400; ++round) {
                Bytes bytes = sound;
                for (std::size_t i = 1 + below(20); i-- > 0;) {
                    // If both the count and the entry that implies it are lost, an index before the head can't be located.
                    const std::size_t end = bytes.size() - (spec.place == HeadPlace::last ? 4 : 0);
                    const std::size_t at = below(end);
                    switch (below(4)) {
                    case 0: bytes[at] = std::byte(random()); break;
                    case 1: bytes[at] ^= std::byte(1u << below(8)); break;
                    case 2: std::fill_n(bytes.begin() + std::ptrdiff_t(at), std::min<std::size_t>(below(300), end - at), std::byte{0}); break;
                    default: bytes.resize(std::max<std::size_t>(at, bytes.size() - below(200)));
                    }
                }
                const auto image = ImageReader::open(std::make_shared<test::MemorySource>(bytes));
                if (!image || (*image)->block_size() != 1024) continue;
                ++opened;
                const auto states = scan_blocks(**image, {.threads = 1}, {}, {}).value().states;
                const std::string judged = judge(**image, content);
                for (std::size_t block = 0; block < judged.size(); ++block) {
                    const QByteArray where = QString("version %1, round %2, block %3").arg(int(spec.version)).arg(round).arg(block).toUtf8();
                    QVERIFY2(judged[block] != '!' || states[block] == BlockState::unverifiable, where.constData());
                    QVERIFY2((judged[block] == 'x') == (states[block] == BlockState::damaged), where.constData());
                    if (judged[block] == 'x') ++lost;
                }
            }
        }
        QVERIFY2(opened > 1000 && lost > 2000, qPrintable(QString("%1 opened, %2 blocks lost").arg(opened).arg(lost)));
    }

    void an_image_that_announces_terabytes_costs_no_memory() {
        const auto head = make_head({.version = Version::v2, .block_size = 64u << 20, .block_count = 60'000'000}, {});
        const Bytes bytes(head.begin(), head.end());
        const auto image = ImageReader::open(std::make_shared<test::MemorySource>(bytes));
        QVERIFY(image);
        QCOMPARE((*image)->block_count(), std::size_t(60'000'000));
        QVERIFY((*image)->index().defect(59'999'999) == Defect::missing);
        // Nor time, because missing blocks are handled as one run.
        const auto scan = scan_blocks(**image, {.threads = 2}, {}, {}).value();
        QCOMPARE(scan.count(BlockState::damaged), std::size_t(60'000'000));
        QVERIFY(scan.bad.size() < 10);
    }

    void an_image_of_nothing_is_legal() {
        const auto image = open_bytes(test::build_image({}, {}));
        QCOMPARE(image->size(), 0u);
        QCOMPARE(scan_blocks(*image, {.threads = 1}, {}, {}).value().states.size(), std::size_t(0));
    }

    void a_version_0_index_of_which_little_is_left_is_read() {
        const Bytes content = test::make_content(64 * 1024);
        Bytes bytes = test::build_image(content, {.version = Version::v0, .block_size = 1024});
        // Every second entry is lost.
        for (std::size_t entry = 1; entry < 64; entry += 2)
            store_be<std::uint32_t>(bytes.data() + 136 + 4 * entry, 0x33333333u * std::uint32_t(entry));
        QCOMPARE(judge(*open_bytes(bytes), content), std::string(64, '.'));
    }

    void a_lost_sector_of_the_index_costs_no_block() {
        const Bytes content = test::make_content(1'000 * 1024);
        for (const HeadPlace place : {HeadPlace::first, HeadPlace::last}) {
            Bytes bytes = test::build_image(content, {.version = Version::v4, .place = place, .block_size = 1024});
            const std::size_t index = place == HeadPlace::first ? 136 : bytes.size() - 136 - 8 * 1'001;
            std::fill_n(bytes.begin() + std::ptrdiff_t(index) + 1'000, 2048, std::byte{0});
            for (const unsigned threads : {1u, 3u}) QCOMPARE(judge(*open_bytes(bytes), content, threads), std::string(1'000, '.'));
        }
    }

    void an_index_that_is_lost_whole_costs_no_block() {
        const Bytes content = test::make_content(50 * 1024);
        Bytes bytes = test::build_image(content, {.block_size = 1024});
        std::fill_n(bytes.begin() + 136, 51 * 8, std::byte{0});
        QCOMPARE(judge(*open_bytes(bytes), content), std::string(50, '.'));
    }

    void a_damaged_block_beside_a_damaged_entry_is_not_taken_for_another() {
        const Bytes content = test::make_content(10 * 1024);
        const Bytes sound = test::build_image(content, {.block_size = 1024});
        const auto entry_of = [&](Bytes &bytes, std::size_t entry) { return bytes.begin() + 136 + std::ptrdiff_t(8 * entry); };
        const auto whole = open_bytes(sound);
        for (std::size_t hurt = 0; hurt < 10; ++hurt)
            for (std::size_t entry = 0; entry < 10; ++entry)
                for (std::size_t other = 0; other < 10; ++other) {
                    Bytes bytes = sound;
                    bytes[whole->index()[hurt].offset + 9] ^= std::byte{0x10};
                    std::copy_n(sound.begin() + 136 + std::ptrdiff_t(8 * other), 8, entry_of(bytes, entry));
                    const std::string judged = judge(*open_bytes(bytes), content);
                    QVERIFY2(judged.find('!') == judged.npos, judged.c_str());
                }
    }

    void other_files_are_no_images_data() {
        QTest::addColumn<QString>("path");
        QTest::newRow("raw data") << VECTORS "/mixed.bin";
        QTest::newRow("a program") << "/proc/self/exe";
        QTest::newRow("a text") << SOURCE_DIR "/LICENSE";
    }
    void other_files_are_no_images() {
        QFETCH(QString, path);
        const auto image = ImageReader::open(FileSource::open(path.toStdString()).value());
        QVERIFY(!image);
        QVERIFY(image.error().code == ErrorCode::not_cloop);
    }
};

QTEST_GUILESS_MAIN(ImageReaderTest)
#include "image_reader_test.moc"
