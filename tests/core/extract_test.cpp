// SPDX-License-Identifier: GPL-3.0-or-later
// Extracting files while other processes change the folder, with clashing names, deep trees and lost data.

#include "job/extract_files.h"
#include "source/folder_stream.h"
#include "support/faulty_source.h"
#include "support/program.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <atomic>
#include <dirent.h>
#include <thread>

using namespace cloop;
using test::Bytes;

namespace {

struct stat status_of(const QString &path) {
    struct stat status {};
    ::lstat(path.toStdString().c_str(), &status);
    return status;
}

/// An exFAT file system, which treats "File" and "file" as one name and lacks unnamed files, links, and RENAME_NOREPLACE.
class FoldingDisc {
public:
    FoldingDisc(const QString &image, QString place) : place_(std::move(place)) {
        QFile file(image);
        if (::geteuid() != 0 || !file.open(QIODevice::WriteOnly) || !file.resize(8 << 20) || test::run("mkfs.exfat", {image}).status != 0) return;
        device_ = QString::fromUtf8(test::run("losetup", {"--find", "--show", image}).out.trimmed());
        QDir().mkpath(place_);
        is_mounted_ = test::run("mount.exfat-fuse", {device_, place_}).status == 0;
    }
    ~FoldingDisc() {
        if (is_mounted_) test::run("umount", {place_});
        if (!device_.isEmpty()) test::run("losetup", {"--detach", device_});
    }
    bool is_mounted() const { return is_mounted_; }

private:
    QString place_;
    QString device_;
    bool is_mounted_ = false;
};

} // namespace

class ExtractTest : public QObject {
    Q_OBJECT

    QTemporaryDir root_;

    QString file(const QString &name) const { return root_.filePath(name); }
    std::string path(const QString &name) const { return file(name).toStdString(); }
    QStringList names(const QString &folder) const {
        return QDir(file(folder)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden | QDir::System);
    }

    std::shared_ptr<const Filesystem> pack(const QString &name) const {
        auto stream = open_folder(path(name), {.label = "TEST"}, {}, {}, {});
        return stream ? Filesystem::open(std::make_shared<test::MemorySource>(test::read_stream(**stream))).value_or(nullptr) : nullptr;
    }

    Result<FileExtractResult> extract(const std::shared_ptr<const Filesystem> &filesystem, const FileExtractOptions &options = {},
                                      const ProgressSink &progress = {}) const {
        return extract_files(filesystem, {Filesystem::root}, path("out"), options, {}, progress);
    }

    /// first/one, middle/two and last/three, a hard link to first/one. Extracted in the order first, last, middle.
    std::shared_ptr<const Filesystem> three_folders() const {
        for (const char *name : {"tree/first", "tree/middle", "tree/last"}) QDir(root_.path()).mkpath(name);
        test::write_file(file("tree/first/one"), "of the image");
        test::write_file(file("tree/last/a-file"), "before the link");
        test::write_file(file("tree/middle/two"), "two");
        ::link(path("tree/first/one").c_str(), path("tree/last/three").c_str());
        return pack("tree");
    }

private slots:
    void init() {
        QVERIFY(QDir(root_.path()).mkpath("out") && QDir(root_.path()).mkpath("tree") && QDir(root_.path()).mkpath("outside"));
        QVERIFY(test::write_file(file("outside/one"), "somebody's"));
        QVERIFY(::chmod(path("outside/one").c_str(), 0600) == 0 && ::chmod(path("outside").c_str(), 0700) == 0);
    }
    void cleanup() {
        QCOMPARE(test::read_file(file("outside/one")), QByteArray("somebody's"));
        QCOMPARE(status_of(file("outside/one")).st_mode & 07777, 0600u);
        QCOMPARE(status_of(file("outside/one")).st_nlink, nlink_t(1));
        QCOMPARE(status_of(file("outside")).st_mode & 07777, 0700u);
        QCOMPARE(names("outside"), QStringList("one"));
        test::run("rm", {"-rf", file("out"), file("tree"), file("elsewhere"), file("outside")});
    }

