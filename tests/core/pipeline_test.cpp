// SPDX-License-Identifier: GPL-3.0-or-later
#include "file/file_source.h"
#include "file/new_file.h"
#include "file/split_parts.h"
#include "file/split_set.h"
#include "file/split_sink.h"
#include "image/image_reader.h"
#include "job/create_image.h"
#include "job/extract_content.h"
#include "source/open_stream.h"
#include "support/faulty_source.h"
#include "support/program.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace cloop;
using test::Bytes;

namespace {

CreateOptions options_for(ImageFormat format, EncoderId encoder = EncoderId::deflate, unsigned threads = 2) {
    return {.format = format,
            .encoding = {encoder, encoder_info(encoder).default_level, is_for_all_versions(format)},
            .block_size = 4096,
            .threads = threads};
}

/// A stream that fails midway.
class FailingStream final : public ByteStream {
public:
    std::optional<std::uint64_t> size() const override { return 100'000; }
    const std::string &name() const override { return name_; }
    Result<std::size_t> read(std::span<std::byte> out) override {
        if ((done_ += out.size()) > 50'000) return std::unexpected(Error{.code = ErrorCode::read_failed, .sys = EIO, .subject = name_});
        return out.size();
    }

private:
    std::size_t done_ = 0;
    std::string name_ = "failing";
};

/// A file that reads back differently from what was written.
class LyingFile final : public FileSink {
public:
    LyingFile(NewFile file, std::uint64_t bad_offset) : file_(std::move(file)), bad_offset_(bad_offset) {}
    Status write(std::span<const std::byte> bytes) override { return file_.write(bytes); }
    Status write_zeros(std::uint64_t count) override { return file_.write_zeros(count); }
    Status patch(std::uint64_t offset, std::span<const std::byte> bytes) override { return file_.patch(offset, bytes); }
    Status commit() override { return file_.commit(); }
    void withdraw() override { file_.withdraw(); }
    Result<SourcePtr> read_back() override {
        const auto source = file_.read_back().value();
        Bytes bytes(source->size());
        read_exactly(*source, 0, bytes).value();
        bytes[bad_offset_] ^= std::byte{1};
        return std::make_shared<test::MemorySource>(std::move(bytes));
    }

private:
    NewFile file_;
    std::uint64_t bad_offset_;
};

} // namespace

class PipelineTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    std::string path(const char *name) const { return folder_.filePath(name).toStdString(); }
    QStringList names() const { return QDir(folder_.path()).entryList(QDir::Files | QDir::Hidden); }

private slots:
    void parts_are_found_in_a_folder_that_can_be_entered_only() {
        const QTemporaryDir folder;
        for (const char *name : {"x.aa", "x.ab", "x.ac", "y.000", "y.002"}) QVERIFY(test::write_file(folder.filePath(name), "part"));
        const auto path = [&](const char *name) { return folder.filePath(name).toStdString(); };
        // Not listable for anyone except root.
        QCOMPARE(::chmod(folder.path().toStdString().c_str(), 0311), 0);
        const bool is_root = ::geteuid() == 0;
        if (is_root) QCOMPARE(::seteuid(65534), 0);
        const auto joined = parts_of(path("x.aa")), lacking = parts_of(path("y.000"));
        const bool is_listed = !QDir(folder.path()).entryList(QDir::Files).isEmpty();
        if (is_root) QCOMPARE(::seteuid(0), 0);
        QCOMPARE(::chmod(folder.path().toStdString().c_str(), 0700), 0);
        QVERIFY(!is_listed);
        QCOMPARE(joined.value().size(), std::size_t(3));
        QVERIFY(!lacking && lacking.error().code == ErrorCode::missing_part);
        QCOMPARE(lacking.error().detail, path("y.001"));
    }

