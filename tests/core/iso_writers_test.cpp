// SPDX-License-Identifier: GPL-3.0-or-later
// ISO 9660 by other writers: compares discs of genisoimage, xorriso, makefs and our own with the source folder.

#include "base/byte_order.h"
#include "base/tolerant_read.h"
#include "file/file_source.h"
#include "filesystem/iso9660_filesystem.h"
#include "job/extract_files.h"
#include "source/folder_stream.h"
#include "support/faulty_source.h"
#include "support/program.h"

#include <QCryptographicHash>
#include <QDir>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <map>

using namespace cloop;
using test::Bytes;

namespace {

Bytes bytes_of(const QByteArray &array) {
    const auto *begin = reinterpret_cast<const std::byte *>(array.data());
    return {begin, begin + array.size()};
}

/// "unreadable" if any byte is lost.
QByteArray content_of(const std::shared_ptr<const Filesystem> &filesystem, NodeId id) {
    const auto source = filesystem->open_file(id);
    QByteArray bytes(qsizetype(source->size()), '\0');
    if (!read_exactly(*source, 0, {reinterpret_cast<std::byte *>(bytes.data()), std::size_t(bytes.size())})) return "unreadable";
    return bytes;
}

QString digest(const QByteArray &bytes) {
    return QString::number(bytes.size()) + " bytes " + QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex().left(8);
}

/// One line per name, for comparison. Hard links name the first one.
class Manifest {
public:
    void add(const std::string &path, mode_t mode, std::pair<std::uint64_t, std::uint64_t> identity, bool is_linked, QString what) {
        if (is_linked) what += " = " + QString::fromStdString(first_.try_emplace(identity, path).first->second);
        lines_ << QStringLiteral("%1 %2 %3").arg(QString::fromStdString(path)).arg(mode, 0, 8).arg(what);
    }
    QStringList lines() const { return lines_; }

private:
    std::map<std::pair<std::uint64_t, std::uint64_t>, std::string> first_;
    QStringList lines_;
};

QStringList manifest_of(const std::shared_ptr<const Filesystem> &filesystem) {
    std::map<std::string, NodeId> nodes;
    for (NodeId id = 1; id < filesystem->nodes().size(); ++id)
        if ((*filesystem)[id].kind != NodeKind::structure) nodes.emplace(filesystem->path(id), id);
    Manifest manifest;
    for (const auto &[path, id] : nodes) {
        const Node &node = (*filesystem)[id];
        QString what;
        switch (node.kind) {
        case NodeKind::file: what = digest(content_of(filesystem, id)); break;
        case NodeKind::directory: what = "folder"; break;
        case NodeKind::symlink: what = "-> " + QString::fromStdString(std::string(node.link_target)); break;
        case NodeKind::fifo: what = "pipe"; break;
        case NodeKind::socket: what = "socket"; break;
        default: what = QStringLiteral("device %1,%2").arg(node.device_major).arg(node.device_minor);
        }
        if (node.is_incomplete) what += " incomplete";
        const std::uint64_t place = node.extents.empty() ? 0 : node.extents[0].offset;
        manifest.add(path, node.mode, {node.inode, place}, node.kind == NodeKind::file && node.links > 1 && node.inode != 0, what);
    }
    return manifest.lines();
}

QStringList manifest_of(const QString &folder) {
    std::map<std::string, struct stat> nodes;
    const std::string top = folder.toStdString();
    for (const auto &entry : std::filesystem::recursive_directory_iterator(top)) {
        struct stat status {};
        if (::lstat(entry.path().c_str(), &status) == 0) nodes.emplace(entry.path().string().substr(top.size()), status);
    }
    Manifest manifest;
    for (const auto &[path, status] : nodes) {
        QString what;
        if (S_ISREG(status.st_mode)) what = digest(test::read_file(QString::fromStdString(top + path)));
        else if (S_ISDIR(status.st_mode)) what = "folder";
        else if (S_ISLNK(status.st_mode)) what = "-> " + QString::fromStdString(std::filesystem::read_symlink(top + path).string());
        else if (S_ISFIFO(status.st_mode)) what = "pipe";
        else what = QStringLiteral("device %1,%2").arg(::major(status.st_rdev)).arg(::minor(status.st_rdev));
        manifest.add(path, status.st_mode & 07777, {status.st_ino, 0}, S_ISREG(status.st_mode) && status.st_nlink > 1 && status.st_size > 0, what);
    }
    return manifest.lines();
}

} // namespace

class IsoWritersTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    QString file(const QString &name) const { return folder_.filePath(name); }
    std::string path(const QString &name) const { return file(name).toStdString(); }

    std::shared_ptr<const Filesystem> open_made(const QString &name) const { return Filesystem::open(FileSource::open(path(name)).value()).value(); }

    /// The bytes of a disc by another writer.
    static QByteArray vector(const QString &name) { return test::run("gzip", {"-dc", VECTORS "/iso/" + name + ".iso.gz"}).out; }
    static std::shared_ptr<const Filesystem> open(const QByteArray &iso) {
        return Filesystem::open(std::make_shared<test::MemorySource>(bytes_of(iso))).value();
    }

    void link(const QByteArray &target, const QString &name) const { QVERIFY(::symlink(target.data(), path("tree/links/" + name).c_str()) == 0); }

private slots:
    void initTestCase() {
        qputenv("SOURCE_DATE_EPOCH", "1700000000");
        QVERIFY(QDir(folder_.path()).mkpath("tree/links") && QDir(folder_.path()).mkpath("tree/empty folder"));
        const QStringList targets{"a//b",  "/",     "..",  ".",   "//etc",  "/usr//lib", "../..", "./a",
                                  "a/./b", "a///b", "/..", "...", "a/../b", "a b",       "x;1"};
        for (qsizetype i = 0; i < targets.size(); ++i) link(targets[i].toUtf8(), QStringLiteral("link%1").arg(i));
        link(QByteArray("é/").repeated(40) + "ñ", "letters");
        link(QByteArray("0123456789/").repeated(25) + "end", "many parts");
        // genisoimage writes targets wrongly that don't fit into two entries, and hangs on a target of a thousand bytes with many components.
        QVERIFY(QDir(folder_.path()).mkpath("tree/long links"));
        link(QByteArray("0123456789/").repeated(90) + "end", "../long links/thousand");
        link(QByteArray(200, 'c') + "/" + QByteArray(240, 'd'), "../long links/long parts");
        link(QByteArray(248, 'e') + "/" + QByteArray(248, 'f') + "/" + QByteArray(248, 'g') + "/" + QByteArray(248, 'h'), "../long links/longest");

        QRandomGenerator random(5);
        QByteArray noise;
        while (noise.size() < 200'000) noise += QByteArray::number(random.generate());
        QVERIFY(test::write_file(file("tree/noise"), noise));
        QVERIFY(test::write_file(file("tree/words"), QByteArray("and so on ").repeated(30'000)));
        QVERIFY(test::write_file(file("tree/holes"), QByteArray(70'000, '.') + QByteArray(300'000, '\0') + "end"));
        QVERIFY(test::write_file(file("tree/empty"), ""));
        QVERIFY(test::write_file(file("tree/one block"), QByteArray(2048, 'b')));
        QVERIFY(test::write_file(file("tree/a" + QString(180, 'n')), "a"));
        QVERIFY(test::write_file(file("tree/b" + QString(180, 'n')), "b"));
        QVERIFY(test::write_file(file("tree/Case"), "upper"));
        QVERIFY(test::write_file(file("tree/case"), "lower"));
        QVERIFY(test::write_file(file("tree/two.dots.here"), "dots"));
        // Names that Joliet changes.
        QVERIFY(test::write_file(file("tree/WHAT?"), "joliet") && QDir(folder_.path()).mkpath("tree/X*Y"));
        QVERIFY(test::write_file(file(QStringLiteral("tree/grün ñandú 日本")), "letters"));
        QString deep = "tree";
        for (int i = 1; i <= 14; ++i) deep += QStringLiteral("/level%1").arg(i);
        QVERIFY(QDir(folder_.path()).mkpath(deep));
        QVERIFY(test::write_file(file(deep + "/bottom"), "found"));
        QVERIFY(::link(path("tree/words").c_str(), path("tree/links/hard").c_str()) == 0);
        QVERIFY(::link(path("tree/words").c_str(), path(deep + "/hard").c_str()) == 0);
        QVERIFY(::mkfifo(path("tree/pipe").c_str(), 0640) == 0);
        QVERIFY(::chmod(path("tree/noise").c_str(), 04751) == 0);
        QVERIFY(::chmod(path("tree/empty folder").c_str(), 01777) == 0);
        if (::geteuid() == 0) {
            QVERIFY(::mknod(path("tree/console").c_str(), S_IFCHR | 0620, ::makedev(5, 1)) == 0);
            QVERIFY(::mknod(path("tree/disc").c_str(), S_IFBLK | 0660, ::makedev(11, 0)) == 0);
        }
        // makefs hangs on a link to "...", and writes links wrongly that don't fit into one record.
        QCOMPARE(test::run("cp", {"-a", file("tree"), file("without dots")}).status, 0);
        QVERIFY(QFile::remove(file("without dots/links/link11")) && QDir(file("without dots/long links")).removeRecursively());
    }

    void a_disc_holds_the_tree_that_it_was_made_of_data() {
        QTest::addColumn<QStringList>("command");  // with OUT
        QTest::newRow("genisoimage") << QStringList{"genisoimage", "-quiet", "-m", "long links", "-R", "-o", "OUT", "."};
        QTest::newRow("genisoimage, Joliet too") << QStringList{"genisoimage", "-quiet",       "-m", "long links", "-R",
                                                                "-J",          "-joliet-long", "-o", "OUT",        "."};
        QTest::newRow("genisoimage, nothing moved") << QStringList{"genisoimage", "-quiet", "-m", "long links", "-R", "-D", "-o", "OUT", "."};
        QTest::newRow("xorriso") << QStringList{"xorriso", "-as", "mkisofs", "-quiet", "-R", "-o", "OUT", "."};
        QTest::newRow("xorriso, as little as can be")
            << QStringList{"xorriso", "-as", "mkisofs", "-quiet", "-R", "-iso-level", "1", "-o", "OUT", "."};
        QTest::newRow("xorriso, hard links") << QStringList{"xorriso", "-as", "mkisofs", "-quiet", "-R", "-J", "--hardlinks", "-o", "OUT", "."};
        QTest::newRow("xorriso, zisofs") << QStringList{"xorriso", "-outdev", "OUT",    "-zisofs",       "level=9:block_size=32k:version_2=off",
                                                        "-map",    ".",       "/",      "-set_filter_r", "--zisofs",
                                                        "/",       "--",      "-commit"};
        QTest::newRow("xorriso, zisofs 2") << QStringList{"xorriso", "-outdev", "OUT",    "-zisofs",       "version_2=on:block_size_v2=128k",
                                                          "-map",    ".",       "/",      "-set_filter_r", "--zisofs",
                                                          "/",       "--",      "-commit"};
        QTest::newRow("makefs") << QStringList{"makefs", "-t", "cd9660", "-o", "rockridge", "OUT", "."};
        QTest::newRow("makefs, nothing moved") << QStringList{"makefs", "-t", "cd9660", "-o", "rockridge,allow-deep-trees", "OUT", "."};
        QTest::newRow("this program") << QStringList{};
    }
    void a_disc_holds_the_tree_that_it_was_made_of() {
        QFETCH(QStringList, command);
        const bool is_makefs = command.contains("makefs");
        if (is_makefs && QStandardPaths::findExecutable("makefs").isEmpty()) QSKIP("not every release has makefs");
        const QString folder = file(is_makefs ? "without dots" : "tree");
        QFile::remove(file("made.iso"));
        if (command.isEmpty()) {
            auto stream = open_folder(path("tree"), {.label = "TEST"}, {}, {}, {}).value();
            Bytes iso(stream->size().value());
            for (std::size_t done = 0; done < iso.size();) done += stream->read(std::span(iso).subspan(done)).value();
            QVERIFY(test::write_file(file("made.iso"), {reinterpret_cast<const char *>(iso.data()), qsizetype(iso.size())}));
        } else {
            command.replaceInStrings("OUT", file("made.iso"));
            const auto outcome = test::run(command[0], command.mid(1), {}, folder);
            QVERIFY2(outcome.status == 0, outcome.err);
        }
        const auto filesystem = open_made("made.iso");
        QStringList expected = manifest_of(folder), found = manifest_of(filesystem);
        // makefs merges repeated slashes.
        if (is_makefs) expected.replaceInStrings(QRegularExpression("/{2,}"), "/");
        if (command.contains("long links")) expected.removeIf([](const QString &line) { return line.startsWith("/long links"); });
        expected.sort();
        found.sort();
        for (const auto &line : expected)
            if (!found.contains(line)) qWarning("missing: %s", qPrintable(line));
        for (const auto &line : found)
            if (!expected.contains(line)) qWarning("not there: %s", qPrintable(line));
        QCOMPARE(found, expected);
    }

    void a_disc_is_read_as_linux_reads_it_data() {
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("symlink_double_slash_genisoimage")
            << QStringList{"/a 755 folder",        "/a/file 644 3 bytes 764efa88", "/a/l8 777 -> ../t//a", "/l1 777 -> a//file",
                           "/l2 777 -> ./a//file", "/l3 777 -> /usr//lib",         "/l4 777 -> a",         "/l5 777 -> //etc",
                           "/l6 777 -> a/./file",  "/l7 777 -> a/../a/file"};
        QTest::newRow("xa_rockridge") << QStringList{"/link 777 -> lower.txt", "/lower.txt 644 3 bytes 764efa88"};
        QTest::newRow("hardlink_genisoimage") << QStringList{"/a 644 10000 bytes c25b45f6 = /a", "/b 644 10000 bytes c25b45f6 = /a"};
        QTest::newRow("zisofs_genisoimage") << QStringList{"/a 644 6 bytes b1946ac9", "/b 644 13893 bytes ee976274"};
        QTest::newRow("apple_associated") << QStringList{"/._photo 644 202 bytes 16ec9d44", "/photo 644 5 bytes 6137cde4"};
        QTest::newRow("makefs_deep") << QStringList{"/1 755 folder",
                                                    "/1/2 755 folder",
                                                    "/1/2/3 755 folder",
                                                    "/1/2/3/4 755 folder",
                                                    "/1/2/3/4/5 755 folder",
                                                    "/1/2/3/4/5/6 755 folder",
                                                    "/1/2/3/4/5/6/7 755 folder",
                                                    "/1/2/3/4/5/6/7/8 755 folder",
                                                    "/1/2/3/4/5/6/7/8/9 755 folder",
                                                    "/1/2/3/4/5/6/7/8/9/f 644 5 bytes 1b385aff"};
    }
    void a_disc_is_read_as_linux_reads_it() {
        QFETCH(QStringList, expected);
        const auto filesystem = open(vector(QTest::currentDataTag()));
        QCOMPARE(manifest_of(filesystem), expected);
        // Extraction gives the same.
        QDir(file("out")).removeRecursively();
        QVERIFY(QDir(folder_.path()).mkdir("out"));
        const auto result = extract_files(filesystem, {Filesystem::root}, path("out"), {}, {}, {}).value();
        QVERIFY(result.damaged.empty() && result.skipped.empty());
        QCOMPARE(manifest_of(file("out")), expected);
    }

    void the_root_is_found_whatever_its_record_announces() {
        QByteArray iso = vector("hardlink_genisoimage");
        const QStringList expected = manifest_of(open(iso));
        iso[16 * 2048 + 156] = 68;
        QCOMPARE(manifest_of(open(iso)), expected);
    }

    void the_last_session_of_a_disc_counts_data() {
        QTest::addColumn<int>("gap");
        QTest::newRow("right behind") << 0;
        QTest::newRow("padded") << 150;
        QTest::newRow("a CD's second session") << 11'400;
        QTest::newRow("a CD's third session, padded") << 6'900 + 150;
    }
    void the_last_session_of_a_disc_counts() {
        QFETCH(int, gap);
        for (const char *name : {"first", "second"}) {
            QVERIFY(QDir(folder_.path()).mkpath(QString("sessions/") + name));
            QVERIFY(test::write_file(file(QString("sessions/%1/%1").arg(name)), name));
        }
        QFile::remove(file("multi.iso"));
        QCOMPARE(test::run("genisoimage", {"-quiet", "-R", "-o", file("multi.iso"), file("sessions/first")}).status, 0);
        const qint64 next = QFileInfo(file("multi.iso")).size() / 2048 + gap;
        const QString sectors = QStringLiteral("0,%1").arg(next);
        QCOMPARE(test::run("genisoimage", {"-quiet", "-R", "-C", sectors, "-M", file("multi.iso"), "-o", file("second.iso"), file("sessions/second")})
                     .status,
                 0);
        const QByteArray first = test::read_file(file("multi.iso")), second = test::read_file(file("second.iso"));
        const auto disc = open(first + QByteArray(gap * qsizetype(2048), '\0') + second);
        QCOMPARE(manifest_of(disc).join('\n'), QString("/first 644 5 bytes 8b04d5e3\n/second 644 6 bytes a9f0e61a"));
        // Another ISO appended to the first is not a session of it.
        QCOMPARE(manifest_of(open(first + first)).size(), 1);
    }

    void logical_blocks_may_be_smaller_than_sectors_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("block_size");
        for (const char *name : {"hardlink_genisoimage", "makefs_deep", "zisofs_genisoimage"})
            for (const int block_size : {512, 1024}) QTest::addRow("%s, %d bytes", name, block_size) << name << block_size;
    }
    void logical_blocks_may_be_smaller_than_sectors() {
        QFETCH(QString, name);
        QFETCH(int, block_size);
        QByteArray iso = vector(name);
        const QStringList expected = manifest_of(open(iso));
        auto *bytes = reinterpret_cast<std::byte *>(iso.data());
        const auto factor = std::uint32_t(2048 / block_size);
        const auto rescale = [&](std::byte *at) {
            const std::uint32_t block = load_le<std::uint32_t>(at) * factor;
            store_le(at, block);
            store_be(at + 4, block);
        };
        // All places are block numbers: in descriptor, path tables, records, CE and CL.
        std::byte *volume = bytes + 16 * 2048;
        store_le(volume + 128, std::uint16_t(block_size));
        store_be(volume + 130, std::uint16_t(block_size));
        rescale(volume + 80);
        store_le(volume + 140, load_le<std::uint32_t>(volume + 140) * factor);
        store_be(volume + 148, load_be<std::uint32_t>(volume + 148) * factor);
        const auto sound = open(vector(name));
        for (const Node &node : sound->nodes()) {
            if ((node.kind != NodeKind::directory && node.name != "moved directories") || node.extents.empty()) continue;
            for (std::uint64_t at = node.extents[0].offset; bytes[at] != std::byte{0}; at += std::uint64_t(bytes[at])) {
                rescale(bytes + at + 2);
                auto *end = bytes + at + std::size_t(bytes[at]);
                for (const char *entry : {"CE\x1c\x01", "CL\x0c\x01"}) {
                    auto *found =
                        std::search(bytes + at, end, reinterpret_cast<const std::byte *>(entry), reinterpret_cast<const std::byte *>(entry) + 4);
                    if (found != end) rescale(found + 4);
                }
            }
        }
        rescale(volume + 156 + 2);
        QCOMPARE(manifest_of(open(iso)), expected);
    }

    void a_damaged_block_of_zisofs_costs_itself_data() {
        QTest::addColumn<QString>("options");
        QTest::newRow("zisofs") << "level=9:block_size=32k:version_2=off";
        QTest::newRow("zisofs 2") << "level=9:version_2=on:block_size_v2=64k";
    }
    void a_damaged_block_of_zisofs_costs_itself() {
        QFETCH(QString, options);
        QFile::remove(file("made.iso"));
        QCOMPARE(test::run("xorriso", {"-outdev", file("made.iso"), "-zisofs", options, "-map", file("tree/words"), "/words", "-set_filter",
                                       "--zisofs", "/words", "--", "-commit"})
                     .status,
                 0);
        const QByteArray iso = test::read_file(file("made.iso"));
        const QByteArray words = test::read_file(file("tree/words"));
        const auto sound = open(iso);
        const NodeId id = sound->find("/words").value();
        const Zisofs zisofs = dynamic_cast<const Iso9660Filesystem &>(*sound).zisofs(id).value();
        const std::uint64_t begin = (*sound)[id].extents[0].offset, block_size = std::uint64_t{1} << zisofs.block_shift;
        const std::uint64_t blocks = (std::uint64_t(words.size()) - 1) / block_size + 1, table = zisofs.header_size, width = zisofs.pointer_size();
        QCOMPARE(content_of(sound, id), words);
        const auto pointer = [&](std::uint64_t i) {
            return load_le<std::uint32_t>(reinterpret_cast<const std::byte *>(iso.data()) + begin + table + i * width);
        };

        // Reads past damage, in pieces unlike the block size; bytes not reported as lost must be right. Returns the lost bytes.
        const auto lost_with = [&](const QByteArray &damaged) {
            const auto filesystem = open(damaged);
            const auto source = filesystem->open_file(filesystem->find("/words").value());
            std::uint64_t lost = 0;
            for (std::uint64_t at = 0; at < source->size(); at += 100'000) {
                const auto read = read_past_damage(*source, at, std::size_t(std::min<std::uint64_t>(100'000, source->size() - at)));
                std::uint64_t sound_from = 0;
                const auto is_right_until = [&](std::uint64_t end) {
                    const std::size_t size = end - sound_from;
                    const auto right = words.mid(qsizetype(at + sound_from), qsizetype(size));
                    return std::size_t(right.size()) == size && std::memcmp(right.data(), read.bytes.data() + sound_from, size) == 0;
                };
                for (const Extent &extent : read.lost) {
                    if (!is_right_until(extent.offset)) return std::uint64_t{UINT64_MAX};
                    sound_from = extent.end();
                    lost += extent.size;
                }
                if (!is_right_until(read.bytes.size())) return std::uint64_t{UINT64_MAX};
            }
            return lost;
        };
        for (std::uint64_t block = 0; block < blocks; ++block) {
            QByteArray damaged = iso;
            const auto at = qsizetype(begin + pointer(block) + (pointer(block + 1) - pointer(block)) / 2);
            damaged[at] = char(damaged[at] ^ 0x10);
            QCOMPARE(lost_with(damaged), std::min(block_size, std::uint64_t(words.size()) - block * block_size));
        }
        // Each flipped bit of header and table loses at most two blocks, and gives no wrong bytes.
        for (std::uint64_t bit = 0; bit < 8 * (table + (blocks + 1) * width); ++bit) {
            QByteArray damaged = iso;
            const auto at = qsizetype(begin + bit / 8);
            damaged[at] = char(damaged[at] ^ 1 << bit % 8);
            const std::uint64_t lost = lost_with(damaged);
            QVERIFY2(lost <= 2 * block_size, qPrintable(QString("bit %1 of byte %2").arg(bit % 8).arg(bit / 8)));
        }
        // A zeroed table, as in a copy past damage, does not give a file of zeros; the lost bytes are reported.
        QByteArray zeros = iso;
        zeros.replace(qsizetype(begin), 2048, QByteArray(2048, '\0'));
        QCOMPARE(lost_with(zeros), std::uint64_t(words.size()));
        // Sizes that the table can't hold cost neither memory nor time.
        const qsizetype entry = iso.indexOf(zisofs.version == 1 ? QByteArray("ZF\x10\x01pz") : QByteArray("ZF\x10\x02PZ"));
        QVERIFY(entry > 0);
        QByteArray hostile = iso;
        hostile.replace(entry + 8, 4, QByteArray("\xFF\xFF\xFF\x7F"));
        const auto huge = open(hostile);
        QVERIFY((*huge)[id].is_incomplete);
        QVERIFY((*huge)[id].size <= (*sound)[id].extents[0].size / width * block_size);
        QVERIFY(lost_with(hostile) > 0);
    }
};

QTEST_GUILESS_MAIN(IsoWritersTest)
#include "iso_writers_test.moc"
