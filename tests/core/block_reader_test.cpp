// SPDX-License-Identifier: GPL-3.0-or-later
#include "file/file_source.h"
#include "file/new_file.h"
#include "image/block_cache.h"
#include "image/image_reader.h"
#include "job/content_stream.h"
#include "job/create_image.h"
#include "job/diff_images.h"
#include "job/extract_content.h"
#include "job/needed_room.h"
#include "scan/map_file.h"
#include "support/faulty_source.h"

#include <QTemporaryDir>
#include <QTest>

#include <mutex>
#include <set>

using namespace cloop;
using test::Bytes;

namespace {

/// Combines two copies of an image: blocks lost in the first come from the second.
class TwoCopies final : public BlockReader {
public:
    TwoCopies(std::shared_ptr<const ImageReader> first, std::shared_ptr<const ImageReader> second)
        : first_(std::move(first)), second_(std::move(second)), cache_(*this, 1 << 20, 2, std::chrono::seconds(5)) {}

    const Head &head() const override { return first_->head(); }
    const BlockIndex &index() const override { return first_->index(); }
    std::uint64_t file_size() const override { return first_->file_size(); }
    const std::string &name() const override { return first_->name(); }
    Result<std::span<const std::byte>> read_stored(std::size_t block, BlockMemory &memory) const override {
        auto stored = first_->read_stored(block, memory);
        return stored ? stored : second_->read_stored(block, memory);
    }
    Result<RawBlock> read_block(std::size_t block, std::span<std::byte> raw, BlockScratch &scratch) const override {
        auto read = first_->read_block(block, raw, scratch);
        return read ? read : second_->read_block(block, raw, scratch);
    }
    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> out) const override { return cache_.read_at(offset, out); }

private:
    std::shared_ptr<const ImageReader> first_, second_;
    mutable BlockCache cache_;
};

/// Records the offsets of reads.
class WatchedSource final : public ByteSource {
public:
    explicit WatchedSource(Bytes bytes) : source_(std::move(bytes)) {}
    std::uint64_t size() const override { return source_.size(); }
    const std::string &name() const override { return source_.name(); }
    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> out) const override {
        {
            const std::lock_guard lock(mutex_);
            offsets_.insert(offset);
        }
        return source_.read_at(offset, out);
    }
    bool was_read(std::uint64_t offset) const {
        const std::lock_guard lock(mutex_);
        return offsets_.contains(offset);
    }

private:
    test::MemorySource source_;
    mutable std::mutex mutex_;
    mutable std::set<std::uint64_t> offsets_;
};

} // namespace

class BlockReaderTest : public QObject {
    Q_OBJECT

    const Bytes content_ = test::make_content(160'000);
    const Bytes bytes_ = test::build_image(content_, {});

    std::shared_ptr<const ImageReader> without(std::set<std::size_t> blocks) const {
        const auto whole = ImageReader::open(std::make_shared<test::MemorySource>(bytes_)).value();
        std::vector<test::FaultySource::Fault> faults;
        for (const std::size_t block : blocks) faults.push_back({whole->index()[block].offset, whole->index()[block].offset + 1});
        return ImageReader::open(std::make_shared<test::FaultySource>(bytes_, faults)).value();
    }

private slots:
    /// All functions for images accept a BlockReader other than ImageReader.
    void what_reads_blocks_is_an_image() {
        const auto first = without({3, 9, 30}), second = without({4, 11, 31});
        QCOMPARE(scan_blocks(*first, {}, {}, {}).value().count(BlockState::sound), first->block_count() - 3);
        const auto merged = std::make_shared<const TwoCopies>(first, second);

        const ScanResult scan = scan_blocks(*merged, {.threads = 2}, {}, {}).value();
        QCOMPARE(scan.count(BlockState::sound), merged->block_count());
        const auto map = parse_map_file(make_map_file(*merged, scan.states)).value();
        QCOMPARE(states_from(map, *merged).value(), scan.states);
        QVERIFY(diff_images(*merged, *ImageReader::open(std::make_shared<test::MemorySource>(bytes_)).value(), {}, {}).value().differences.empty());
        QVERIFY(room_for_content(*merged).likely > 0);

        const QTemporaryDir folder;
        const auto path = [&](const char *name) { return folder.filePath(name).toStdString(); };
        auto plain = NewFile::create(path("content"), NewFile::Replace::no, 0666).value();
        QVERIFY(extract_content(*merged, plain, {.threads = 2, .verify = true}, {}, {}).value().is_verified);
        Bytes extracted(merged->size());
        QVERIFY(read_exactly(*FileSource::open(path("content")).value(), 0, extracted));
        QVERIFY(std::equal(content_.begin(), content_.end(), extracted.begin()));

        ContentStream stream(merged, false);
        auto image = NewFile::create(path("image"), NewFile::Replace::no, 0666).value();
        QVERIFY(create_image(stream, image, {.block_size = 8192}, {}, {}));
        const auto converted = ImageReader::open(FileSource::open(path("image")).value()).value();
        QVERIFY(diff_images(*merged, *converted, {}, {}).value().differences.empty());
    }

    void a_stored_block_comes_as_it_lies_in_the_file() {
        const auto image = without({7});
        BlockMemory memory;
        for (std::size_t block = 0; block < image->block_count(); ++block) {
            const auto stored = image->read_stored(block, memory);
            if (block == 7) {
                QVERIFY(!stored && stored.error().code == ErrorCode::block_unreadable && stored.error().block == 7);
                continue;
            }
            const BlockRef ref = image->index()[block];
            QVERIFY(stored && std::ranges::equal(*stored, std::span(bytes_).subspan(ref.offset, ref.size)));
        }
    }

    /// For several interleaved sequential readers, the next blocks of each are decoded ahead.
    void readers_that_take_turns_are_each_read_ahead() {
        const auto source = std::make_shared<WatchedSource>(test::build_image(test::make_content(4096 * 120), {}));
        const auto image = ImageReader::open(source, {.threads = 2}).value();
        const auto was_read = [&](std::size_t block) { return source->was_read(image->index()[block].offset); };
        Bytes out(1024);  // within one block
        const std::size_t begins[] = {20, 50, 80};
        for (std::uint64_t done = 0; done < 4096 * 20; done += out.size()) {
            for (const std::size_t begin : begins) QVERIFY(image->read_at(begin * 4096 + done, out));
            const std::size_t here = (done + out.size() - 1) / 4096;
            if (here < 2) continue;
            for (const std::size_t begin : begins) QTRY_VERIFY2(was_read(begin + here + 1), qPrintable(QString("block %1").arg(begin + here + 1)));
        }
        QVERIFY(!was_read(119));
    }
};

QTEST_GUILESS_MAIN(BlockReaderTest)
#include "block_reader_test.moc"