    /// Parts with longer names by split(1) must not be ignored silently.
    void parts_that_are_not_joined_are_told() {
        const QTemporaryDir folder;
        const auto path = [&](const char *name) { return folder.filePath(name).toStdString(); };
        const auto make = [&](const std::string &name) { return test::write_file(QString::fromStdString(name), "part"); };
        for (std::size_t number = 1; number <= 650; ++number) QVERIFY(make(part_path({path("x"), SplitStyle::lettered, 2, number})));
        for (std::size_t number = 0; number < 90; ++number) QVERIFY(make(part_path({path("n"), SplitStyle::numbered, 2, number})));
        QCOMPARE(parts_of(path("x.aa")).value().size(), std::size_t(650));
        QCOMPARE(parts_of(path("n.00")).value().size(), std::size_t(90));
        for (const char *name :
             {"x.zaaa", "n.9000", "four.aaaa", "four.aaab", "digits.0000", "digits.0001", "lone.ab", "lone.ac", "log.2023", "page.html"})
            QVERIFY(make(path(name)));
        for (const char *name : {"x.aa", "x", "n.00", "four.aaaa", "four.aaab", "digits.0000", "digits.0001"})
            QVERIFY2(!parts_of(path(name)) && parts_of(path(name)).error().code == ErrorCode::parts_not_joined, name);
        for (const char *name : {"log.2023", "page.html", "lone.ab"}) QCOMPARE(parts_of(path(name)).value().size(), std::size_t(1));
        QCOMPARE(neighbour_of_lone_part(path("lone.ab")).value_or(""), path("lone.ac"));
        QVERIFY(!neighbour_of_lone_part(path("log.2023")) && !neighbour_of_lone_part(path("page.html")));
    }

    void init() {
        for (const QString &name : names()) QFile::remove(folder_.filePath(name));
    }