    // Changes that another user makes to his folder while a file is written.
    void a_swapped_folder_leads_nowhere_data() {
        QTest::addColumn<QString>("swapped");
        QTest::newRow("the folder that is written to") << "last";
        QTest::newRow("the folder of the first of two links") << "first";
    }
    void a_swapped_folder_leads_nowhere() {
        QFETCH(QString, swapped);
        const auto filesystem = three_folders();
        QVERIFY(filesystem);
        // The first file has 12 bytes, the next 15.
        const auto result = extract(filesystem, {}, [&](const Progress &progress) {
            if (progress.done != 27) return;
            QVERIFY(::rename(path("out/" + swapped).c_str(), path("out/was").c_str()) == 0);
            QVERIFY(::symlink(path("outside").c_str(), path("out/" + swapped).c_str()) == 0);
        });
        QVERIFY(result && result->skipped.empty());
        QCOMPARE(test::read_file(file(swapped == "last" ? "out/was/three" : "out/last/three")), QByteArray("of the image"));
        QCOMPARE(status_of(file("out/was")).st_mode & 07777, status_of(file("tree/" + swapped)).st_mode & 07777);
    }

    void a_folder_that_is_moved_away_ends_it() {
        const auto filesystem = three_folders();
        QVERIFY(QDir(root_.path()).mkpath("elsewhere"));
        const auto result = extract(filesystem, {}, [&](const Progress &progress) {
            if (progress.done == 27) QVERIFY(::rename(path("out/last").c_str(), path("elsewhere/last").c_str()) == 0);
        });
        QVERIFY(!result && result.error().code == ErrorCode::folder_moved);
        QCOMPARE(names("elsewhere"), QStringList("last"));
        QVERIFY(!names("out").contains("middle"));
    }

    void names_swapped_all_the_time_lead_nowhere() {
        if (::geteuid() != 0) QSKIP("only root can be misled");
        for (int i = 0; i < 40; ++i) {
            QVERIFY(QDir(root_.path()).mkpath(QString("tree/folder%1").arg(i)));
            QVERIFY(::chmod(path(QString("tree/folder%1").arg(i)).c_str(), 04777) == 0);
            QVERIFY(::mkfifo(path(QString("tree/pipe%1").arg(i)).c_str(), 0666) == 0 &&
                    ::chmod(path(QString("tree/pipe%1").arg(i)).c_str(), 06777) == 0);
            QVERIFY(test::write_file(file(QString("tree/file%1").arg(i)), "file") &&
                    ::chmod(path(QString("tree/file%1").arg(i)).c_str(), 06777) == 0);
        }
        const auto filesystem = pack("tree");
        QVERIFY(filesystem);
        std::jthread other([out = path("out"), outside = path("outside/one")](const std::stop_token &stop) {
            while (!stop.stop_requested()) {
                DIR *entries = ::opendir(out.c_str());
                if (!entries) continue;
                while (const dirent *entry = ::readdir(entries)) {
                    const std::string name = out + "/" + entry->d_name;
                    if (entry->d_name[0] == '.' && (entry->d_name[1] == 0 || entry->d_name[1] == '.')) continue;
                    if ((::unlink(name.c_str()) == 0 || ::rename(name.c_str(), (name + "-was").c_str()) == 0))
                        (void)!::symlink(outside.c_str(), name.c_str());
                }
                ::closedir(entries);
            }
        });
        for (int round = 0; round < 10; ++round) {
            (void)extract(filesystem, {.replace = true, .privileged = true});
            QCOMPARE(status_of(file("outside/one")).st_mode & 07777, 0600u);
        }
    }

