// SPDX-License-Identifier: GPL-3.0-or-later
// A folder becomes an ISO: exactly the listed files are included, whatever happens to the folder meanwhile.

#include "filesystem/node_source.h"
#include "source/folder_listing.h"
#include "source/folder_sample.h"
#include "source/folder_stream.h"
#include "source/extended_attributes.h"
#include "support/image_builder.h"
#include "support/program.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <atomic>
#include <set>
#include <thread>

using namespace cloop;
using test::Bytes;

namespace {

const QByteArray secret = QByteArray("for root alone ").repeated(1000);

struct Built {
    std::shared_ptr<const Filesystem> filesystem;  ///< null if the stream failed
    Bytes bytes;
    std::optional<Error> error;
    std::vector<Error> troubles, notes;

    QByteArray content(const char *path) const {
        const auto id = filesystem->find(path);
        if (!id) return "nothing of that name";
        const NodeSource source(filesystem, *id);
        QByteArray file(qsizetype(source.size()), '\0');
        return read_exactly(source, 0, std::as_writable_bytes(std::span(file.data(), std::size_t(file.size())))) ? file : "unreadable";
    }

    std::set<std::string> paths() const {
        std::set<std::string> paths;
        for (NodeId id = 1; id < filesystem->nodes().size(); ++id)
            if ((*filesystem)[id].kind != NodeKind::structure) paths.insert(filesystem->path(id).substr(1));
        return paths;
    }
};

} // namespace

class FolderStreamTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;

    QString file(const QString &name) const { return folder_->filePath(name); }
    std::string path(const QString &name) const { return file(name).toStdString(); }
    void write(const QString &name, const QByteArray &bytes) const {
        QVERIFY(QDir().mkpath(QFileInfo(file(name)).path()) && test::write_file(file(name), bytes));
    }

    /// Packs "tree". `meanwhile`: after the listing, before its contents are read.
    Built build(TreeOptions options = {}, const std::function<void()> &meanwhile = {}) const {
        Built built;
        options.label = "T";
        options.on_trouble = [&](const Error &error) { built.troubles.push_back(error); };
        options.on_note = [&](const Error &error) { built.notes.push_back(error); };
        auto stream = open_folder(path("tree"), options, {}, {}, {});
        if (!stream) {
            built.error = stream.error();
            return built;
        }
        if (meanwhile) meanwhile();
        built.bytes.resize((*stream)->size().value());
        for (std::size_t done = 0; done < built.bytes.size();) {
            const auto got = (*stream)->read(std::span(built.bytes).subspan(done, std::min<std::size_t>(built.bytes.size() - done, 100'000)));
            if (!got) {
                built.error = got.error();
                return built;
            }
            done += *got;
        }
        built.filesystem = Filesystem::open(std::make_shared<test::MemorySource>(built.bytes)).value();
        return built;
    }

    static bool holds(const Bytes &bytes, const QByteArray &what) {
        return std::string_view(reinterpret_cast<const char *>(bytes.data()), bytes.size())
                   .find(std::string_view(what.data(), std::size_t(what.size()))) != std::string_view::npos;
    }

private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    // Qt's removal recurses for each folder.
    void cleanup() { test::run("rm", {"-rf", folder_->path()}); }

    void what_is_swapped_after_the_listing_stays_out_data() {
        QTest::addColumn<QString>("script");
        QTest::newRow("a folder for a link that leads out") << "mv tree/z old; ln -s ../outside tree/z";
        QTest::newRow("a folder for a link inside") << "mv tree/z tree/y; ln -s y tree/z";
        QTest::newRow("a folder above for a link") << "mv tree/z/deep old; ln -s ../../outside tree/z/deep";
        QTest::newRow("a folder for another") << "mv tree/z old; cp -r outside tree/z";
        QTest::newRow("a file for a link") << "rm tree/z/file; ln -s ../../outside/file tree/z/file";
        QTest::newRow("a file for another") << "mv outside/file tree/z/file";
        QTest::newRow("a file for a pipe") << "rm tree/z/file; mkfifo tree/z/file";
        QTest::newRow("a file's rights") << "chmod 600 tree/z/file";
        QTest::newRow("a file that is gone") << "rm tree/z/file";
    }
    void what_is_swapped_after_the_listing_stays_out() {
        QFETCH(QString, script);
        for (const bool keep_going : {false, true}) {
            test::run("rm", {"-rf", file("tree"), file("outside"), file("old")});
            // Too large for libisofs's thread to have read it before.
            write("tree/a", QByteArray(4'000'000, 'a'));
            write("tree/z/file", QByteArray(secret.size(), 'f'));
            write("tree/z/deep/file", QByteArray(secret.size(), 'd'));
            write("outside/file", secret);
            write("outside/deep/file", secret);
            const Built built = build({.keep_going = keep_going}, [&] { QCOMPARE(test::run("sh", {"-c", script}, {}, folder_->path()).status, 0); });
            QVERIFY(!holds(built.bytes, "for root alone"));
            QVERIFY(!built.troubles.empty());
            for (const Error &error : built.troubles) {
                QVERIFY(error.code == ErrorCode::source_changed);
                QVERIFY2(error.subject.starts_with(path("tree/z/")), error.subject.c_str());
            }
            QCOMPARE(built.error.has_value(), !keep_going);
            if (keep_going) QVERIFY(built.content("/a") == QByteArray(4'000'000, 'a'));
        }
    }

    void swapped_over_and_over_nothing_leads_out() {
        write("tree/a", QByteArray(100'000, 'a'));
        write("tree/z/file", QByteArray(secret.size(), 'f'));
        write("outside/file", secret);
        QVERIFY(::symlink("../outside", path("tree/link").c_str()) == 0);
        std::atomic<bool> is_over = false;
        std::thread swapper([&] {
            while (!is_over) ::renameat2(AT_FDCWD, path("tree/z").c_str(), AT_FDCWD, path("tree/link").c_str(), RENAME_EXCHANGE);
        });
        int whole = 0;
        for (int i = 0; i < 100; ++i) {
            const Built built = build({.keep_going = true});
            QVERIFY(!holds(built.bytes, "for root alone"));
            whole += built.filesystem != nullptr;
        }
        is_over = true;
        swapper.join();
        QVERIFY(whole > 0);
    }

    void folders_too_deep_are_refused_or_left_out() {
        QVERIFY(QDir().mkpath(file("tree")));
        UniqueFd at(::open(path("tree").c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
        for (int i = 0; i < 1500; ++i) {
            QVERIFY(::mkdirat(at.get(), "d", 0755) == 0);
            at = UniqueFd(::openat(at.get(), "d", O_PATH | O_DIRECTORY | O_CLOEXEC));
        }
        const Built refused = build();
        QVERIFY(refused.error && refused.error->code == ErrorCode::source_unreadable);
        QCOMPARE(refused.troubles.size(), std::size_t(1));
        QVERIFY(refused.troubles[0].code == ErrorCode::folders_too_deep);
        const Built built = build({.keep_going = true});
        QVERIFY(built.filesystem && built.troubles.size() == 1);
        QCOMPARE(built.paths().size(), deepest_folder);
        QVERIFY(sample_folder(path("tree"), {}, {}).has_value());
    }

    void a_path_of_more_than_4095_bytes_goes_in() {
        QVERIFY(QDir().mkpath(file("tree")));
        UniqueFd at(::open(path("tree").c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
        std::string inside;
        for (int i = 0; i < 60; ++i) {
            const std::string name = std::string(90, 'n') + std::to_string(i);
            QVERIFY(::mkdirat(at.get(), name.c_str(), 0755) == 0);
            at = UniqueFd(::openat(at.get(), name.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
            inside += "/" + name;
        }
        QVERIFY(inside.size() > 5000);
        const UniqueFd made(::openat(at.get(), "file", O_WRONLY | O_CREAT | O_CLOEXEC, 0644));
        QVERIFY(::write(made.get(), "found", 5) == 5);
        const Built built = build();
        QVERIFY(built.filesystem && built.troubles.empty());
        QCOMPARE(built.content((inside + "/file").c_str()), QByteArray("found"));
    }

    void a_file_that_grows_has_what_was_announced_data() {
        QTest::addColumn<bool>("before");
        QTest::newRow("before it is opened") << true;
        QTest::newRow("while it is read") << false;
    }
    void a_file_that_grows_has_what_was_announced() {
        QFETCH(bool, before);
        const QByteArray log(6'000'000, 'l');
        if (before) write("tree/a", QByteArray(4'000'000, 'a'));
        write("tree/log", log);
        const Built built = build({}, [&] {
            QFile grown(file("tree/log"));
            QVERIFY(grown.open(QIODevice::Append));
            grown.write("another line\n");
        });
        QVERIFY(built.filesystem && built.troubles.empty());
        QVERIFY(built.content("/log") == log);
        QCOMPARE(built.notes.size(), std::size_t(1));
        QVERIFY(built.notes[0].code == ErrorCode::source_grew);
        QCOMPARE(built.notes[0].detail, path("tree/log"));
    }

    void a_file_that_shrinks_has_what_there_is_and_zeros_data() { a_file_that_grows_has_what_was_announced_data(); }
    void a_file_that_shrinks_has_what_there_is_and_zeros() {
        QFETCH(bool, before);
        for (const bool keep_going : {false, true}) {
            if (before) write("tree/a", QByteArray(4'000'000, 'a'));
            write("tree/log", QByteArray(6'000'000, 'l'));
            const Built built = build({.keep_going = keep_going}, [&] { QVERIFY(QFile::resize(file("tree/log"), 5'000'000)); });
            QCOMPARE(built.troubles.size(), std::size_t(1));
            QVERIFY(built.troubles[0].code == ErrorCode::source_changed);
            QCOMPARE(built.filesystem != nullptr, keep_going);
            if (keep_going) QVERIFY(built.content("/log") == QByteArray(5'000'000, 'l') + QByteArray(1'000'000, '\0'));
        }
    }

    void a_filter_leaves_out_data() {
        QTest::addColumn<QStringList>("patterns");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("nothing") << QStringList{} << QStringList{"a.o", "proc", "proc/1", "usr", "usr/b.o", "usr/cache", "usr/cache/x", "usr/proc"};
        QTest::newRow("a name") << QStringList{"*.o"} << QStringList{"proc", "proc/1", "usr", "usr/cache", "usr/cache/x", "usr/proc"};
        QTest::newRow("a folder with all below") << QStringList{"cache"} << QStringList{"a.o", "proc", "proc/1", "usr", "usr/b.o", "usr/proc"};
        QTest::newRow("a place") << QStringList{"/proc"} << QStringList{"a.o", "usr", "usr/b.o", "usr/cache", "usr/cache/x", "usr/proc"};
        QTest::newRow("what is in a place") << QStringList{"proc/*"}
                                            << QStringList{"a.o", "proc", "usr", "usr/b.o", "usr/cache", "usr/cache/x", "usr/proc"};
        QTest::newRow("folders only") << QStringList{"proc/"} << QStringList{"a.o", "usr", "usr/b.o", "usr/cache", "usr/cache/x", "usr/proc"};
        QTest::newRow("several") << QStringList{"*.o", "/usr/*/", "1"} << QStringList{"proc", "usr", "usr/proc"};
    }
    void a_filter_leaves_out() {
        QFETCH(QStringList, patterns);
        QFETCH(QStringList, expected);
        for (const char *name : {"a.o", "proc/1", "usr/b.o", "usr/cache/x", "usr/proc"}) write(QString("tree/") + name, QByteArray(10'000, 'x'));
        TreeOptions options;
        for (const auto &pattern : patterns) QVERIFY(options.filter.exclude(pattern.toStdString()));
        const Built built = build(options);
        QVERIFY(built.filesystem && built.notes.empty());
        QStringList got;
        for (const auto &path : built.paths()) got << QString::fromStdString(path);
        QCOMPARE(got, expected);
        // The estimate filters too: five files of five sectors each.
        const auto all = sample_folder(path("tree"), {}, {}).value().source->size(),
                   some = sample_folder(path("tree"), options.filter, {}).value().source->size();
        QCOMPARE(some < all, !patterns.empty());
    }

    void a_pattern_that_points_nowhere_is_told() {
        write("tree/a", "a");
        TreeOptions options;
        for (const char *pattern : {"*.bak", "/b", "a/c", "/a/"}) QVERIFY(options.filter.exclude(pattern));
        const Built built = build(options);
        QCOMPARE(built.notes.size(), std::size_t(1));
        QVERIFY(built.notes[0].code == ErrorCode::pattern_unmatched);
        QCOMPARE(built.notes[0].detail, std::string("/b, a/c"));
        QCOMPARE(built.notes[0].more, std::uint64_t(1));
    }

    void what_is_left_out_is_not_looked_at() {
        write("tree/output", "the image itself");
        write("tree/a", "a");
        const auto output = identity_at(path("tree/output"));
        QVERIFY(output.has_value());
        TreeOptions options;
        QVERIFY(!open_folder(path("tree"), options, output, {}, {}));
        QVERIFY(options.filter.exclude("/output"));
        QVERIFY(open_folder(path("tree"), options, output, {}, {}).has_value());
    }

    void the_owner_can_be_chosen() {
        write("tree/sub/file", "f");
        const Built built = build({.owner = Owner{7, 4'000'000'000}});
        for (const char *name : {"/", "/sub", "/sub/file"}) {
            const auto &node = (*built.filesystem)[*built.filesystem->find(name)];
            QCOMPARE(node.uid, 7u);
            QCOMPARE(node.gid, 4'000'000'000u);
        }
    }

    void more_than_8_tib_is_refused_data() {
        QTest::addColumn<QList<qint64>>("sizes");
        QTest::addColumn<bool>("is_refused");
        const qint64 tib = qint64(1) << 40;
        QTest::newRow("one file of 9 TiB") << QList<qint64>{9 * tib} << true;
        QTest::newRow("three of 3 TiB") << QList<qint64>{3 * tib, 3 * tib, 3 * tib} << true;
        QTest::newRow("8 TiB") << QList<qint64>{8 * tib} << true;
        QTest::newRow("nearly") << QList<qint64>{5 * tib, 3 * tib - (qint64(3) << 30)} << false;
    }
    void more_than_8_tib_is_refused() {
        QFETCH(QList<qint64>, sizes);
        QFETCH(bool, is_refused);
        qint64 sum = 0;
        for (const qint64 size : sizes) {
            const QString name = "tree/" + QString::number(sum);
            write(name, "");
            if (::truncate(path(name).c_str(), size) != 0) QSKIP("this file system takes no file of that size");
            // A hard link takes no room.
            QVERIFY(::link(path(name).c_str(), path(name + ".link").c_str()) == 0);
            sum += size;
        }
        auto stream = open_folder(path("tree"), {.label = "T"}, {}, {}, {});
        QCOMPARE(stream.has_value(), !is_refused);
        QCOMPARE(sample_folder(path("tree"), {}, {}).has_value(), !is_refused);
        if (is_refused) QVERIFY(stream.error().code == ErrorCode::content_too_large);
        else QVERIFY((*stream)->size().value() > std::uint64_t(sum));
    }

    void holes_are_zeros() {
        QByteArray content(40'000'000, '\0');
        write("tree/sparse", "");
        QVERIFY(QFile::resize(file("tree/sparse"), content.size()));
        QFile sparse(file("tree/sparse"));
        QVERIFY(sparse.open(QIODevice::ReadWrite));
        for (const int at : {0, 5'000'000, 5'131'000, 39'999'999}) {
            sparse.seek(at);
            sparse.write("x");
            content[at] = 'x';
        }
        sparse.close();
        write("tree/hole", "");
        QVERIFY(QFile::resize(file("tree/hole"), 3'000'001));
        const Built built = build();
        QVERIFY(built.content("/sparse") == content);
        QVERIFY(built.content("/hole") == QByteArray(3'000'001, '\0'));
    }

    void attributes_that_get_lost_are_told() {
        for (const char *name : {"plain", "capable", "noted", "empty", "sub/listed"})
            write(QString("tree/") + name, name == QByteArray("empty") ? "" : name);
        const auto set = [&](const QString &name, const char *attribute, const QByteArray &value) {
            return ::setxattr(path(name).c_str(), attribute, value.data(), std::size_t(value.size()), 0) == 0;
        };
        if (!set("tree/noted", "user.note", "n")) QSKIP("this file system has no extended attributes");
        QVERIFY(set("tree/empty", "user.note", "n"));
        // u::rwx u:1000:r-- g::r-x m::rwx o::r-x in the stored form of acl(5).
        const QByteArray list = QByteArray::fromHex("02000000"
                                                    "01000700ffffffff"
                                                    "02000400e8030000"
                                                    "04000500ffffffff"
                                                    "10000700ffffffff"
                                                    "20000500ffffffff");
        std::size_t expected = 2;
        expected += set("tree/sub/listed", "system.posix_acl_access", list);
        expected += set("tree/sub", "system.posix_acl_default", list);
        if (::geteuid() == 0) {
            QVERIFY(set("tree/capable", "security.capability", QByteArray::fromHex("0000000200200000000000000000000000000000")));
            ++expected;
        }
        const Built built = build();
        QVERIFY(built.filesystem);
        QCOMPARE(built.notes.size(), std::size_t(1));
        QVERIFY(built.notes[0].code == ErrorCode::attributes_left_out);
        QCOMPARE(2 + built.notes[0].more, std::uint64_t(expected));
        QVERIFY2(!QByteArray(built.notes[0].detail.c_str()).contains("plain"), built.notes[0].detail.c_str());
    }

    void labels_and_what_file_systems_show_are_not_missed_data() {
        QTest::addColumn<bool>("missed");
        for (const char *name :
             {"user.note", "trusted.x", "security.capability", "security.ima", "system.posix_acl_access", "system.posix_acl_default"})
            QTest::newRow(name) << true;
        for (const char *name :
             {"security.selinux", "security.SMACK64", "security.SMACK64EXEC", "system.nfs4_acl", "system.ntfs_acl", "btrfs.compression"})
            QTest::newRow(name) << false;
    }
    void labels_and_what_file_systems_show_are_not_missed() {
        QFETCH(bool, missed);
        QCOMPARE(is_missed(QTest::currentDataTag()), missed);
    }

    void a_stop_reaches_the_listing() {
        write("tree/a", "a");
        std::stop_source stop;
        stop.request_stop();
        const auto stream = open_folder(path("tree"), {.label = "T"}, {}, stop.get_token(), {});
        QVERIFY(!stream && stream.error().code == ErrorCode::cancelled);
    }
};

QTEST_GUILESS_MAIN(FolderStreamTest)
#include "folder_stream_test.moc"