    void every_format_comes_back_data() {
        QTest::addColumn<int>("format");
        QTest::addColumn<bool>("tells_size");
        QTest::addColumn<int>("size");
        for (const auto &[name, format] : {std::pair{"v2", ImageFormat::v2}, {"v4", ImageFormat::v4}, {"v4-stream", ImageFormat::v4_stream}})
            for (const bool tells_size : {true, false})
                for (const int size : {0, 1, 4096, 4097, 100'000})
                    QTest::addRow("%s, %d bytes, %s", name, size, tells_size ? "told" : "not told") << int(format) << tells_size << size;
    }
    void every_format_comes_back() {
        QFETCH(int, format);
        QFETCH(bool, tells_size);
        QFETCH(int, size);
        const Bytes content = test::make_content(std::size_t(size));
        {
            test::MemoryStream stream(content, tells_size);
            auto file = NewFile::create(path("image"), NewFile::Replace::no, 0777).value();
            const auto made = create_image(stream, file, options_for(ImageFormat(format)), {}, {});
            QVERIFY(made);
            QVERIFY(made->is_verified);
            QCOMPARE(made->content_size, std::uint64_t(size));
        }
        QVERIFY(QFileInfo(folder_.filePath("image")).permissions() & QFile::ExeOwner);
        if (ImageFormat(format) == ImageFormat::v4_stream) QCOMPARE(QFileInfo(folder_.filePath("image")).size() % 2048, 0);
        const auto image = ImageReader::open(open_whole(path("image")).value()).value();
        QCOMPARE(image->size(), std::uint64_t(size));
        auto out = NewFile::create(path("out"), NewFile::Replace::no).value();
        QVERIFY(extract_content(*image, out, {.threads = 3}, {}, {}));
        const QByteArray back = test::read_file(folder_.filePath("out"));
        QVERIFY(back == QByteArray(reinterpret_cast<const char *>(content.data()), size));
    }

    void the_same_bytes_come_out_for_any_number_of_threads() {
        const Bytes content = test::make_content(300'000);
        for (const EncoderId encoder : {EncoderId::deflate, EncoderId::best}) {
            QByteArray first;
            for (const unsigned threads : {1u, 2u, 5u}) {
                test::MemoryStream stream(content, true);
                {
                    auto file = NewFile::create(path("image"), NewFile::Replace::yes).value();
                    QVERIFY(create_image(stream, file, options_for(ImageFormat::v4, encoder, threads), {}, {}));
                }
                const QByteArray bytes = test::read_file(folder_.filePath("image"));
                if (first.isEmpty()) first = bytes;
                QVERIFY(bytes == first);
            }
        }
    }

    void a_stream_that_fails_leaves_nothing_behind() {
        {
            FailingStream stream;
            auto file = NewFile::create(path("image"), NewFile::Replace::no).value();
            const auto made = create_image(stream, file, options_for(ImageFormat::v2), {}, {});
            QVERIFY(!made);
            QVERIFY(made.error().code == ErrorCode::read_failed);
        }
        QCOMPARE(names(), QStringList());
    }

    void a_source_that_changes_under_way_is_said_data() {
        QTest::addColumn<int>("new_size");
        QTest::newRow("shorter") << 150'000;
        QTest::newRow("longer") << 250'000;
        QTest::newRow("other bytes") << 200'000;
    }
    void a_source_that_changes_under_way_is_said() {
        QFETCH(int, new_size);
        QVERIFY(test::write_file(folder_.filePath("source"), QByteArray(200'000, 'a')));
        auto opened = open_stream(path("source"), {}, {}, {}, {}).value();
        {
            auto file = NewFile::create(path("image"), NewFile::Replace::no).value();
            bool has_changed = false;
            const auto made = create_image(*opened.stream, file, options_for(ImageFormat::v2), {}, [&](const Progress &) {
                if (!std::exchange(has_changed, true)) QVERIFY(test::write_file(folder_.filePath("source"), QByteArray(new_size, 'b')));
            });
            QVERIFY(has_changed);
            QVERIFY(!made);
            QVERIFY(made.error().code == ErrorCode::source_changed);
            QVERIFY(made.error().subject.ends_with("source"));
        }
        QCOMPARE(names(), QStringList("source"));
    }

    void what_reads_back_differently_is_never_kept_data() {
        QTest::addColumn<int>("offset");
        QTest::newRow("a block") << 9'000;
        QTest::newRow("an entry of the index") << 136 + 8 * 3 + 7;
        QTest::newRow("the block size") << 130;
        QTest::newRow("the number of blocks") << 135;
    }
    void what_reads_back_differently_is_never_kept() {
        QFETCH(int, offset);
        {
            test::MemoryStream stream(test::make_content(100'000), true);
            LyingFile file(NewFile::create(path("image"), NewFile::Replace::no).value(), std::uint64_t(offset));
            const auto made = create_image(stream, file, options_for(ImageFormat::v2), {}, {});
            QVERIFY(!made);
            QVERIFY(made.error().code == ErrorCode::verify_failed);
        }
        QCOMPARE(names(), QStringList());
    }

    void a_stop_leaves_nothing_behind() {
        std::stop_source stop;
        {
            test::MemoryStream stream(test::make_content(2'000'000), true);
            auto file = NewFile::create(path("image"), NewFile::Replace::no).value();
            const auto made = create_image(stream, file, options_for(ImageFormat::v2), stop.get_token(), [&](const Progress &progress) {
                if (progress.done > 200'000) stop.request_stop();
            });
            QVERIFY(!made);
            QVERIFY(made.error().code == ErrorCode::cancelled);
        }
        QCOMPARE(names(), QStringList());
    }

    void an_existing_file_stays_unless_it_is_to_be_replaced() {
        QVERIFY(test::write_file(folder_.filePath("image"), "mine"));
        QVERIFY(NewFile::create(path("image"), NewFile::Replace::no).error().code == ErrorCode::already_exists);
        {
            auto file = NewFile::create(path("image"), NewFile::Replace::yes).value();
            QVERIFY(file.write(std::as_bytes(std::span("other", 5))));
        }
        QCOMPARE(test::read_file(folder_.filePath("image")), QByteArray("mine"));
        {
            auto file = NewFile::create(path("image"), NewFile::Replace::yes).value();
            QVERIFY(file.write(std::as_bytes(std::span("other", 5))));
            QVERIFY(file.commit());
        }
        QCOMPARE(test::read_file(folder_.filePath("image")), QByteArray("other"));
        QCOMPARE(names(), QStringList("image"));
    }

    void a_split_set_opens_by_any_name() {
        const Bytes content = test::make_content(100'000);
        {
            test::MemoryStream stream(content, true);
            auto set = SplitSink::create(path("big"), 4097, NewFile::Replace::no, 0777).value();
            QVERIFY(create_image(stream, set, options_for(ImageFormat::v2), {}, {}));
        }
        const QStringList parts = names();
        QVERIFY(parts.size() > 3);
        for (const QString &part : parts) QVERIFY(QFileInfo(folder_.filePath(part)).size() <= 4096);
        for (const char *name : {"big", "big.000", "big.002"}) {
            const auto image = ImageReader::open(open_whole(path(name)).value()).value();
            Bytes back(image->size());
            QVERIFY(read_exactly(*image, 0, back));
            QVERIFY(back == content);
        }
        QFile::remove(folder_.filePath("big.001"));
        const auto gone = open_whole(path("big.000"));
        QVERIFY(!gone);
        QVERIFY(gone.error().code == ErrorCode::missing_part);
        QVERIFY(QString::fromStdString(gone.error().detail).endsWith("big.001"));
    }

    void a_part_that_was_cut_off_is_named() {
        for (const char *name : {"set.000", "set.001", "set.002", "set.003", "old.a0", "old.aa", "old.ab"})
            QVERIFY(test::write_file(folder_.filePath(name), QByteArray(100, 'x')));
        QVERIFY(test::write_file(folder_.filePath("old.a0"), "head") && test::write_file(folder_.filePath("set.003"), "end"));
        QVERIFY(!short_part(path("set")) && !short_part(path("old")) && !short_part(path("set.004")));
        for (const int size : {0, 99}) {
            QVERIFY(test::write_file(folder_.filePath("set.002"), QByteArray(size, 'x')));
            QCOMPARE(short_part(path("set.001")).value_or(""), path("set.002"));
        }
    }

    void a_shorter_set_replaces_a_longer_one_whole() {
        for (const int size : {100'000, 20'000}) {
            test::MemoryStream stream(test::make_content(std::size_t(size)), true);
            auto set = SplitSink::create(path("big"), 4097, NewFile::Replace::yes, 0777).value();
            QVERIFY(create_image(stream, set, options_for(ImageFormat::v2), {}, {}));
        }
        QCOMPARE(ImageReader::open(open_whole(path("big")).value()).value()->size(), 20'000u);
    }

    void a_set_made_by_split_opens() {
        const Bytes content = test::make_content(60'000);
        const Bytes image = test::build_image(content, {});
        const QByteArray bytes(reinterpret_cast<const char *>(image.data()), qsizetype(image.size()));
        const qsizetype head = 136 + 8 * 16;
        QVERIFY(test::write_file(folder_.filePath("old.a0"), bytes.left(head)));
        QVERIFY(test::write_file(folder_.filePath("old.aa"), bytes.mid(head, 9000)));
        QVERIFY(test::write_file(folder_.filePath("old.ab"), bytes.mid(head + 9000)));
        for (const char *name : {"old", "old.a0", "old.ab"}) {
            const auto opened = ImageReader::open(open_whole(path(name)).value()).value();
            Bytes back(content.size());
            QVERIFY(read_exactly(*opened, 0, back));
            QVERIFY(back == content);
        }
    }

    void sets_of_other_programs_open_data() {
        QTest::addColumn<QStringList>("suffixes");
        QTest::newRow("7-Zip, HJSplit") << QStringList{"001", "002", "003"};
        QTest::newRow("split -d") << QStringList{"00", "01", "02"};
        QTest::newRow("split --numeric-suffixes=1") << QStringList{"01", "02", "03"};
        QTest::newRow("split -d -a 3") << QStringList{"000", "001", "002"};
        QTest::newRow("split -a 3") << QStringList{"aaa", "aab", "aac"};
        QTest::newRow("split") << QStringList{"aa", "ab", "ac"};
    }
    void sets_of_other_programs_open() {
        QFETCH(QStringList, suffixes);
        const Bytes content = test::make_content(60'000);
        const Bytes image = test::build_image(content, {});
        const QByteArray bytes(reinterpret_cast<const char *>(image.data()), qsizetype(image.size()));
        const qsizetype part = bytes.size() / 3 + 1;
        for (int i = 0; i < 3; ++i) QVERIFY(test::write_file(folder_.filePath("set." + suffixes[i]), bytes.mid(i * part, part)));
        for (const QString &name : QStringList{"set", "set." + suffixes[0], "set." + suffixes[2]}) {
            const auto opened = ImageReader::open(open_whole(path(name.toLatin1())).value()).value();
            Bytes back(content.size());
            QVERIFY(read_exactly(*opened, 0, back));
            QVERIFY(back == content);
        }
        QFile::remove(folder_.filePath("set." + suffixes[1]));
        const auto gone = open_whole(path("set"));
        QVERIFY(!gone && gone.error().code == ErrorCode::missing_part);
        QVERIFY(QString::fromStdString(gone.error().detail).endsWith("set." + suffixes[1]));
    }

    void files_with_numbers_are_no_set() {
        for (const char *name : {"notes.01", "notes.02", "notes.03"}) QVERIFY(test::write_file(folder_.filePath(name), QByteArray(name[7] * 3, 'n')));
        QCOMPARE(parts_of(path("notes.02")).value(), std::vector{path("notes.02")});
        for (const char *name : {"disc.iso", "disc.bin", "disc.gz", "disc.xz"}) QVERIFY(test::write_file(folder_.filePath(name), "x"));
        QCOMPARE(parts_of(path("disc.iso")).value(), std::vector{path("disc.iso")});
    }

    void extraction_stops_at_damage_or_goes_on_with_zeros() {
        const Bytes content = test::make_content(40'960);
        Bytes bytes = test::build_image(content, {});
        const auto sound = ImageReader::open(std::make_shared<test::MemorySource>(bytes)).value();
        bytes[sound->index()[4].offset + 20] ^= std::byte{1};
        const auto image = ImageReader::open(std::make_shared<test::MemorySource>(bytes)).value();
        {
            auto file = NewFile::create(path("out"), NewFile::Replace::no).value();
            const auto result = extract_content(*image, file, {.threads = 2}, {}, {});
            QVERIFY(!result);
            QCOMPARE(result.error().block, std::uint64_t(4));
        }
        QCOMPARE(names(), QStringList());
        auto file = NewFile::create(path("out"), NewFile::Replace::no).value();
        const auto result = extract_content(*image, file, {.threads = 2, .keep_going = true}, {}, {}).value();
        QCOMPARE(result.lost.size(), std::size_t(1));
        QByteArray expected(reinterpret_cast<const char *>(content.data()), qsizetype(content.size()));
        expected.replace(4 * 4096, 4096, QByteArray(4096, '\0'));
        QVERIFY(test::read_file(folder_.filePath("out")) == expected);
    }

    void zeros_become_holes() {
        Bytes content(20 * 4096);
        content[5] = std::byte{1};
        const auto image = ImageReader::open(std::make_shared<test::MemorySource>(test::build_image(content, {}))).value();
        auto file = NewFile::create(path("out"), NewFile::Replace::no).value();
        QVERIFY(extract_content(*image, file, {}, {}, {}));
        struct stat status {};
        QVERIFY(::stat(path("out").c_str(), &status) == 0);
        QCOMPARE(status.st_size, 20 * 4096);
        QVERIFY(status.st_blocks * 512 <= 4 * 4096);
    }
};

QTEST_GUILESS_MAIN(PipelineTest)
#include "pipeline_test.moc"
