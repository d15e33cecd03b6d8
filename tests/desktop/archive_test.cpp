// SPDX-License-Identifier: GPL-3.0-or-later
// An image's tree as a KArchive, and packed selections, unpacked by other programs.

#include "archive/pack.h"
#include "job/open_image.h"
#include "support/command_folder.h"

#include <QTest>

using namespace cloop;
using namespace cloop::desktop;
using cloop::test::CommandFolder;

class ArchiveTest : public QObject, protected CommandFolder {
    Q_OBJECT

    std::shared_ptr<const ImageArchive> open(const QString &name) const {
        return std::make_shared<const ImageArchive>(open_filesystem(file(name).toStdString(), {}, {}).value());
    }

    Result<PackResult> packAs(const ImageArchive &archive, const QString &name, std::vector<NodeId> nodes = {Filesystem::root},
                              const std::stop_token &stop = {}) const {
        return pack(archive, nodes, {.path = file(name).toStdString(), .is_image = false}, stop, {});
    }

public:
    ArchiveTest() : CommandFolder(BIN_DIR, VECTORS) {}

private slots:
    void initTestCase() {
        QVERIFY(make_tree());
        QVERIFY(QFile::link("file0", file("tree/link")));
        QVERIFY(QDir().mkpath(file("tree/empty")));
        QVERIFY(test::write_file(file(QString::fromUtf8("tree/größe.txt")), "grün\n"));
        QCOMPARE(cloop({"create", "tree", "tree.cloop", "-B", "4K"}).status, 0);
    }

    void files_are_found_and_read_as_in_any_archive() {
        const auto archive = open("tree.cloop");
        QVERIFY(archive->isOpen());
        QVERIFY(archive->directory()->entries().contains("sub"));
        const KArchiveFile *found = archive->directory()->file("sub/file3");
        QVERIFY(found);
        QCOMPARE(found->data(), test::read_file(file("tree/sub/file3")));
        QCOMPARE(archive->directory()->entry("link")->symLinkTarget(), "file0");
        QCOMPARE(archive->directory()->file(QString::fromUtf8("größe.txt"))->data(), "grün\n");
        const std::unique_ptr<QIODevice> device(found->createDevice());
        QVERIFY(device->seek(1000));
        QCOMPARE(device->read(50), test::read_file(file("tree/sub/file3")).mid(1000, 50));
        // Nodes and entries correspond.
        QCOMPARE(archive->entryOf(*archive->filesystem()->find("/sub/file3")), static_cast<const KArchiveEntry *>(found));
    }

    void nothing_can_be_written() {
        ImageArchive archive(open("tree.cloop")->filesystem());
        QVERIFY(!archive.writeFile("new", QByteArray("x")));
    }

