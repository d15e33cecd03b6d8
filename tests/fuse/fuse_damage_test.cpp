// SPDX-License-Identifier: GPL-3.0-or-later
// Damaged images served by cloop-fuse: all sound blocks are read, also beside damaged ones and by many readers.

#include "file/file_source.h"
#include "filesystem/filesystem.h"
#include "image/image_reader.h"
#include "support/command_folder.h"
#include "support/fuse_mount.h"
#include "support/image_builder.h"

#include <QTest>

#include <atomic>
#include <random>
#include <set>
#include <thread>

using namespace cloop;
using namespace cloop::test;

namespace {

constexpr qint64 page = 4096, sector = 2048;

/// What a reader of [offset, offset + size) gets: bytes, or an errno.
struct Got {
    QByteArray bytes;
    int error = 0;
    bool operator==(const Got &) const = default;
};

Got read_at(int fd, qint64 offset, qint64 size) {
    // Aligned, for O_DIRECT.
    alignas(4096) static thread_local char buffer[65536];
    const auto got = ::pread(fd, buffer, std::size_t(size), offset);
    return got < 0 ? Got{{}, errno} : Got{QByteArray(buffer, qsizetype(got))};
}

} // namespace

class FuseDamageTest : public QObject, private CommandFolder {
    Q_OBJECT

    QString server() const { return program("cloop-fuse"); }

    /// A served file, and where its first byte lies in the content of the image.
    struct Served {
        QString name;
        qint64 begin = 0;
        qint64 size = 0;
    };

    Served served(const QString &image, bool as_content) const {
        const auto reader = ImageReader::open(FileSource::open(file(image).toStdString()).value()).value();
        if (as_content) return {QFileInfo(image).completeBaseName() + ".iso", 0, qint64(reader->size())};
        const auto filesystem = Filesystem::open(reader).value();
        const Node &node = (*filesystem)[*filesystem->find("/large")];
        return {"large", qint64(node.extents.front().offset), qint64(node.size)};
    }

