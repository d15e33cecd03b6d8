// SPDX-License-Identifier: GPL-3.0-or-later
#include "file/file_source.h"
#include "file/split_set.h"
#include "file/spool.h"
#include "filesystem/node_source.h"
#include "job/estimate.h"
#include "source/archive_stream.h"
#include "source/open_stream.h"
#include "support/faulty_source.h"
#include "support/program.h"
#include "support/tar_builder.h"

#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <clocale>
#include <map>
#include <set>

using namespace cloop;
using test::Bytes;
using test::pax_entry;
using test::tar_of;

namespace {

Bytes bytes_of(const QByteArray &bytes) {
    const auto *begin = reinterpret_cast<const std::byte *>(bytes.data());
    return {begin, begin + bytes.size()};
}

SourcePtr source_of(const QByteArray &bytes) { return std::make_shared<test::MemorySource>(bytes_of(bytes)); }

Result<Bytes> all_of(ByteStream &stream) {
    Bytes bytes(stream.size().value());
    for (std::size_t done = 0; done < bytes.size();) {
        const auto got = stream.read(std::span(bytes).subspan(done, std::min<std::size_t>(bytes.size() - done, 100'000)));
        if (!got) return std::unexpected(got.error());
        done += *got;
    }
    return bytes;
}

/// The complete ISO, or the error.
Result<Bytes> iso_of(SourcePtr archive, TreeOptions options = {.label = "A"}, const std::stop_token &stop = {}) {
    auto stream = open_archive(std::move(archive), std::move(options), stop, {});
    return stream ? all_of(**stream) : std::unexpected(stream.error());
}

std::shared_ptr<const Filesystem> filesystem_of(const QByteArray &archive) {
    auto iso = iso_of(source_of(archive));
    return iso ? Filesystem::open(std::make_shared<test::MemorySource>(std::move(*iso))).value() : nullptr;
}

/// Path → a file's content, "-> TARGET" for a link, "/" for a folder.
using Listing = std::map<QByteArray, QByteArray>;
Listing listing_of(const std::shared_ptr<const Filesystem> &filesystem) {
    Listing listing;
    for (NodeId id = 1; filesystem && id < filesystem->nodes().size(); ++id) {
        const Node &node = (*filesystem)[id];
        if (node.kind == NodeKind::structure) continue;
        QByteArray what = "/";
        if (node.kind == NodeKind::symlink) what = "-> " + QByteArray(node.link_target.data(), qsizetype(node.link_target.size()));
        if (node.kind == NodeKind::file) {
            const NodeSource source(filesystem, id);
            what.resize(qsizetype(source.size()));
            if (!read_exactly(source, 0, {reinterpret_cast<std::byte *>(what.data()), std::size_t(what.size())})) what = "unreadable";
        }
        listing[QByteArray::fromStdString(filesystem->path(id))] = what;
    }
    return listing;
}
Listing listing_of(const QByteArray &archive) { return listing_of(filesystem_of(archive)); }

/// The errors of opening and reading an archive that must be refused, including those reported before.
std::vector<ErrorCode> refusal_of(SourcePtr archive) {
    std::vector<ErrorCode> codes;
    const auto iso = iso_of(std::move(archive), {.label = "A", .on_trouble = [&](const Error &error) { codes.push_back(error.code); }});
    if (!iso) codes.push_back(iso.error().code);
    return codes;
}

} // namespace

class ArchiveSourceTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    QString file(const QString &name) const { return folder_.filePath(name); }

    /// The folder "tree", packed. The tar is made first, so that all archives hold the same.
    QByteArray packed(const QString &name) const {
        const QString path = file(name);
        if (QFile::exists(path)) return test::read_file(path);
        const QString seven = QStandardPaths::findExecutable("7zz").isEmpty() ? "7z" : "7zz";
        if (name.endsWith(".tar"))
            test::run("tar", {"-cf", path, "--owner=0", "--group=0", "--mtime=@1000000000", "--sort=name", "-C", file("tree"), "."});
        else if (name.endsWith(".0.zip")) test::run("zip", {"-q", "-0", "-X", "-r", path, "."}, {}, file("tree"));
        else if (name.endsWith(".zip")) test::run("zip", {"-q", "-X", "-r", path, "."}, {}, file("tree"));
        else if (name.endsWith(".7z")) test::run(seven, {"a", "-bd", path, "."}, {}, file("tree"));
        else {
            static const std::map<QString, QStringList> packers{
                {"gz", {"gzip", "-c"}}, {"bz2", {"bzip2", "-c"}}, {"xz", {"xz", "-c"}}, {"zst", {"zstd", "-c"}}, {"lz4", {"lz4", "-c"}},
                {"lz", {"lzip", "-c"}}, {"lzo", {"lzop", "-c"}}, {"lzma", {"xz", "--format=lzma", "-c"}}, {"Z", {"compress", "-c"}}};
            const QStringList packer = packers.at(name.section('.', -1));
            test::write_file(path, test::run(packer.first(), packer.mid(1), packed("tree.tar")).out);
        }
        return test::read_file(path);
    }

private slots:
    void initTestCase() {
        qputenv("SOURCE_DATE_EPOCH", "1700000000");
        QVERIFY(QDir().mkpath(file("tree/sub/deep")));
        QByteArray words;
        for (unsigned i = 0; i < 900; ++i) words += QByteArray::number(i * i * 7919 % 104729) + " and ";
        QVERIFY(test::write_file(file("tree/words"), words) && test::write_file(file("tree/empty"), "") &&
                test::write_file(file("tree/sub/one"), "1"));
        QVERIFY(test::write_file(file("tree/sub/deep/sector"), words.mid(50, 2048)));
    }

    void every_format_comes_back_as_it_was_data() {
        QTest::addColumn<QString>("name");
        for (const char *format :
             {"tar", "tar.gz", "tar.bz2", "tar.xz", "tar.zst", "tar.lz4", "tar.lz", "tar.lzo", "tar.lzma", "tar.Z", "0.zip", "zip", "7z"})
            QTest::newRow(format) << QString("tree.") + format;
    }
    void every_format_comes_back_as_it_was() {
        QFETCH(QString, name);
        QVERIFY2(!packed(name).isEmpty(), "its program is missing: ./dev deps test");
        Listing expected;
        for (const char *path : {"/sub", "/sub/deep"}) expected[path] = "/";
        for (const char *path : {"/words", "/empty", "/sub/one", "/sub/deep/sector"}) expected[path] = test::read_file(file("tree") + path);
        QCOMPARE(listing_of(packed(name)), expected);
    }

    /// Flips a bit in every 97th byte: the archive is refused, or its contents are the same. tar has checksums of headers only; compress and .lzma
    /// have none.
    void a_flipped_bit_never_gives_other_contents_data() {
        QTest::addColumn<QString>("name");
        for (const char *format : {"tar.gz", "tar.bz2", "tar.xz", "tar.zst", "tar.lz4", "tar.lz", "tar.lzo", "0.zip", "zip", "7z"})
            QTest::newRow(format) << QString("tree.") + format;
    }
    void a_flipped_bit_never_gives_other_contents() {
        QFETCH(QString, name);
        const QByteArray sound = packed(name);
        const auto contents_of = [](const QByteArray &archive) {
            std::multiset<QByteArray> contents;
            for (const auto &[path, what] : listing_of(archive)) contents.insert(what);
            return contents;
        };
        const auto expected = contents_of(sound);
        QVERIFY(!expected.empty());
        int refused = 0;
        for (qsizetype at = 5; at < sound.size(); at += 97) {
            QByteArray flipped = sound;
            flipped[at] = char(flipped[at] ^ (1 << at % 8));
            const auto got = contents_of(flipped);
            if (got.empty()) ++refused;
            else QVERIFY2(got == expected, qPrintable(QString("byte %1 of %2").arg(at).arg(sound.size())));
        }
        QVERIFY(refused > 0);
    }

    void what_is_cut_off_is_told_data() {
        QTest::addColumn<QString>("name");
        for (const char *format :
             {"tar", "tar.gz", "tar.bz2", "tar.xz", "tar.zst", "tar.lz4", "tar.lz", "tar.lzo", "tar.lzma", "tar.Z", "0.zip", "zip", "7z"})
            QTest::newRow(format) << QString("tree.") + format;
    }
    void what_is_cut_off_is_told() {
        QFETCH(QString, name);
        const QByteArray sound = packed(name);
        // After its end mark, a tar is padded with zeros, and compress has no end mark.
        const qsizetype last = name.endsWith("tar") || name.endsWith("Z")
                                   ? packed("tree.tar").lastIndexOf("sector") * sound.size() / packed("tree.tar").size()
                                   : sound.size() - 1;
        for (qsizetype length = 0; length <= last; length += 211) {
            const auto iso = iso_of(source_of(sound.left(length)));
            QVERIFY2(!iso, qPrintable(QString("%1 of %2").arg(length).arg(sound.size())));
            const auto codes = std::set{ErrorCode::archive_cut_short, ErrorCode::archive_damaged, ErrorCode::no_archive};
            QVERIFY2(codes.contains(iso.error().code), qPrintable(QString("%1: %2").arg(length).arg(int(iso.error().code))));
        }
        QCOMPARE(int(iso_of(source_of(sound.left(sound.size() * 2 / 3))).error().code), int(ErrorCode::archive_cut_short));
    }

    void a_tar_without_its_end_mark_may_be_cut() {
        const std::vector<test::TarEntry> entries{{"a", "1"}, {"b", "22"}};
        const Listing both{{"/a", "1"}, {"/b", "22"}};
        QCOMPARE(refusal_of(source_of(tar_of(entries, 0))), std::vector{ErrorCode::archive_cut_short});
        QCOMPARE(listing_of(tar_of(entries, 1)), both);
        QCOMPARE(listing_of(tar_of(entries, 2)), both);
        std::vector<ErrorCode> told;
        const auto iso = iso_of(source_of(tar_of(entries, 0)),
                                {.label = "A", .keep_going = true, .on_trouble = [&](const Error &error) { told.push_back(error.code); }});
        QVERIFY(iso);
        QCOMPARE(told, std::vector{ErrorCode::archive_cut_short});
    }

    void what_lies_behind_the_packed_data_is_looked_at_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("may_be_padded");
        for (const char *format : {"gz", "bz2", "xz", "lz4", "lz", "lzo"}) QTest::newRow(format) << format << true;
        // The programs zstd and xz --format=lzma refuse trailing zeros too.
        for (const char *format : {"zst", "lzma"}) QTest::newRow(format) << format << false;
    }
    void what_lies_behind_the_packed_data_is_looked_at() {
        QFETCH(QString, format);
        QFETCH(bool, may_be_padded);
        const QByteArray sound = packed("tree.tar." + format);
        const QByteArray padded = sound + QByteArray(300'000, '\0');
        if (may_be_padded) QCOMPARE(listing_of(padded), listing_of(packed("tree.tar")));
        else QCOMPARE(refusal_of(source_of(padded)).size(), std::size_t(1));
        QCOMPARE(refusal_of(source_of(sound + "left over")).size(), std::size_t(1));
    }

    void several_members_of_gzip_are_one_file() {
        const QByteArray tar = packed("tree.tar");
        const auto gzip = [](const QByteArray &bytes) { return test::run("gzip", {"-c"}, bytes).out; };
        const QByteArray second = gzip(tar.mid(3000));
        QCOMPARE(listing_of(gzip(tar.left(3000)) + gzip("") + second), listing_of(tar));
        QByteArray other_magic = second;
        other_magic[0] = 'x';
        QCOMPARE(refusal_of(source_of(gzip(tar.left(3000)) + other_magic)), std::vector{ErrorCode::archive_damaged});
    }

    void several_members_of_lzip_are_one_file() {
        const QByteArray tar = packed("tree.tar");
        const auto lzip = [](const QByteArray &bytes) { return test::run("lzip", {"-c"}, bytes).out; };
        const QByteArray both = lzip(tar.left(3000)) + lzip(tar.mid(3000));
        QCOMPARE(listing_of(both), listing_of(tar));
        // A third member, cut within its magic number.
        for (const char *begin : {"L", "LZI"}) {
            QCOMPARE(refusal_of(source_of(both + begin)).size(), std::size_t(1));
            QCOMPARE(refusal_of(source_of(both + begin + QByteArray(512, '\0'))).size(), std::size_t(1));
        }
    }

    void an_entry_goes_where_tar_would_put_it_data() {
        QTest::addColumn<QByteArray>("tar");
        QTest::addColumn<Listing>("expected");
        const test::TarEntry lib{.name = "lib", .type = '2', .link = "usr/lib"}, mod{"./lib/mod", "m"};
        const Listing merged{{"/usr", "/"}, {"/usr/lib", "/"}, {"/usr/lib/mod", "m"}, {"/lib", "-> usr/lib"}};
        QTest::newRow("below a link") << tar_of({{.name = "usr/lib/", .type = '5'}, lib, mod}) << merged;
        QTest::newRow("below a link to what comes later") << tar_of({lib, mod, {.name = "usr/lib/", .type = '5'}}) << merged;
        QTest::newRow("below a link from the root") << tar_of({{.name = "lib", .type = '2', .link = "/usr/lib"}, mod})
                                                    << Listing{{"/usr", "/"}, {"/usr/lib", "/"}, {"/usr/lib/mod", "m"}, {"/lib", "-> /usr/lib"}};
        QTest::newRow("below a link that leads out") << tar_of({{.name = "a/lib", .type = '2', .link = "../../../etc"}, {"a/lib/mod", "m"}})
                                                     << Listing{{"/a", "/"}, {"/a/lib", "-> ../../../etc"}, {"/etc", "/"}, {"/etc/mod", "m"}};
        QTest::newRow("below links one behind the other")
            << tar_of({{.name = "b", .type = '2', .link = "lib/."}, {.name = "usr/lib/", .type = '5'}, lib, {"b/mod", "m"}})
            << Listing{{"/usr", "/"}, {"/usr/lib", "/"}, {"/usr/lib/mod", "m"}, {"/lib", "-> usr/lib"}, {"/b", "-> lib/."}};
        QTest::newRow("a folder in place of a link")
            << tar_of({lib, {.name = "lib/", .type = '5'}, mod}) << Listing{{"/lib", "/"}, {"/lib/mod", "m"}};
        QTest::newRow("a hard link through a link")
            << tar_of({lib, mod, {.name = "same", .type = '1', .link = "lib/mod"}})
            << Listing{{"/usr", "/"}, {"/usr/lib", "/"}, {"/usr/lib/mod", "m"}, {"/lib", "-> usr/lib"}, {"/same", "m"}};
        QTest::newRow("a hard link to what is replaced later")
            << tar_of({{"x", "1"}, {.name = "y", .type = '1', .link = "x"}, {"x", "2"}}) << Listing{{"/x", "2"}, {"/y", "1"}};
        QTest::newRow("a file in place of an empty folder") << tar_of({{.name = "x", .type = '5'}, {"x", "1"}}) << Listing{{"/x", "1"}};
        QTest::newRow("appended to a merged /usr") << test::run("gzip", {"-dc", VECTORS "/usrmerge_append.tar.gz"}).out
                                                   << Listing{{"/usr", "/"},
                                                              {"/usr/lib", "/"},
                                                              {"/usr/lib/libc.so", "libc\n"},
                                                              {"/usr/lib/modules", "/"},
                                                              {"/usr/lib/modules/x.ko", "mod\n"},
                                                              {"/lib", "-> usr/lib"}};
        QTest::newRow("two names of one look") << test::run("gzip", {"-dc", VECTORS "/nfc_nfd_same_name.tar.gz"}).out
                                               << Listing{{"/\xC3\xA9.txt", "composed"}, {"/e\xCC\x81.txt", "decomposed"}};
        QTest::newRow("nothing but a hole") << test::run("gzip", {"-dc", VECTORS "/tar_all_hole.tar.gz"}).out
                                            << Listing{{"/allhole", QByteArray(3145728, '\0')}};
        QTest::newRow("names that lead out") << tar_of({{"../../x", "1"}, {"/etc/y", "2"}}) << Listing{{"/x", "1"}, {"/etc", "/"}, {"/etc/y", "2"}};
    }
    void an_entry_goes_where_tar_would_put_it() {
        QFETCH(QByteArray, tar);
        QFETCH(Listing, expected);
        QCOMPARE(listing_of(tar), expected);
    }

    void an_entry_without_a_place_is_told_data() {
        QTest::addColumn<QByteArray>("tar");
        QTest::addColumn<Listing>("rest");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("below a file") << tar_of({{"x", "1"}, {"x/y", "2"}, {"z", "3"}}) << Listing{{"/x", "1"}, {"/z", "3"}}
                                      << ErrorCode::entry_below_file;
        QTest::newRow("in a circle")
            << tar_of({{.name = "a", .type = '2', .link = "b"}, {.name = "b", .type = '2', .link = "a"}, {"a/x", "1"}, {"z", "3"}})
            << Listing{{"/a", "-> b"}, {"/b", "-> a"}, {"/z", "3"}} << ErrorCode::entry_in_circle;
        QTest::newRow("in place of a folder with something in it")
            << tar_of({{"x/y", "1"}, {"x", "2"}}) << Listing{{"/x", "/"}, {"/x/y", "1"}} << ErrorCode::entry_replaces_folder;
        QTest::newRow("a hard link to nothing") << tar_of({{.name = "x", .type = '1', .link = "none"}, {"z", "3"}}) << Listing{{"/z", "3"}}
                                                << ErrorCode::hard_link_broken;
        QTest::newRow("too many folders") << tar_of({pax_entry("path", QByteArray("d/").repeated(1200) + "f"), {"short", "1"}, {"z", "3"}})
                                          << Listing{{"/z", "3"}} << ErrorCode::folders_too_deep;
    }
    void an_entry_without_a_place_is_told() {
        QFETCH(QByteArray, tar);
        QFETCH(Listing, rest);
        QFETCH(ErrorCode, code);
        QCOMPARE(refusal_of(source_of(tar)), (std::vector{code, ErrorCode::source_unreadable}));
        int told = 0;
        auto iso = iso_of(source_of(tar), {.label = "A", .keep_going = true, .on_trouble = [&](const Error &) { ++told; }});
        QVERIFY(iso);
        QCOMPARE(told, 1);
        QCOMPARE(listing_of(Filesystem::open(std::make_shared<test::MemorySource>(std::move(*iso))).value()), rest);
    }

    void two_names_that_become_one_are_told_data() {
        QTest::addColumn<QByteArray>("archive");
        QTest::addColumn<Listing>("rest");
        QTest::addColumn<int>("refusals");
        const auto pack = [this](const QString &name, const std::vector<std::pair<QByteArray, QByteArray>> &files) {
            const QTemporaryDir folder;
            for (const auto &[path, content] : files) {
                QDir(folder.path()).mkpath(QFileInfo(QString::fromUtf8(path)).path());
                test::write_file(folder.filePath(QString::fromUtf8(path)), content);
            }
            const QString seven = QStandardPaths::findExecutable("7zz").isEmpty() ? "7z" : "7zz";
            test::run(seven, {"a", "-bd", file(name), "."}, {}, folder.path(), {"LC_ALL=C.UTF-8"});
            return test::read_file(file(name));
        };
        const QByteArray composed = "\xC3\xA9", decomposed = "e\xCC\x81";
        QTest::newRow("7z") << pack("two.7z", {{composed, "1"}, {decomposed, "2"}, {"z", "3"}}) << Listing{{"/" + composed, "2"}, {"/z", "3"}} << 1;
        QTest::newRow("folders of a 7z") << pack("folders.7z", {{composed + "/a", "1"}, {decomposed + "/b", "2"}})
                                         << Listing{{"/" + composed, "/"}, {"/" + composed + "/a", "1"}, {"/" + composed + "/b", "2"}} << 1;
        QTest::newRow("ZIP") << pack("same.zip", {{"a1", "1"}, {"a2", "2"}}).replace("a2", "a1") << Listing{{"/a1", "1"}} << 1;
        QTest::newRow("folders of a ZIP") << pack("folders.zip", {{"f1/a", "1"}, {"f2/b", "2"}}).replace("f2", "f1")
                                          << Listing{{"/f1", "/"}, {"/f1/a", "1"}, {"/f1/b", "2"}} << 0;
    }
    void two_names_that_become_one_are_told() {
        QFETCH(QByteArray, archive);
        QFETCH(Listing, rest);
        QFETCH(int, refusals);
        std::vector<ErrorCode> told;
        const auto iso =
            iso_of(source_of(archive), {.label = "A", .keep_going = true, .on_trouble = [&](const Error &error) { told.push_back(error.code); }});
        QCOMPARE(told, std::vector<ErrorCode>(std::size_t(refusals), ErrorCode::entry_name_taken));
        QCOMPARE(listing_of(Filesystem::open(std::make_shared<test::MemorySource>(iso.value())).value()), rest);
        QCOMPARE(bool(iso_of(source_of(archive))), refusals == 0);
    }

    void names_do_not_depend_on_the_locale_data() {
        QTest::addColumn<QByteArray>("archive");
        QTest::addColumn<QByteArrayList>("names");
        const QByteArray composed = "\xC3\xA9.txt", decomposed = "e\xCC\x81.txt", latin = "caf\xE9";
        QVERIFY(QDir().mkpath(file("names")));
        for (const QByteArray &name : {composed, decomposed}) QVERIFY(test::write_file(file("names/") + QString::fromUtf8(name), "content"));
        QTest::newRow("pax") << tar_of({pax_entry("path", composed), {"c", "1"}, pax_entry("path", decomposed), {"d", "2"}})
                             << QByteArrayList{decomposed, composed};
        QTest::newRow("pax, no UTF-8") << tar_of({pax_entry("path", latin), {"c", "1"}}) << QByteArrayList{latin};
        QTest::newRow("tar") << tar_of({{composed, "1"}, {decomposed, "2"}, {latin, "3"}}) << QByteArrayList{latin, decomposed, composed};
        test::run("zip", {"-q", "-r", file("names.zip"), "."}, {}, file("names"));
        test::run(QStandardPaths::findExecutable("7zz").isEmpty() ? "7z" : "7zz", {"a", "-bd", file("marked.zip"), "."}, {}, file("names"),
                  {"LC_ALL=C.UTF-8"});
        QTest::newRow("ZIP") << test::read_file(file("names.zip")) << QByteArrayList{decomposed, composed};
        QTest::newRow("ZIP, marked as UTF-8") << test::read_file(file("marked.zip")) << QByteArrayList{decomposed, composed};
        // Made on DOS in code page 437, by the host in byte 5 of the directory record.
        QByteArray dos = test::read_file(file("names.zip")).replace(composed, "\x82\x82.txt");
        for (qsizetype at = 0; (at = dos.indexOf("PK\1\2", at)) >= 0; ++at) dos[at + 5] = 0;
        QTest::newRow("ZIP of DOS") << dos << QByteArrayList{decomposed, "\xC3\xA9\xC3\xA9.txt"};
    }
    void names_do_not_depend_on_the_locale() {
        QFETCH(QByteArray, archive);
        QFETCH(QByteArrayList, names);
        std::vector<Bytes> isos;
        for (const char *locale : {"C", "C.UTF-8"}) {
            QVERIFY(std::setlocale(LC_ALL, locale));
            const auto iso = iso_of(source_of(archive));
            std::setlocale(LC_ALL, "C");
            QVERIFY(iso);
            isos.push_back(*iso);
        }
        QVERIFY(isos[0] == isos[1]);
        QByteArrayList got;
        for (const auto &[path, what] : listing_of(archive)) got.push_back(path.mid(1));
        QCOMPARE(got, names);
    }

    void holes_are_zeros_data() {
        QTest::addColumn<QStringList>("packer");
        QTest::newRow("gnu") << QStringList{"tar", "--sparse", "--format=gnu"};
        QTest::newRow("oldgnu") << QStringList{"tar", "--sparse", "--format=oldgnu"};
        for (const char *version : {"0.0", "0.1", "1.0"})
            QTest::newRow((QByteArray("pax ") + version).data())
                << QStringList{"tar", "--sparse", "--format=posix", QString("--sparse-version=") + version};
        QTest::newRow("bsdtar") << QStringList{"bsdtar", "--format=pax"};
        QTest::newRow("bsdtar, gnu") << QStringList{"bsdtar", "--format=gnutar"};
    }
    void holes_are_zeros() {
        QFETCH(QStringList, packer);
        QVERIFY(QDir().mkpath(file("sparse")));
        struct Piece {
            const char *name;
            std::vector<std::pair<off_t, int>> data;
            off_t size;
        };
        const Piece pieces[] = {{"all hole", {}, 3 << 20},
                                {"then hole", {{0, 131072}}, 3'000'000},
                                {"hole first", {{1 << 20, 70'000}}, (1 << 20) + 70'000},
                                {"both", {{65536, 4096}, {1 << 20, 1}}, 2 << 20}};
        Listing expected;
        for (const Piece &piece : pieces) {
            const std::string path = file("sparse/").toStdString() + piece.name;
            const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
            QVERIFY(fd >= 0 && ::ftruncate(fd, piece.size) == 0);
            for (const auto &[offset, length] : piece.data)
                QVERIFY(::pwrite(fd, std::string(std::size_t(length), 'd').data(), std::size_t(length), offset) == length);
            ::close(fd);
            expected[QByteArray("/") + piece.name] = test::read_file(QString::fromStdString(path));
        }
        QCOMPARE(test::run(packer.first(), packer.mid(1) + QStringList{"-cf", file("sparse.tar"), "-C", file("sparse"), "all hole", "then hole",
                                                                       "hole first", "both"})
                     .status,
                 0);
        QVERIFY(listing_of(test::read_file(file("sparse.tar"))) == expected);
    }

    void the_last_data_may_end_with_a_piece_and_a_hole_follow() {
        const QByteArray content = listing_of(test::run("gzip", {"-dc", VECTORS "/tar_128k_then_hole.tar.gz"}).out)["/d128"];
        QCOMPARE(content.size(), 3'000'000);
        QVERIFY(content.first(131072).count('\0') == 0 && content.sliced(131072).count('\0') == 3'000'000 - 131072);
    }

    void each_fault_has_its_own_code_data() {
        QTest::addColumn<QByteArray>("archive");
        QTest::addColumn<int>("code");
        const auto vector = [](const char *name) { return test::read_file(QString(VECTORS "/") + name); };
        const auto row = [](const char *name, const QByteArray &archive, ErrorCode code) { QTest::newRow(name) << archive << int(code); };
        row("a header that never comes right", vector("endless-retry.tar.gz"), ErrorCode::archive_damaged);
        row("a bad sum behind a stored entry", test::run("gzip", {"-dc", VECTORS "/zip_stored_131072_badcrc.zip.gz"}).out,
            ErrorCode::archive_damaged);
        row("8 EiB", vector("sparse-8EiB.tar.gz"), ErrorCode::content_too_large);
        row("3 million folders", vector("pathbomb.tar.xz"), ErrorCode::archive_out_of_proportion);
        row("text", "Once upon a time", ErrorCode::no_archive);
        row("nothing", "", ErrorCode::archive_cut_short);
        row("nothing, packed", test::run("gzip", {"-c"}, "").out, ErrorCode::archive_cut_short);
        test::run("zip", {"-q", "-P", "secret", file("secret.zip"), "words"}, {}, file("tree"));
        row("encrypted", test::read_file(file("secret.zip")), ErrorCode::archive_encrypted);
        test::run(QStandardPaths::findExecutable("7zz").isEmpty() ? "7z" : "7zz", {"a", "-bd", "-psecret", "-mhe=on", file("secret.7z"), "words"}, {},
                  file("tree"));
        row("encrypted, its names too", test::read_file(file("secret.7z")), ErrorCode::archive_encrypted);
        test::run(QStandardPaths::findExecutable("7zz").isEmpty() ? "7z" : "7zz", {"a", "-bd", "-mm=Deflate64", file("deflate64.zip"), "words"}, {},
                  file("tree"));
        row("a method of few programs", test::read_file(file("deflate64.zip")), ErrorCode::archive_method_unknown);
        row("a dictionary of 1 GiB", test::run("xz", {"--lzma2=dict=1GiB", "-c"}, packed("tree.tar")).out, ErrorCode::archive_needs_memory);
    }
    void each_fault_has_its_own_code() {
        QFETCH(QByteArray, archive);
        QFETCH(int, code);
        // Errors in the contents are reported, and then the build fails.
        QCOMPARE(int(refusal_of(source_of(archive)).front()), code);
    }

    void a_zip_may_have_a_long_comment_and_much_behind_it() {
        for (const char *name : {"tree.zip", "tree.0.zip"}) {
            const QByteArray zip = packed(name);
            const Listing expected = listing_of(zip);
            for (const int length : {1, 16'384, 65'535}) {
                // Bytes that only look like an end record: their comment would not fit after them.
                QByteArray commented = zip + QByteArray("PK\5\6 and so on. ").repeated(length).first(length);
                commented[zip.size() - 2] = char(length & 0xFF);
                commented[zip.size() - 1] = char(length >> 8);
                QCOMPARE(listing_of(commented), expected);
            }
            QCOMPARE(listing_of(zip + QByteArray(60'000, '\n')), expected);
        }
    }

    void what_holds_nothing_becomes_an_empty_folder() {
        QVERIFY(listing_of(QByteArray("PK\5\6") + QByteArray(18, '\0')).empty());
        QVERIFY(filesystem_of(QByteArray("PK\5\6") + QByteArray(18, '\0')) != nullptr);
        QVERIFY(filesystem_of(QByteArray(10'240, '\0')) != nullptr);
    }

    void a_disc_that_fails_is_not_the_archives_fault() {
        for (const char *name : {"tree.tar", "tree.tar.gz", "tree.tar.xz", "tree.tar.bz2", "tree.tar.lzo", "tree.0.zip", "tree.7z"}) {
            const Bytes bytes = bytes_of(packed(name));
            const auto codes = refusal_of(
                std::make_shared<test::FaultySource>(bytes, std::vector<test::FaultySource::Fault>{{bytes.size() / 2, bytes.size() / 2 + 1}}));
            QCOMPARE(int(codes.at(0)), int(ErrorCode::read_failed));
        }
    }

    void a_pipe_under_an_archives_name_is_refused() {
        QVERIFY(::mkfifo(file("pipe.tar").toStdString().c_str(), 0600) == 0);
        const auto opened = open_stream(file("pipe.tar").toStdString(), {}, {}, {}, {});
        QVERIFY(!opened);
        QCOMPARE(int(opened.error().code), int(ErrorCode::unsupported_source));
    }

    void what_is_packed_otherwise_is_taken_as_it_is_and_told_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("is_told");
        for (const char *name : {"live.iso.gz", "a.rar", "a.z01", "in_parts.iso.gz.aa", "a.deb", "A.ISO.XZ"}) QTest::newRow(name) << name << true;
        for (const char *name : {"live.iso", "gz", "a.img"}) QTest::newRow(name) << name << false;
    }
    void what_is_packed_otherwise_is_taken_as_it_is_and_told() {
        QFETCH(QString, name);
        QFETCH(bool, is_told);
        QVERIFY(test::write_file(file(name), "bytes") && test::write_file(file("in_parts.iso.gz.ab"), "more"));
        std::vector<ErrorCode> notes;
        const auto opened = open_stream(file(name).toStdString(), {.on_note = [&](const Error &error) { notes.push_back(error.code); }}, {}, {}, {});
        QVERIFY(opened && opened->kind == SourceKind::file);
        QCOMPARE(notes, is_told ? std::vector{ErrorCode::taken_as_it_is} : std::vector<ErrorCode>{});
    }

    void an_archive_in_parts_is_one_archive_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("suffixes");
        for (const char *name : {"tree.tar", "tree.tar.gz", "tree.tar.xz", "tree.tar.zst", "tree.zip", "tree.7z"})
            QTest::addRow("%s by split", name) << name << QStringList{"aa", "ab", "ac"};
        QTest::newRow("split -d") << "tree.tar.gz" << QStringList{"00", "01", "02"};
        QTest::newRow("split -a 3") << "tree.tar.gz" << QStringList{"aaa", "aab", "aac"};
        QTest::newRow("split -d -a 3") << "tree.tar" << QStringList{"000", "001", "002"};
        QTest::newRow("7-Zip") << "tree.7z" << QStringList{"001", "002", "003"};
        QTest::newRow("ZIP by 7-Zip") << "tree.zip" << QStringList{"001", "002", "003"};
    }
    void an_archive_in_parts_is_one_archive() {
        QFETCH(QString, name);
        QFETCH(QStringList, suffixes);
        const QByteArray bytes = packed(name);
        const QTemporaryDir folder;
        const auto path = [&](const QString &suffix) { return folder.filePath(name + suffix).toStdString(); };
        const qsizetype size = bytes.size() / 3 + 1;
        for (int i = 0; i < 3; ++i) QVERIFY(test::write_file(QString::fromStdString(path("." + suffixes[i])), bytes.mid(i * size, size)));
        // Files with similar names do not belong to the set.
        for (const char *suffix : {".asc", ".sum"})
            if (suffixes[0].size() == 2) QVERIFY(test::write_file(QString::fromStdString(path(suffix)), "x"));
        for (const QString &given : {QString(), "." + suffixes[0], "." + suffixes[2]}) {
            QCOMPARE(int(kind_of_source(path(given))), int(SourceKind::archive));
            auto opened = open_stream(path(given), {}, {}, {}, {});
            QVERIFY(opened);
            const auto filesystem = Filesystem::open(std::make_shared<test::MemorySource>(all_of(*opened->stream).value())).value();
            QCOMPARE(listing_of(filesystem), listing_of(packed("tree.tar")));
            QCOMPARE(QString::fromStdString(filesystem->label()), name);
            QVERIFY(open_sampled({.path = path(given)}, {}));
        }
        for (const int gone : {0, 1}) {
            const QString lost = QString::fromStdString(path("." + suffixes[gone])), aside = folder.filePath("aside");
            QVERIFY(QFile::rename(lost, aside));
            for (const QString &given : {QString(), "." + suffixes[2]}) {
                const auto opened = open_stream(path(given), {}, {}, {}, {});
                QVERIFY(!opened && opened.error().code == ErrorCode::missing_part);
                QCOMPARE(QString::fromStdString(opened.error().detail), lost);
                const auto sampled = open_sampled({.path = path(given)}, {});
                QVERIFY(!sampled && sampled.error().detail == opened.error().detail);
            }
            QVERIFY(QFile::rename(aside, lost));
        }
    }

    void what_lies_beside_an_archive_is_no_part_of_it() {
        const QTemporaryDir folder;
        const auto path = [&](const char *name) { return folder.filePath(name).toStdString(); };
        for (const char *name : {"x.tar.gz", "x.tar.gz.asc", "x.tar.2023", "x.tar.2024", "x.tar.aa", "x.tar.ab", "x.tar.bak"})
            QVERIFY(test::write_file(folder.filePath(name), "bytes"));
        for (const char *name : {"x.tar.gz.asc", "x.tar.2024", "x.tar.bak"}) QCOMPARE(int(kind_of_source(path(name))), int(SourceKind::file));
        QCOMPARE(parts_of(path("x.tar.gz")).value(), std::vector{path("x.tar.gz")});
        QCOMPARE(parts_of(path("x.tar.ab")).value(), (std::vector{path("x.tar.aa"), path("x.tar.ab")}));
    }

    void parts_of_other_names_are_told_where_they_are_not_joined() {
        // Two digits don't prove a set, and these parts differ in size.
        const QByteArray bytes = packed("tree.tar.gz");
        const QTemporaryDir folder;
        QVERIFY(test::write_file(folder.filePath("x.tar.gz.01"), bytes.first(200)) &&
                test::write_file(folder.filePath("x.tar.gz.02"), bytes.sliced(200)));
        std::vector<std::string> told;
        const auto opened = open_stream(folder.filePath("x.tar.gz.01").toStdString(),
                                        {.on_note = [&](const Error &note) { told.push_back(note.detail); }}, {}, {}, {});
        QVERIFY(!opened && opened.error().code == ErrorCode::archive_cut_short);
        QCOMPARE(told, std::vector{folder.filePath("x.tar.gz.02").toStdString()});
    }

    void times_that_iso_9660_can_not_tell_are_told() {
        if (sizeof(std::time_t) == 4) QSKIP("libarchive tells no other times in 32 bits");
        std::vector<Error> notes;
        const auto time = [](const char *name, const char *seconds) {
            return std::vector{pax_entry("mtime", seconds), test::TarEntry{.name = name, .content = "x"}};
        };
        std::vector<test::TarEntry> entries;
        for (const auto &[name, seconds] :
             {std::pair{"early", "-2208988801"}, {"first", "-2208988800"}, {"last", "5869583999"}, {"late", "5869584000"}, {"far", "9000000000000"}})
            for (const auto &entry : time(name, seconds)) entries.push_back(entry);
        qunsetenv("SOURCE_DATE_EPOCH");
        const auto iso = iso_of(source_of(tar_of(entries)), {.label = "A", .on_note = [&](const Error &error) { notes.push_back(error); }});
        qputenv("SOURCE_DATE_EPOCH", "1700000000");
        QVERIFY(iso);
        QCOMPARE(notes.size(), std::size_t(1));
        QCOMPARE(int(notes[0].code), int(ErrorCode::time_changed));
        QCOMPARE(notes[0].more, std::uint64_t(1));
        const auto filesystem = Filesystem::open(std::make_shared<test::MemorySource>(*iso)).value();
        const auto time_of = [&](const char *name) { return (*filesystem)[filesystem->find(name).value()].mtime; };
        QCOMPARE(std::int64_t(time_of("early")), std::int64_t(-2208988800));
        QCOMPARE(std::int64_t(time_of("first")), std::int64_t(-2208988800));
        for (const char *name : {"last", "late", "far"}) QCOMPARE(std::int64_t(time_of(name)), std::int64_t(5869583999));
    }

    void a_zip_in_volumes_is_told_as_one() {
        const QTemporaryDir folder;
        QVERIFY(test::write_file(folder.filePath("noise"), QByteArray(200'000, 'x')));
        QCOMPARE(test::run("zip", {"-q", "-0", "-s", "64k", "x.zip", "noise"}, {}, folder.path()).status, 0);
        QVERIFY(QFile::exists(folder.filePath("x.z01")));
        const auto opened = open_stream(folder.filePath("x.zip").toStdString(), {}, {}, {}, {});
        QVERIFY(!opened && opened.error().code == ErrorCode::archive_in_volumes);
    }

    void a_stream_that_is_read_twice_waits_in_an_unnamed_file() {
        test::MemoryStream stream(bytes_of(packed("tree.tar.gz")), false);
        const auto spooled = spool(stream, folder_.path().toStdString());
        QVERIFY(spooled);
        QCOMPARE(listing_of(Filesystem::open(std::make_shared<test::MemorySource>(iso_of(*spooled).value())).value()),
                 listing_of(packed("tree.tar")));
        QVERIFY(QDir(folder_.path()).entryList({".*"}, QDir::Files | QDir::Hidden).isEmpty());
    }

    void what_is_left_out_may_still_be_what_others_lead_to() {
        const QByteArray tar = tar_of({{"keep/a", "1"},
                                       {"./var/cache/b", "2"},
                                       {.name = "same", .type = '1', .link = "var/cache/b"},
                                       {"keep/x.o", "3"},
                                       {.name = "lib", .type = '2', .link = "usr/lib"},
                                       {"lib/m", "4"}});
        TreeOptions options{.label = "A"};
        for (const char *pattern : {"/var/cache", "*.o", "/lib"}) QVERIFY(options.filter.exclude(pattern));
        options.owner = Owner{1000, 100};
        const auto filesystem = Filesystem::open(std::make_shared<test::MemorySource>(iso_of(source_of(tar), options).value())).value();
        QCOMPARE(listing_of(filesystem),
                 (Listing{{"/keep", "/"}, {"/keep/a", "1"}, {"/var", "/"}, {"/same", "2"}, {"/usr", "/"}, {"/usr/lib", "/"}, {"/usr/lib/m", "4"}}));
        const Node &node = (*filesystem)[filesystem->find("/keep/a").value()];
        QVERIFY(node.uid == 1000 && node.gid == 100);
    }

    void empty_files_at_the_end_are_not_read_twice_at_once() {
        std::vector<test::TarEntry> entries{{"a", "1"}};
        for (int i = 0; i < 20'000; ++i) entries.push_back({.name = "b/" + QByteArray::number(i)});
        QVERIFY(iso_of(source_of(tar_of(entries))));
    }

    void no_program_is_started() {
        QVERIFY(QDir().mkpath(file("bin")));
        for (const char *program : {"lrzip", "lzop", "grzip", "gzip", "gunzip", "unlzma", "unlzip", "unxz", "bunzip2", "zstd", "lz4", "sh"}) {
            QVERIFY(test::write_file(file("bin/") + program, QString("#!/bin/sh\ntouch '%1'\n").arg(file("started")).toUtf8()));
            QFile::setPermissions(file("bin/") + program, QFile::ReadOwner | QFile::ExeOwner);
        }
        const QByteArray lzo = packed("tree.tar.lzo"), path = qgetenv("PATH");
        qputenv("PATH", file("bin").toUtf8());
        const auto of_lzo = listing_of(lzo);
        const auto of_lrzip = refusal_of(source_of(QByteArray("LRZI\0\6", 6) + QByteArray(100, '\0')));
        const auto of_grzip = refusal_of(source_of(QByteArray("GRZipII\0\2\4:)", 12) + QByteArray(100, '\0')));
        qputenv("PATH", path);
        QCOMPARE(of_lzo, listing_of(packed("tree.tar")));
        QCOMPARE(of_lrzip, std::vector{ErrorCode::no_archive});
        QCOMPARE(of_grzip, std::vector{ErrorCode::no_archive});
        QVERIFY(!QFile::exists(file("started")));
    }

    void attributes_without_a_place_are_noted_once() {
        std::vector<Error> notes;
        const QByteArray tar =
            tar_of({pax_entry("SCHILY.xattr.user.a", "1"), {"a", "1"}, pax_entry("SCHILY.xattr.security.capability", "x"), {"b", "2"}, {"c", "3"}});
        QVERIFY(iso_of(source_of(tar), {.label = "A", .on_note = [&](const Error &error) { notes.push_back(error); }}));
        QCOMPARE(notes.size(), std::size_t(1));
        QVERIFY(notes[0].code == ErrorCode::attributes_left_out);
        QVERIFY(QByteArray::fromStdString(notes[0].detail).contains("a") && QByteArray::fromStdString(notes[0].detail).contains("b"));
    }
};

QTEST_GUILESS_MAIN(ArchiveSourceTest)
#include "archive_source_test.moc"
