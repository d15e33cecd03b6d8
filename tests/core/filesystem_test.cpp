// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/byte_order.h"
#include "file/file_source.h"
#include "file/split_set.h"
#include "filesystem/iso9660_filesystem.h"
#include "filesystem/node_source.h"
#include "job/damage.h"
#include "job/extract_files.h"
#include "source/archive_stream.h"
#include "source/folder_stream.h"
#include "support/faulty_source.h"
#include "support/program.h"

#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <algorithm>
#include <set>

using namespace cloop;
using test::Bytes;

namespace {

std::shared_ptr<const Filesystem> open_bytes(Bytes bytes, std::vector<test::FaultySource::Fault> faults = {}) {
    return Filesystem::open(std::make_shared<test::FaultySource>(std::move(bytes), std::move(faults))).value();
}

QByteArray content_of(const std::shared_ptr<const Filesystem> &filesystem, const char *path) {
    const NodeSource source(filesystem, filesystem->find(path).value());
    QByteArray bytes(qsizetype(source.size()), '\0');
    if (!read_exactly(source, 0, {reinterpret_cast<std::byte *>(bytes.data()), std::size_t(bytes.size())})) return "unreadable";
    return bytes;
}

std::set<std::string> paths_of(const Filesystem &filesystem) {
    std::set<std::string> paths;
    for (NodeId id = 1; id < filesystem.nodes().size(); ++id)
        if (filesystem[id].kind != NodeKind::structure) paths.insert(filesystem.path(id));
    return paths;
}

} // namespace

class FilesystemTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    Bytes iso_;

    QString file(const QString &name) const { return folder_.filePath(name); }

    /// The folder that the tests pack.
    void make_tree() {
        QDir dir(folder_.path());
        QVERIFY(dir.mkpath("tree/usr/lib/deep/deeper/deepest/a/b/c/d"));
        QVERIFY(dir.mkpath("tree/many"));
        for (int i = 0; i < 200; ++i)
            QVERIFY(test::write_file(file(QString("tree/many/file number %1 with a long name.txt").arg(i)), QByteArray::number(i).repeated(40 * i)));
        QVERIFY(test::write_file(file("tree/usr/lib/libc.so"), QByteArray("library ").repeated(10'000)));
        QVERIFY(test::write_file(file("tree/usr/lib/deep/deeper/deepest/a/b/c/d/bottom"), "found"));
        QVERIFY(test::write_file(file(QStringLiteral("tree/grün ñandú 日本.txt")), "unicode"));
        QVERIFY(test::write_file(file("tree/empty"), ""));
        const std::string tree = file("tree").toStdString();
        QVERIFY(::symlink("usr/lib/libc.so", (tree + "/link").c_str()) == 0);
        QVERIFY(::symlink("../../nowhere", (tree + "/usr/dangling").c_str()) == 0);
        QVERIFY(::symlink("loop", (tree + "/loop").c_str()) == 0);
        QVERIFY(::link((tree + "/usr/lib/libc.so").c_str(), (tree + "/usr/hard").c_str()) == 0);
        QVERIFY(::mkfifo((tree + "/pipe").c_str(), 0640) == 0);
        QVERIFY(::chmod((tree + "/usr/lib/libc.so").c_str(), 04751) == 0);
        if (::geteuid() == 0) {
            QVERIFY(::mknod((tree + "/console").c_str(), S_IFCHR | 0620, ::makedev(5, 1)) == 0);
            QVERIFY(::mknod((tree + "/wide").c_str(), S_IFBLK | 0600, ::makedev(259, 70000)) == 0);
            QVERIFY(::lchown((tree + "/usr/hard").c_str(), 1234, 5678) == 0);
            QVERIFY(::chmod((tree + "/usr/lib/libc.so").c_str(), 04751) == 0);
        }
    }

    Bytes pack(const QString &name) const {
        auto stream = open_folder(file(name).toStdString(), {.label = "TEST"}, {}, {}, {});
        return stream ? test::read_stream(**stream) : Bytes();
    }

private slots:
    // Qt can't remove names that are not UTF-8.
    void cleanupTestCase() { test::run("rm", {"-rf", folder_.path()}); }

    void initTestCase() {
        qputenv("SOURCE_DATE_EPOCH", "1700000000");
        make_tree();
        iso_ = pack("tree");
        QVERIFY(iso_.size() > 100'000);
    }

    void a_folder_comes_back_as_it_was() {
        const auto filesystem = open_bytes(iso_);
        QCOMPARE(filesystem->label(), std::string("TEST"));
        const auto &iso = dynamic_cast<const Iso9660Filesystem &>(*filesystem);
        QVERIFY(iso.has_rock_ridge() && iso.has_joliet());
        QVERIFY(QDir(folder_.path()).mkdir("out"));
        const auto result = extract_files(filesystem, {Filesystem::root}, file("out").toStdString(), {.privileged = true}, {}, {}).value();
        QVERIFY(result.damaged.empty() && result.skipped.empty());
        QCOMPARE(test::run("diff", {"-r", "--no-dereference", "-x", "pipe", "-x", "console", "-x", "wide", file("tree"), file("out")}).out,
                 QByteArray());
        const QStringList what{".", "-mindepth", "1", "-printf", "%p %y %m %U %G %n %s %l\\n"};
        auto before = test::run("find", what, {}, file("tree")).out.split('\n');
        auto after = test::run("find", what, {}, file("out")).out.split('\n');
        // Ignore sizes of folders, which depend on the file system.
        for (auto *lines : {&before, &after}) {
            for (auto &line : *lines)
                if (line.contains(" d ")) line = line.left(line.lastIndexOf(' ', line.size() - 2));
            std::ranges::sort(*lines);
        }
        QCOMPARE(after, before);
    }

    void xorriso_reads_what_is_made() {
        QVERIFY(test::write_file(file("made.iso"), QByteArray(reinterpret_cast<const char *>(iso_.data()), qsizetype(iso_.size()))));
        const auto outcome = test::run("xorriso", {"-osirrox", "on", "-indev", file("made.iso"), "-extract", "/", file("xorriso")});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(test::run("diff", {"-r", "--no-dereference", file("tree/usr"), file("xorriso/usr")}).out, QByteArray());
    }

    void an_iso_by_xorriso_is_read_data() {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("path");
        QTest::newRow("Rock Ridge") << QStringList{"-R"} << "/usr/lib/libc.so";
        QTest::newRow("Joliet alone") << QStringList{"--norock", "-J"} << "/usr/lib/libc.so";
        QTest::newRow("bare names") << QStringList{"--norock", "-iso-level", "1"} << "/USR/LIB/LIBC.SO";
        QTest::newRow("moved directories") << QStringList{"-R", "-disallow_dir_id_ext"} << "/usr/lib/deep/deeper/deepest/a/b/c/d/bottom";
    }
    void an_iso_by_xorriso_is_read() {
        QFETCH(QStringList, options);
        QFETCH(QString, path);
        QFile::remove(file("peer.iso"));
        QCOMPARE(test::run("xorriso", QStringList{"-as", "mkisofs", "-quiet", "-o", file("peer.iso")} + options + QStringList{file("tree")}).status,
                 0);
        const auto filesystem = Filesystem::open(FileSource::open(file("peer.iso").toStdString()).value()).value();
        QVERIFY(filesystem->find(path.toStdString()));
        QVERIFY(!(*filesystem)[*filesystem->find(path.toStdString())].is_incomplete);
        QCOMPARE(content_of(filesystem, path.toUtf8()), test::read_file(file(path.endsWith("bottom") ? "tree" + path : "tree/usr/lib/libc.so")));
    }

    void links_are_followed_inside_and_never_for_ever() {
        const auto filesystem = open_bytes(iso_);
        QCOMPARE(filesystem->find("link"), filesystem->find("/usr/lib/libc.so"));
        QVERIFY(!filesystem->find("/loop"));
        QVERIFY(!filesystem->find("/usr/dangling"));
        QCOMPARE(filesystem->find("/../../usr/./lib/"), filesystem->find("usr/lib"));
    }

    void a_file_knows_its_blocks_and_a_block_its_files() {
        const auto filesystem = open_bytes(iso_);
        const NodeId id = *filesystem->find("/usr/lib/libc.so");
        const Extent extent = (*filesystem)[id].extents[0];
        const auto blocks = blocks_of((*filesystem)[id], 4096);
        QCOMPARE(blocks.front(), extent.offset / 4096);
        QCOMPARE(blocks.back(), (extent.offset + extent.size - 1) / 4096);
        const ExtentMap map(*filesystem);
        const auto nodes = map.nodes_in(extent.offset + 5000, 1);
        // All hard links are affected.
        QCOMPARE(nodes.size(), std::size_t(2));
        QVERIFY(std::ranges::find(nodes, id) != nodes.end());
        QVERIFY(std::ranges::find(nodes, *filesystem->find("/usr/hard")) != nodes.end());
        const auto descriptors = map.nodes_in(16 * 2048, 1);
        QCOMPARE(filesystem->path(descriptors.at(0)), std::string("[volume descriptors]"));
    }

    void a_damaged_directory_is_named_and_its_contents_are_found_elsewhere() {
        const auto sound = open_bytes(iso_);
        const NodeId many = *sound->find("/many");
        const Extent extent = (*sound)[many].extents[0];
        const auto damaged = open_bytes(iso_, {{extent.offset, extent.offset + extent.size}});
        const auto id = damaged->find("/many");
        QVERIFY(id);
        QVERIFY((*damaged)[*id].is_incomplete);
        // Joliet still has every file and its place.
        QCOMPARE((*damaged)[*id].children.size(), (*sound)[many].children.size());
        QVERIFY((*damaged)[(*damaged)[*id].children[0]].found_by == FoundBy::joliet);
        QCOMPARE(content_of(damaged, "/many/file number 7 with a long name.txt"), content_of(sound, "/many/file number 7 with a long name.txt"));
    }

    void every_directory_is_found_with_the_root_unreadable() {
        const auto sound = open_bytes(iso_);
        const Extent root = (*sound)[Filesystem::root].extents[0];
        const auto damaged = open_bytes(iso_, {{root.offset, root.offset + root.size}});
        QVERIFY((*damaged)[Filesystem::root].is_incomplete);
        QCOMPARE(content_of(damaged, "/usr/lib/deep/deeper/deepest/a/b/c/d/bottom"), QByteArray("found"));
        // With owners, because the path table leads to the primary directories.
        QCOMPARE((*damaged)[*damaged->find("/usr/lib/libc.so")].mode, 04751u);
    }

    void without_joliet_the_path_table_leads_on() {
        QCOMPARE(test::run("xorriso", {"-as", "mkisofs", "-quiet", "-R", "-o", file("plain.iso"), file("tree")}).status, 0);
        const QByteArray bytes = test::read_file(file("plain.iso"));
        const Bytes iso(reinterpret_cast<const std::byte *>(bytes.data()), reinterpret_cast<const std::byte *>(bytes.data()) + bytes.size());
        const auto sound = open_bytes(iso);
        const Extent extent = (*sound)[*sound->find("/usr")].extents[0];
        const auto damaged = open_bytes(iso, {{extent.offset, extent.offset + extent.size}});
        QVERIFY((*damaged)[*damaged->find("/usr")].is_incomplete);
        const auto lib = damaged->find("/usr/LIB");
        QVERIFY(lib);
        QVERIFY((*damaged)[*lib].found_by == FoundBy::path_table);
        QVERIFY(damaged->find("/usr/LIB/libc.so"));
    }

    void any_lost_sector_leaves_the_rest_data() {
        QTest::addColumn<bool>("is_zeros");
        QTest::newRow("unreadable") << false;
        QTest::newRow("zeros, as a copy past damage has them") << true;
    }
    void any_lost_sector_leaves_the_rest() {
        QFETCH(bool, is_zeros);
        const auto sound = open_bytes(iso_);
        const auto all = paths_of(*sound);
        const std::uint64_t end = (*sound)[*sound->find("/usr/lib/libc.so")].extents[0].offset;
        for (std::uint64_t at = 0; at < std::min<std::uint64_t>(end, 400 * 2048); at += 2048) {
            Bytes zeroed = iso_;
            std::fill_n(zeroed.begin() + std::ptrdiff_t(at), 2048, std::byte{0});
            const auto damaged =
                is_zeros ? Filesystem::open(std::make_shared<test::MemorySource>(std::move(zeroed)))
                         : Filesystem::open(std::make_shared<test::FaultySource>(iso_, std::vector<test::FaultySource::Fault>{{at, at + 2048}}));
            QVERIFY2(damaged, qPrintable(QString("sector %1").arg(at / 2048)));
            const auto is_said =
                std::ranges::any_of((*damaged)->nodes(), [](const Node &node) { return node.kind == NodeKind::directory && node.is_incomplete; });
            const auto left = paths_of(**damaged);
            // Only links, pipes and devices may be lost with a directory, because Joliet has none.
            for (const auto &path : all) {
                const auto kind = (*sound)[*sound->find(path.substr(0, path.rfind('/')) + "/")].kind;
                QVERIFY(kind == NodeKind::directory);
                if (left.contains(path)) continue;
                QVERIFY2(is_said, qPrintable(QString("sector %1 costs %2 without a word").arg(at / 2048).arg(QString::fromStdString(path))));
                const auto &siblings = (*sound)[*sound->find(path.substr(0, path.rfind('/')) + "/")].children;
                const auto id = std::ranges::find(siblings, path.substr(path.rfind('/') + 1), [&](NodeId child) { return (*sound)[child].name; });
                QVERIFY2((*sound)[*id].kind != NodeKind::file && (*sound)[*id].kind != NodeKind::directory,
                         qPrintable(QString("sector %1 costs %2").arg(at / 2048).arg(QString::fromStdString(path))));
            }
        }
    }

    void a_directory_that_contains_itself_ends() {
        const auto sound = open_bytes(iso_);
        const Extent many = (*sound)[*sound->find("/usr")].extents[0];
        // The record of "lib" inside /usr: its extent becomes that of /usr.
        Bytes looped = iso_;
        const auto *name = "LIB";
        const auto at = std::search(looped.begin() + std::ptrdiff_t(many.offset), looped.begin() + std::ptrdiff_t(many.offset + many.size),
                                    reinterpret_cast<const std::byte *>(name), reinterpret_cast<const std::byte *>(name) + 3);
        QVERIFY(at != looped.begin() + std::ptrdiff_t(many.offset + many.size));
        store_le<std::uint32_t>(&*at - 33 + 2, std::uint32_t(many.offset / 2048));
        const auto filesystem = open_bytes(looped);
        QVERIFY(filesystem->find("/usr/lib"));
        QVERIFY((*filesystem)[*filesystem->find("/usr/lib")].is_incomplete);
    }

    void hostile_names_stay_inside_the_target() {
        // The same length, so that every record keeps its place, in Rock Ridge and Joliet.
        QVERIFY(QDir(folder_.path()).mkpath("evil"));
        QVERIFY(test::write_file(file("evil/ab"), "1"));
        QVERIFY(test::write_file(file("evil/abcde"), "2"));
        Bytes iso = pack("evil");
        const auto replace = [&](QByteArray from, QByteArray to) {
            const auto *f = reinterpret_cast<const std::byte *>(from.data());
            for (auto at = iso.begin(); (at = std::search(at, iso.end(), f, f + from.size())) != iso.end(); ++at)
                std::copy_n(reinterpret_cast<const std::byte *>(to.data()), to.size(), at);
        };
        replace(QByteArray("NM\x07\x01\0ab", 7), QByteArray("NM\x07\x01\0..", 7));
        replace(QByteArray("NM\x0a\x01\0abcde", 10), QByteArray("NM\x0a\x01\0../cd", 10));
        const auto filesystem = open_bytes(iso);
        QVERIFY(QDir(folder_.path()).mkpath("jail/target"));
        const auto result = extract_files(filesystem, {Filesystem::root}, file("jail/target").toStdString(), {}, {}, {}).value();
        QCOMPARE(result.skipped.size(), std::size_t(2));
        for (const Error &error : result.skipped) QVERIFY(error.code == ErrorCode::unsafe_name);
        QCOMPARE(QDir(file("jail")).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden), QStringList("target"));
        QVERIFY(QDir(file("jail/target")).isEmpty());
    }

    void a_link_made_on_the_way_is_not_followed_out() {
        QVERIFY(QDir(folder_.path()).mkpath("trap/in"));
        QVERIFY(QDir(folder_.path()).mkpath("outside"));
        QVERIFY(::symlink(file("outside").toStdString().c_str(), file("trap/in/usr").toStdString().c_str()) == 0);
        const auto filesystem = open_bytes(iso_);
        const auto result = extract_files(filesystem, {*filesystem->find("/usr")}, file("trap/in").toStdString(), {.replace = true}, {}, {}).value();
        QCOMPARE(result.skipped.size(), std::size_t(1));
        QVERIFY(QDir(file("outside")).isEmpty());
    }

    void an_archive_comes_back_as_it_was_data() {
        QTest::addColumn<QString>("name");
        for (const char *name : {"a.tar", "a.tar.gz", "a.tar.xz", "a.zip", "a.7z"}) QTest::newRow(name) << name;
    }
    void an_archive_comes_back_as_it_was() {
        QFETCH(QString, name);
        QVERIFY(QDir(folder_.path()).mkpath("packed"));
        const QString archive = file(name);
        if (name.contains(".tar")) QCOMPARE(test::run("tar", {"-caf", archive, "-C", file("tree"), "."}).status, 0);
        if (name.endsWith("zip")) QCOMPARE(test::run("zip", {"-q", "-r", "-y", archive, "usr", "many", "empty"}, {}, file("tree")).status, 0);
        // Debian 13 has only the older name.
        const QString packer = QStandardPaths::findExecutable("7zz").isEmpty() ? "7z" : "7zz";
        if (name.endsWith("7z")) QCOMPARE(test::run(packer, {"a", "-bd", "-snl", archive, "usr", "many", "empty"}, {}, file("tree")).status, 0);
        auto stream = open_archive(open_whole(archive.toStdString()).value(), {.label = "A"}, {}, {});
        QVERIFY(stream);
        const auto filesystem = open_bytes(test::read_stream(**stream));
        const QString out = file("from " + name);
        QVERIFY(QDir().mkdir(out));
        const auto result = extract_files(filesystem, {Filesystem::root}, out.toStdString(), {.privileged = true}, {}, {}).value();
        QVERIFY(result.damaged.empty() && result.skipped.empty());
        QCOMPARE(test::run("diff", {"-r", "--no-dereference", file("tree/usr"), out + "/usr"}).out, QByteArray());
        QCOMPARE(test::run("diff", {"-r", file("tree/many"), out + "/many"}).out, QByteArray());
        if (!name.contains(".tar")) return;
        struct stat first {}, second {};
        QVERIFY(::stat((out + "/usr/hard").toStdString().c_str(), &first) == 0 &&
                ::stat((out + "/usr/lib/libc.so").toStdString().c_str(), &second) == 0);
        QCOMPARE(first.st_ino, second.st_ino);
        if (::geteuid() != 0) return;
        QCOMPARE(first.st_uid, 1234u);
        QVERIFY(::stat((out + "/console").toStdString().c_str(), &first) == 0);
        QVERIFY(S_ISCHR(first.st_mode) && major(first.st_rdev) == 5 && minor(first.st_rdev) == 1);
    }

    void an_archive_that_leads_out_stays_inside() {
        QCOMPARE(test::run("tar", {"-cPf", file("evil.tar"), "--transform", "s,empty,../../../etc/evil,", "--transform", "s,link,/etc/cron,", "-C",
                                   file("tree"), "empty", "link"})
                     .status,
                 0);
        auto stream = open_archive(open_whole(file("evil.tar").toStdString()).value(), {.label = "A"}, {}, {});
        QVERIFY(stream);
        const auto filesystem = open_bytes(test::read_stream(**stream));
        QVERIFY(filesystem->find("/etc/evil"));
        QCOMPARE(paths_of(*filesystem), (std::set<std::string>{"/etc", "/etc/cron", "/etc/evil"}));
    }

    void an_archive_of_odd_things_comes_back_data() {
        QTest::addColumn<QString>("format");
        for (const char *format : {"ustar", "gnu", "pax"}) QTest::newRow(format) << format;
    }
    void an_archive_of_odd_things_comes_back() {
        QFETCH(QString, format);
        const QString odd = file("odd " + format), archive = file("odd." + format + ".tar");
        QVERIFY(QDir().mkpath(odd));
        const std::string base = odd.toStdString();
        for (const std::string &name : {std::string("/caf\xE9"), std::string("/ni\xC3\xB1o"), std::string("/later")}) {
            const int fd = ::open((base + name).c_str(), O_WRONLY | O_CREAT, 0644);
            QVERIFY(fd >= 0 && ::write(fd, name.data(), name.size()) == ssize_t(name.size()));
            ::close(fd);
        }
        QVERIFY(::symlink("later", (base + "/a link").c_str()) == 0);
        QVERIFY(::link((base + "/a link").c_str(), (base + "/same link").c_str()) == 0);
        QCOMPARE(test::run("tar", {"-cf", archive, "--format", format, "-C", odd, "."}).status, 0);
        // A file that a later entry replaces by a folder.
        QVERIFY(QFile::remove(odd + "/later") && QDir().mkpath(odd + "/later/inside"));
        QCOMPARE(test::run("tar", {"-rf", archive, "--format", format, "-C", odd, "./later"}).status, 0);

        auto stream = open_archive(open_whole(archive.toStdString()).value(), {.label = "A"}, {}, {});
        QVERIFY(stream);
        QCOMPARE(paths_of(*open_bytes(test::read_stream(**stream))),
                 (std::set<std::string>{"/a link", "/caf\xE9", "/later", "/later/inside", "/ni\xC3\xB1o", "/same link"}));
    }

    void a_stop_reaches_the_listing_of_an_archive() {
        std::stop_source stop;
        stop.request_stop();
        const auto stream = open_archive(open_whole(file("a.tar.gz").toStdString()).value(), {.label = "A"}, stop.get_token(), {});
        QVERIFY(!stream);
        QVERIFY(stream.error().code == ErrorCode::cancelled);
    }

    void a_cut_archive_is_an_error() {
        QVERIFY(test::write_file(file("cut.tar.gz"), test::read_file(file("a.tar.gz")).left(3000)));
        auto stream = open_archive(open_whole(file("cut.tar.gz").toStdString()).value(), {.label = "A"}, {}, {});
        QVERIFY(!stream);
        QVERIFY(stream.error().code == ErrorCode::archive_cut_short);
    }

    void a_file_that_changes_under_way_stops_the_build_or_becomes_zeros() {
        QVERIFY(QDir(folder_.path()).mkpath("moving"));
        for (const bool keep_going : {false, true}) {
            // Too large for libisofs's thread to have read it before the change.
            QVERIFY(test::write_file(file("moving/f"), QByteArray(8'000'000, 'x')));
            std::vector<std::string> named;
            auto stream = open_folder(
                file("moving").toStdString(),
                {.label = "M", .keep_going = keep_going, .on_trouble = [&](const Error &error) { named.push_back(error.subject); }}, {}, {}, {});
            QVERIFY(stream);
            QVERIFY(test::write_file(file("moving/f"), "short"));
            const Bytes bytes = test::read_stream(**stream);
            QCOMPARE(!bytes.empty(), keep_going);
            QCOMPARE(named, std::vector<std::string>{file("moving/f").toStdString()});
        }
    }

    void a_name_that_leads_out_goes_into_no_tar() {
        Bytes iso = iso_;
        // Rock Ridge's name entry of "empty" in the root.
        const std::string_view text(reinterpret_cast<const char *>(iso.data()), iso.size());
        const auto at = text.find(std::string_view("NM\x0a\x01\x00" "empty", 10));
        QVERIFY(at != text.npos);
        std::memcpy(iso.data() + at + 5, "../.x", 5);
        const auto filesystem = open_bytes(iso);
        std::string tar;
        class Sink final : public ByteSink {
        public:
            explicit Sink(std::string &out) : out_(out) {}
            Status write(std::span<const std::byte> bytes) override {
                out_.append(reinterpret_cast<const char *>(bytes.data()), bytes.size());
                return {};
            }
            Status write_zeros(std::uint64_t) override { return {}; }
            Status commit() override { return {}; }

        private:
            std::string &out_;
        } sink(tar);
        const auto result = write_tar(filesystem, {Filesystem::root}, sink, {}, {}).value();
        QCOMPARE(result.skipped.size(), std::size_t(1));
        QVERIFY(result.skipped[0].code == ErrorCode::unsafe_name);
        QVERIFY(tar.find("../.x") == tar.npos);
    }

    void an_iso_that_is_cut_gives_what_is_there() {
        const auto whole = open_bytes(iso_);
        const auto id = *whole->find("/usr/lib/libc.so");
        const Extent extent = (*whole)[id].extents[0];
        const auto cut = open_bytes(Bytes(iso_.begin(), iso_.begin() + std::ptrdiff_t(extent.offset + 5000)));
        QVERIFY(QDir(folder_.path()).mkdir("cut"));
        const auto result = extract_files(cut, {*cut->find("/usr/lib/libc.so")}, file("cut").toStdString(), {}, {}, {}).value();
        QCOMPARE(result.damaged.size(), std::size_t(1));
        QVERIFY(result.damaged[0].code == ErrorCode::file_cut_short);
        QVERIFY(test::read_file(file("cut/libc.so")) == QByteArray("library ").repeated(10'000).left(5000) + QByteArray(75'000, '\0'));
    }

    void what_is_no_iso_has_no_files() {
        const auto filesystem = Filesystem::open(std::make_shared<test::MemorySource>(test::make_content(100'000)));
        QVERIFY(!filesystem);
        QVERIFY(filesystem.error().code == ErrorCode::no_filesystem);
    }
};

QTEST_GUILESS_MAIN(FilesystemTest)
#include "filesystem_test.moc"