    void setuid_bits_and_devices_come_on_request_data() {
        QTest::addColumn<bool>("is_privileged");
        QTest::newRow("asked for") << true;
        QTest::newRow("not asked for") << false;
    }
    void setuid_bits_and_devices_come_on_request() {
        if (::geteuid() != 0) QSKIP("needs root to make devices");
        QFETCH(bool, is_privileged);
        QVERIFY(test::write_file(file("tree/su"), "su") && ::chown(path("tree/su").c_str(), 12, 34) == 0 &&
                ::chmod(path("tree/su").c_str(), 06755) == 0);
        QVERIFY(::mknod(path("tree/null").c_str(), S_IFCHR | 0666, ::makedev(1, 3)) == 0 && ::chmod(path("tree/null").c_str(), 0640) == 0);
        QVERIFY(::mkfifo(path("tree/pipe").c_str(), 0600) == 0 && ::chmod(path("tree/pipe").c_str(), 0644) == 0);
        QVERIFY(::symlink("su", path("tree/link").c_str()) == 0 && ::lchown(path("tree/link").c_str(), 56, 78) == 0);
        QVERIFY(QDir(root_.path()).mkpath("tree/tmp") && ::chmod(path("tree/tmp").c_str(), 03777) == 0);
        const auto result = extract(pack("tree"), {.privileged = is_privileged}).value();
        QVERIFY(result.skipped.empty());
        QCOMPARE(result.without_privileges, !is_privileged);
        const struct stat su = status_of(file("out/su")), null = status_of(file("out/null")), link = status_of(file("out/link")),
                          pipe = status_of(file("out/pipe"));
        QCOMPARE(su.st_mode & 07777, is_privileged ? 06755u : 0755u);
        QCOMPARE(su.st_uid, 12u);
        QCOMPARE(su.st_gid, 34u);
        QCOMPARE(link.st_uid, 56u);
        QCOMPARE(pipe.st_mode, mode_t(S_IFIFO | 0644));
        QCOMPARE(status_of(file("out/tmp")).st_mode & 07777, is_privileged ? 03777u : 01777u);
        QCOMPARE(names("out").contains("null"), is_privileged);
        if (!is_privileged) return;
        QCOMPARE(null.st_mode, mode_t(S_IFCHR | 0640));
        QCOMPARE(null.st_rdev, ::makedev(1, 3));
    }