    void what_is_packed_is_what_was_inside_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("tar.xz") << "all.tar.xz";
        QTest::newRow("zip") << "all.zip";
    }
    void what_is_packed_is_what_was_inside() {
        QFETCH(QString, name);
        const auto packed = packAs(*open("tree.cloop"), name);
        QVERIFY2(packed, packed ? "" : packed.error().detail.c_str());
        QVERIFY(packed->damaged.empty() && packed->skipped.empty());
        const QString folder = "out-" + name;
        QVERIFY(QDir().mkdir(file(folder)));
        if (name.endsWith(".zip")) QCOMPARE(test::run("unzip", {"-q", file(name), "-d", file(folder)}).status, 0);
        else QCOMPARE(test::run("tar", {"-xJf", file(name), "-C", file(folder)}).status, 0);
        const test::Outcome compared = test::run("diff", {"-r", "--no-dereference", file("tree"), file(folder)});
        QCOMPARE(compared.out, QByteArray());
        QCOMPARE(compared.status, 0);
        // A tar keeps hard links.
        if (name.endsWith(".xz")) QCOMPARE(test::run("stat", {"-c", "%h", file(folder + "/file0")}).out, "2\n");
    }

    void a_selection_is_packed_alone() {
        const auto archive = open("tree.cloop");
        const NodeId node = *archive->filesystem()->find("/sub/deep");
        QVERIFY(packAs(*archive, "some.zip", {node, *archive->filesystem()->find("/file2")}));
        const QByteArray listing = test::run("unzip", {"-l", file("some.zip")}).out;
        QVERIFY(listing.contains("deep"));
        QVERIFY(listing.contains("file2"));
        QVERIFY(!listing.contains("file4"));
    }

    void two_of_one_name_are_both_packed() {
        QVERIFY(QDir(path()).mkpath("twins/a") && QDir(path()).mkpath("twins/b"));
        QVERIFY(test::write_file(file("twins/a/README"), "one\n") && test::write_file(file("twins/b/README"), "two\n"));
        QCOMPARE(cloop({"create", "twins", "twins.cloop"}).status, 0);
        const auto archive = open("twins.cloop");
        QVERIFY(packAs(*archive, "twins.zip", {*archive->filesystem()->find("/a/README"), *archive->filesystem()->find("/b/README")}));
        QCOMPARE(test::run("unzip", {"-p", file("twins.zip"), "README"}).out, "one\n");
        QCOMPARE(test::run("unzip", {"-p", file("twins.zip"), "README (2)"}).out, "two\n");
    }

    void names_that_lead_out_or_are_the_same_are_left_out_not_followed() {
        // A disc with changed names: ".." after a byte order mark; a slash; repeated names.
        QVERIFY(QDir(path()).mkpath("odd"));
        for (int i = 0; i < 8; ++i) QVERIFY(test::write_file(file(QString("odd/name%1").arg(i)), QByteArray::number(i)));
        QCOMPARE(cloop({"create", "odd", "odd.cloop"}).status, 0);
        QCOMPARE(cloop({"extract", "odd.cloop", "odd.iso"}).status, 0);
        QByteArray bytes = test::read_file(file("odd.iso"));
        const auto rename = [&](const QByteArray &from, const QByteArray &to) {
            const qsizetype at = bytes.indexOf("\1" + QByteArray(1, '\0') + from);  // an NM entry: its version, its flags, its name
            if (at < 0) return false;
            bytes.replace(at + 2, from.size(), to);
            return true;
        };
        QVERIFY(rename("name0", "\xEF\xBB\xBF.."));
        QVERIFY(rename("name1", "../ev"));
        for (const char *same : {"name2", "name3", "name4"}) QVERIFY(rename(same, "\xFF\xFE\xFD\xFCx"));
        QVERIFY(test::write_file(file("odd.iso"), bytes));
        const auto archive = open("odd.iso");
        for (NodeId id = 0; id < archive->filesystem()->nodes().size(); ++id)
            if (const KArchiveEntry *entry = archive->entryOf(id); entry && entry->isFile())
                QVERIFY(!static_cast<const ImageFile *>(entry)->data().isEmpty());
        const auto packed = packAs(*archive, "odd.zip");
        QVERIFY(packed);
        QVERIFY(packed->skipped.size() >= 2);
        const QByteArray listing = test::run("unzip", {"-l", file("odd.zip")}).out;
        QVERIFY2(!listing.contains(".."), listing.constData());
        QCOMPARE(listing.count("(2)") + listing.count("(3)"), 2);
    }

    void damage_is_zeros_and_is_told() {
        QByteArray bytes = test::read_file(file("tree.cloop"));
        bytes[400'000] = char(bytes[400'000] ^ 0x55);
        QVERIFY(test::write_file(file("hurt.cloop"), bytes));
        for (const char *name : {"hurt.zip", "hurt.tar.xz"}) {
            const auto packed = packAs(*open("hurt.cloop"), name);
            QVERIFY(packed);
            QVERIFY(!packed->damaged.empty());
            QVERIFY(packed->damaged.front().subject.starts_with("/"));
        }
    }

    void a_stopped_packing_leaves_nothing() {
        std::stop_source stop;
        stop.request_stop();
        for (const char *name : {"stopped.zip", "stopped.tar.xz"}) {
            QVERIFY(packAs(*open("tree.cloop"), name, {Filesystem::root}, stop.get_token()).error().code == ErrorCode::cancelled);
            QVERIFY(!QFile::exists(file(name)));
        }
        QCOMPARE(strays(), QStringList());
    }

    void an_input_is_not_overwritten() {
        const auto archive = open("tree.cloop");
        const auto onto = pack(
            *archive, {Filesystem::root},
            {.path = file("tree.zip").toStdString(), .is_image = false, .replace = NewFile::Replace::yes, .inputs = {file("tree.zip").toStdString()}},
            {}, {});
        QVERIFY(onto);  // the file did not exist
        const auto again = pack(
            *archive, {Filesystem::root},
            {.path = file("tree.zip").toStdString(), .is_image = false, .replace = NewFile::Replace::yes, .inputs = {file("tree.zip").toStdString()}},
            {}, {});
        QVERIFY(again.error().code == ErrorCode::same_file);
    }
};

QTEST_GUILESS_MAIN(ArchiveTest)
#include "archive_test.moc"