    /// Damages blocks in the middle, two in a row, and the last one of the file "large". Returns all damaged blocks.
    std::set<std::size_t> hurt(const QString &image, const QString &as) const {
        const auto reader = ImageReader::open(FileSource::open(file(image).toStdString()).value()).value();
        const Served large = served(image, false);
        const auto block_at = [&](qint64 at) { return std::size_t((large.begin + at) / reader->block_size()); };
        const std::set<std::size_t> blocks{block_at(300'000), block_at(900'000), block_at(900'000) + 1, block_at(large.size - 1)};
        QByteArray bytes = read_file(file(image));
        for (const std::size_t block : blocks) {
            const BlockRef ref = reader->index()[block];
            for (const auto at : {ref.offset + ref.size / 3, ref.offset + ref.size / 2}) bytes[qsizetype(at)] = char(~bytes[qsizetype(at)]);
        }
        return write_file(file(as), bytes) ? blocks : std::set<std::size_t>();
    }

    static void rows() {
        QTest::addColumn<QString>("image");
        QTest::addColumn<bool>("as_content");
        for (const QString block_size : {"4K", "64K"}) {
            QTest::addRow("content, blocks of %s", qPrintable(block_size)) << "hurt" + block_size + ".cloop" << true;
            QTest::addRow("files, blocks of %s", qPrintable(block_size)) << "hurt" + block_size + ".cloop" << false;
        }
    }

    /// What reading [offset, offset + size) of the file gives.
    Got expected(const Served &served, const QString &image, qint64 offset, qint64 size) const {
        const qint64 block_size = image.contains("64K") ? 65536 : 4096;
        const qint64 begin = served.begin + offset, end = std::min(begin + size, served.begin + served.size);
        for (qint64 block = begin / block_size; block * block_size < end; ++block)
            if (damaged_.at(image).contains(std::size_t(block))) return {{}, EIO};
        return {content_.mid(begin, end - begin)};
    }

    QByteArray content_;  ///< of the sound images
    std::map<QString, std::set<std::size_t>> damaged_;

public:
    FuseDamageTest() : CommandFolder(BIN_DIR, VECTORS) {}

private slots:
    void initTestCase() {
        if (const QString why = why_without_fuse(); !why.isEmpty()) QSKIP(qPrintable(why));
        QVERIFY(QDir(path()).mkpath("tree"));
        const Bytes large = make_content(1'500'001, 3);
        QVERIFY(write_file(file("tree/large"), {reinterpret_cast<const char *>(large.data()), qsizetype(large.size())}));
        QVERIFY(write_file(file("tree/a small file"), "before it"));
        for (const QString block_size : {"4K", "64K"}) {
            QCOMPARE(cloop({"create", "tree", "sound" + block_size + ".cloop", "-B", block_size}).status, 0);
            const QString name = "hurt" + block_size + ".cloop";
            damaged_[name] = hurt("sound" + block_size + ".cloop", name);
            QCOMPARE(damaged_[name].size(), 4u);
        }
        QCOMPARE(cloop({"extract", "sound4K.cloop", "content"}).status, 0);
        content_ = read_file(file("content"));
    }

    void pages_of_sound_blocks_are_read_and_those_of_damaged_ones_fail_data() { rows(); }
    void pages_of_sound_blocks_are_read_and_those_of_damaged_ones_fail() {
        QFETCH(QString, image);
        QFETCH(bool, as_content);
        const Served file_in_it = served(image, as_content);
        for (const bool is_backwards : {false, true}) {
            FuseMount mount(server(), QStringList{file(image)} + (as_content ? QStringList{"--content"} : QStringList{}), file("served"));
            QVERIFY(mount.is_served());
            const UniqueFd fd(::open(QFile::encodeName(mount.path(file_in_it.name)), O_RDONLY | O_CLOEXEC));
            const qint64 pages = (file_in_it.size + page - 1) / page;
            int failed = 0;
            for (qint64 i = 0; i < pages; ++i) {
                const qint64 at = (is_backwards ? pages - 1 - i : i) * page;
                const Got got = read_at(fd.get(), at, page);
                failed += got.error != 0;
                QVERIFY2(got == expected(file_in_it, image, at, page), qPrintable(QString("at %1: errno %2").arg(at).arg(got.error)));
            }
            QVERIFY(failed > 3);
            // Once more: nothing is forgotten.
            for (qint64 at = 0; at < file_in_it.size; at += page) QVERIFY(read_at(fd.get(), at, page) == expected(file_in_it, image, at, page));
        }
    }

    /// Where a file's pages don't begin with blocks, the page cache holds both sound and damaged bytes.
    void without_the_page_cache_each_sound_byte_is_read_data() { rows(); }
    void without_the_page_cache_each_sound_byte_is_read() {
        QFETCH(QString, image);
        QFETCH(bool, as_content);
        const Served file_in_it = served(image, as_content);
        FuseMount mount(server(), QStringList{file(image)} + (as_content ? QStringList{"--content"} : QStringList{}), file("served"));
        QVERIFY(mount.is_served());
        const UniqueFd fd(::open(QFile::encodeName(mount.path(file_in_it.name)), O_RDONLY | O_DIRECT | O_CLOEXEC));
        QVERIFY(fd);
        for (qint64 at = 0; at < file_in_it.size; at += sector)
            QVERIFY2(read_at(fd.get(), at, sector) == expected(file_in_it, image, at, sector), qPrintable(QString("at %1").arg(at)));
    }

    void eight_readers_get_the_same_as_one_data() { rows(); }
    void eight_readers_get_the_same_as_one() {
        QFETCH(QString, image);
        QFETCH(bool, as_content);
        const Served file_in_it = served(image, as_content);
        FuseMount mount(server(), QStringList{file(image)} + (as_content ? QStringList{"--content"} : QStringList{}), file("served"));
        QVERIFY(mount.is_served());
        std::atomic<int> wrong = 0, failed = 0;
        {
            std::vector<std::jthread> readers;
            for (unsigned seed = 1; seed <= 8; ++seed)
                readers.emplace_back([&, seed] {
                    std::minstd_rand random(seed);
                    const UniqueFd fd(::open(QFile::encodeName(mount.path(file_in_it.name)), O_RDONLY | O_CLOEXEC));
                    for (int i = 0; i < 300; ++i) {
                        const qint64 at = qint64(random()) % (file_in_it.size / page) * page;
                        const Got got = read_at(fd.get(), at, page);
                        wrong += got != expected(file_in_it, image, at, page);
                        failed += got.error != 0;
                    }
                });
        }
        QCOMPARE(wrong.load(), 0);
        QVERIFY(failed > 0);
    }

    void a_damaged_block_is_decoded_once_for_all_its_pages() {
        FuseMount mount(server(), {file("hurt64K.cloop"), "--content"}, file("served"));
        QVERIFY(mount.is_served());
        const std::size_t block = *damaged_["hurt64K.cloop"].begin();
        const UniqueFd fd(::open(QFile::encodeName(mount.path("hurt64K.iso")), O_RDONLY | O_CLOEXEC));
        const qint64 begin = qint64(block) * 65536;
        QCOMPARE(read_at(fd.get(), begin, page).error, EIO);
        const qint64 before = mount.bytes_read();
        for (qint64 at = begin; at < begin + 65536; at += page) QCOMPARE(read_at(fd.get(), at, page).error, EIO);
        // Requests, and perhaps the next block, read ahead; the damaged one has 16 pages.
        QVERIFY2(mount.bytes_read() - before < 65536, qPrintable(QString::number(mount.bytes_read() - before)));
    }

    void of_an_image_cut_short_while_it_is_served_the_rest_is_read() {
        QVERIFY(QFile::copy(file("sound64K.cloop"), file("cut.cloop")));
        FuseMount mount(server(), {file("cut.cloop"), "--content"}, file("served"));
        QVERIFY(mount.is_served());
        const UniqueFd fd(::open(QFile::encodeName(mount.path("cut.iso")), O_RDONLY | O_CLOEXEC));
        const auto reader = ImageReader::open(FileSource::open(file("cut.cloop").toStdString()).value()).value();
        const std::size_t cut = reader->block_count() / 2;
        QVERIFY(QFile::resize(file("cut.cloop"), qint64(reader->index()[cut].offset) + 5));
        for (qint64 at = 0; at < content_.size(); at += page)
            QVERIFY(read_at(fd.get(), at, page) == (at < qint64(cut) * 65536 ? Got{content_.mid(at, page)} : Got{{}, EIO}));
        QVERIFY(mount.is_mounted());
        mount.send(SIGTERM);
        QVERIFY(mount.ends());
    }
};

QTEST_GUILESS_MAIN(FuseDamageTest)
#include "fuse_damage_test.moc"