    void times_are_set_on_all_that_is_made() {
        const timespec times[2] = {{1'000'000'000, 0}, {1'000'000'000, 0}};
        QVERIFY(QDir(root_.path()).mkpath("tree/folder") && test::write_file(file("tree/file"), "f") &&
                ::symlink("x", path("tree/link").c_str()) == 0);
        QVERIFY(::mkfifo(path("tree/pipe").c_str(), 0600) == 0);
        const QStringList all{"file", "folder", "link", "pipe"};
        for (const QString &name : all) QVERIFY(::utimensat(AT_FDCWD, path("tree/" + name).c_str(), times, AT_SYMLINK_NOFOLLOW) == 0);
        QVERIFY(extract(pack("tree"))->skipped.empty());
        for (const QString &name : all) QCOMPARE(status_of(file("out/" + name)).st_mtim.tv_sec, time_t(1'000'000'000));
    }

    void a_folder_that_was_there_keeps_its_mode() {
        QVERIFY(QDir(root_.path()).mkpath("tree/folder") && test::write_file(file("tree/folder/file"), "new"));
        QVERIFY(::chmod(path("tree/folder").c_str(), 0777) == 0);
        QVERIFY(QDir(root_.path()).mkpath("out/folder") && ::chmod(path("out/folder").c_str(), 0710) == 0);
        QVERIFY(extract(pack("tree"))->skipped.empty());
        QCOMPARE(status_of(file("out/folder")).st_mode & 07777, 0710u);
        QCOMPARE(test::read_file(file("out/folder/file")), QByteArray("new"));
    }

    void what_was_made_is_not_replaced_by_its_like_data() {
        QTest::addColumn<bool>("is_forced");
        QTest::newRow("without force") << false;
        QTest::newRow("with force") << true;
    }
    void what_was_made_is_not_replaced_by_its_like() {
        QFETCH(bool, is_forced);
        for (const char *name : {"tree/a", "tree/b"})
            QVERIFY(QDir(root_.path()).mkpath(name) && test::write_file(file(QString(name) + "/same"), name));
        const auto filesystem = pack("tree");
        const auto result =
            extract_files(filesystem, {*filesystem->find("/a/same"), *filesystem->find("/b/same")}, path("out"), {.replace = is_forced}, {}, {})
                .value();
        QCOMPARE(result.skipped.size(), std::size_t(1));
        QVERIFY(result.skipped[0].code == ErrorCode::name_clash);
        QCOMPARE(test::read_file(file("out/same")), QByteArray("tree/a"));
    }

    void names_that_the_file_system_takes_for_one_are_told_data() { what_was_made_is_not_replaced_by_its_like_data(); }
    void names_that_the_file_system_takes_for_one_are_told() {
        QFETCH(bool, is_forced);
        const FoldingDisc disc(file("disc"), file("folding"));
        if (!disc.is_mounted()) QSKIP("needs root, a loop device, FUSE, mkfs.exfat and exfat-fuse");
        for (const char *name : {"File", "file", "FILE2", "Folder/inside", "Folder/only", "folder/INSIDE", "folder/more", "mixed", "Mixed/inside"}) {
            QVERIFY(QDir(root_.path()).mkpath(QFileInfo(QString("tree/") + name).path()));
            QVERIFY(test::write_file(file(QString("tree/") + name), name));
        }
        QVERIFY(::link(path("tree/File").c_str(), path("tree/link").c_str()) == 0);
        // Existing files.
        QVERIFY(test::write_file(file("folding/FILE2"), "old") && test::write_file(file("folding/LINK"), "old"));
        const auto result = extract_files(pack("tree"), {Filesystem::root}, path("folding"), {.replace = is_forced}, {}, {}).value();
        std::vector<std::pair<std::string, ErrorCode>> skipped;
        for (const Error &error : result.skipped) skipped.emplace_back(error.subject.substr(path("folding").size() + 1), error.code);
        std::vector<std::pair<std::string, ErrorCode>> expected{{"file", ErrorCode::name_clash},
                                                                {"folder/INSIDE", ErrorCode::name_clash},
                                                                {"link", ErrorCode::name_clash},
                                                                {"mixed", ErrorCode::name_clash}};
        if (!is_forced) expected.insert(expected.begin(), {"FILE2", ErrorCode::already_exists});
        QVERIFY(skipped == expected);
        QCOMPARE(test::read_file(file("folding/File")), QByteArray("File"));
        QCOMPARE(test::read_file(file("folding/FILE2")), QByteArray(is_forced ? "FILE2" : "old"));
        QCOMPARE(test::read_file(file("folding/Folder/inside")), QByteArray("Folder/inside"));
        QCOMPARE(test::read_file(file("folding/Folder/more")), QByteArray("folder/more"));
        QCOMPARE(test::read_file(file("folding/Mixed/inside")), QByteArray("Mixed/inside"));
        QCOMPARE(test::read_file(file("folding/LINK")), QByteArray("old"));
        QCOMPARE(names("folding").filter("cloop"), QStringList());
    }

    void a_deep_tree_needs_no_descriptor_each() {
        QString deep = "tree";
        for (int i = 0; i < 200; ++i) deep += "/d";
        QVERIFY(QDir(root_.path()).mkpath(deep) && test::write_file(file(deep + "/bottom"), "found"));
        const auto filesystem = pack("tree");
        QVERIFY(filesystem);
        rlimit before {};
        QVERIFY(::getrlimit(RLIMIT_NOFILE, &before) == 0);
        const rlimit few{40, before.rlim_max};
        QVERIFY(::setrlimit(RLIMIT_NOFILE, &few) == 0);
        const auto result = extract(filesystem);
        ::setrlimit(RLIMIT_NOFILE, &before);
        QVERIFY(result && result->skipped.empty());
        QCOMPARE(test::read_file(file("out" + deep.mid(4) + "/bottom")), QByteArray("found"));
    }

    void nothing_has_a_name_before_it_is_whole() {
        QVERIFY(test::write_file(file("tree/file"), QByteArray(3'000'000, 'x')));
        bool is_seen = false;
        const auto result = extract(pack("tree"), {}, [&](const Progress &progress) {
            if (progress.done == 3'000'000) return;
            is_seen = true;
            QCOMPARE(names("out"), QStringList());  // no temporary name either, which SIGKILL would leave
        });
        QVERIFY(result && is_seen);
        QCOMPARE(status_of(file("out/file")).st_size, off_t(3'000'000));
    }
};

QTEST_GUILESS_MAIN(ExtractTest)
#include "extract_test.moc"
