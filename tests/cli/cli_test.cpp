// SPDX-License-Identifier: GPL-3.0-or-later
// The cloop command end to end: real processes, real files, compared with the old tools.

#include "support/command_folder.h"

#include <QJsonArray>
#include <QSet>
#include <QStandardPaths>
#include <QTest>

using namespace cloop::test;

class CliTest : public QObject, protected CommandFolder {
    Q_OBJECT

    static QByteArray padded(QByteArray bytes, qsizetype block) { return bytes + QByteArray((block - bytes.size() % block) % block, '\0'); }

public:
    CliTest() : CommandFolder(BIN_DIR, VECTORS) {}

private slots:
    void initTestCase() {
        QVERIFY(make_tree());
        QCOMPARE(cloop({"create", "tree", "tree.cloop"}).status, 0);
    }

    void cleanup() { QCOMPARE(strays(), QStringList()); }

    void version_names_the_encoders() {
        const Outcome outcome = cloop({"--version"});
        QCOMPARE(outcome.status, 0);
        for (const char *library : {"cloop ", "libdeflate ", "zlib ", "liblzma ", "lz4 ", "lzo "}) QVERIFY(outcome.out.contains(library));
    }

    void every_command_has_help() {
        for (const char *command : {"create", "extract", "info", "verify", "map", "estimate", "ls", "get", "cat", "convert", "diff", "bench"}) {
            const Outcome outcome = cloop({command, "--help"});
            QCOMPARE(outcome.status, 0);
            QVERIFY(outcome.out.contains("--json"));
        }
    }

    void qemu_reads_what_is_made() {
        const QString qemu = QStandardPaths::findExecutable("qemu-img");
        QVERIFY2(!qemu.isEmpty(), "qemu-utils is missing: ./dev deps test");
        QCOMPARE(cloop({"extract", "tree.cloop", "tree.iso", "--force"}).status, 0);
        QCOMPARE(run(qemu, {"convert", "-f", "cloop", "-O", "raw", file("tree.cloop"), file("qemu.iso")}).status, 0);
        QVERIFY(read_file(file("qemu.iso")) == padded(read_file(file("tree.iso")), 65536));
    }

    void debians_extractor_reads_what_is_made() {
        // Newer distributions lack this peer.
        const QString peer = "/usr/bin/extract_compressed_fs";
        if (!QFile::exists(peer)) {
            QVERIFY2(!read_file("/etc/debian_version").startsWith("12"), "cloop-utils is missing: ./dev deps test");
            return;
        }
        QCOMPARE(cloop({"extract", "tree.cloop", "tree.iso", "--force"}).status, 0);
        for (const QStringList &options : {QStringList{}, {"-l", "12"}, {"-c", "best"}, {"-c", "zlib", "-l", "0"}, {"-B", "4K"}}) {
            QCOMPARE(cloop(QStringList{"create", "tree.iso", "peer.cloop", "--force"} + options).status, 0);
            QFile::remove(file("peer.iso"));  // the peer would not truncate it
            QCOMPARE(run(peer, {file("peer.cloop"), file("peer.iso")}).status, 0);
            QVERIFY(read_file(file("peer.iso")) == padded(read_file(file("tree.iso")), options.contains("4K") ? 4096 : 65536));
        }
    }

    void xz_and_stream_images_come_back() {
        for (const QStringList &options : {QStringList{"-f", "v4", "-c", "best"},
                                           {"-f", "v4-stream", "-c", "xz"},
                                           {"-f", "v4", "-c", "lz4"},
                                           {"-f", "v4", "-c", "lzo", "-B", "512"}}) {
            QCOMPARE(cloop(QStringList{"create", VECTORS "/mixed.bin", "m.cloop", "--force"} + options).status, 0);
            QCOMPARE(cloop({"extract", "m.cloop", "-"}).out, mixed());
        }
    }

    void pipes_take_and_give() {
        const Outcome made = cloop({"create", "-", "-", "--size", "600001"}, mixed());
        QCOMPARE(made.status, 0);
        QVERIFY(write_file(file("piped.cloop"), made.out));
        QCOMPARE(cloop({"extract", "piped.cloop", "-"}).out, mixed());
        const Outcome file_made = cloop({"create", VECTORS "/mixed.bin", "plain.cloop", "--force"});
        QCOMPARE(file_made.status, 0);
        QVERIFY(read_file(file("plain.cloop")) == made.out);
        const Outcome wrong = cloop({"create", "-", "wrong.cloop", "--size", "600000"}, mixed());
        QCOMPARE(wrong.status, 1);
        QVERIFY(wrong.err.contains("--size"));
        QVERIFY(!QFile::exists(file("wrong.cloop")));
    }

    void a_stream_into_a_pipe_needs_no_temporary_file() {
        const Outcome made = run(BIN_DIR "/cloop", {"create", "tree", "-", "-f", "v4-stream"}, {}, path(), {"TMPDIR=/nonexistent"});
        QCOMPARE(made.status, 0);
        QCOMPARE(made.out.size() % 2048, 0);
        QVERIFY(write_file(file("stream.cloop"), made.out));
        QCOMPARE(cloop({"verify", "stream.cloop"}).status, 0);
        QCOMPARE(cloop({"cat", "stream.cloop", "/file4"}).out, read_file(file("tree/file4")));
        // A version 2 image for standard output needs a temporary file.
        const Outcome refused = run(BIN_DIR "/cloop", {"create", "tree", "-"}, {}, path(), {"TMPDIR=/nonexistent"});
        QCOMPARE(refused.status, 1);
        QVERIFY(refused.err.contains("/nonexistent"));
    }

    void the_same_folder_gives_the_same_bytes() {
        QCOMPARE(cloop({"create", "tree", "again.cloop", "-t", "1", "--force"}).status, 0);
        QVERIFY(read_file(file("again.cloop")) == read_file(file("tree.cloop")));
    }

    void forty_damaged_blocks_are_named_with_all_they_hit_data() {
        QTest::addColumn<bool>("has_descriptors");
        QTest::newRow("directories, path tables, index") << true;
        QTest::newRow("and both volume descriptors") << false;
    }
    void forty_damaged_blocks_are_named_with_all_they_hit() {
        QFETCH(bool, has_descriptors);
        QCOMPARE(cloop({"create", "tree", "hurt.cloop", "-B", "4K", "--force"}).status, 0);
        QCOMPARE(cloop({"extract", "hurt.cloop", "hurt.iso", "--force"}).status, 0);
        const QJsonArray map = QJsonDocument::fromJson(cloop({"map", "hurt.cloop", "--json"}).out).array();
        QVERIFY(map.size() > 300);

        // The files in each block, by an independent reader: xorriso's list of extents.
        QHash<int, QSet<QString>> files_of_block;
        const QByteArray listing = run("xorriso", {"-indev", file("hurt.iso"), "-find", "/", "-type", "f", "-exec", "report_lba", "--"}).out;
        for (const QByteArray &line : listing.split('\n')) {
            // File data lba:  0 ,  59 ,  10 ,  20003 , '/file0'
            if (!line.startsWith("File data lba:")) continue;
            const auto fields = line.mid(14).split(',');
            const qint64 sector = fields[1].trimmed().toLongLong(), size = fields[3].trimmed().toLongLong();
            QByteArray name = fields[4].trimmed();
            for (qint64 block = sector * 2048 / 4096; block <= (sector * 2048 + size - 1) / 4096; ++block)
                files_of_block[int(block)] << QString::fromUtf8(name.mid(1, name.size() - 2));
        }
        QVERIFY(files_of_block.size() > 100);

        // Damage in the directories of Rock Ridge and the path tables; in an index entry, which loses no block; and all over the data.
        QSet<int> bad{10, 11, 12, 13, 14, 18};
        if (!has_descriptors) bad << 8;
        const int entry = 200;
        QRandomGenerator random(42);
        while (bad.size() < 38) bad << 202 + int(random.bounded(quint32(map.size() - 203)));
        QByteArray bytes = read_file(file("hurt.cloop"));
        for (const int block : bad) {
            const QJsonObject row = map[block].toObject();
            const qint64 offset = row["offset"].toInteger(), stored = row["stored"].toInteger();
            bytes[offset + stored / 2] = char(bytes[offset + stored / 2] ^ 0x55);
            bytes[offset + stored - 1] = char(bytes[offset + stored - 1] ^ 0xAA);
        }
        bytes.replace(136 + 8 * entry, 8, QByteArray(8, '\0'));
        QVERIFY(write_file(file("hurt.cloop"), bytes));

        const Outcome verified = cloop({"verify", "hurt.cloop", "--json", "--map", "hurt.map", "--force"});
        QCOMPARE(verified.status, 2);
        const QJsonObject report = json(verified);
        QCOMPARE(report["misplaced_blocks"].toInt(), 2);
        QSet<int> named;
        for (const QJsonValue &range : report["damaged_ranges"].toArray())
            for (int block = range["first_block"].toInt(); block <= range["last_block"].toInt(); ++block) named << block;
        QCOMPARE(named, bad);
        QSet<QString> expected_files, named_files, named_directories;
        for (const int block : bad) expected_files |= files_of_block[block];
        for (const QJsonValue &hit : report["files"].toArray())
            (hit["kind"].toString() == "file" ? named_files : named_directories) << hit["path"].toString();
        QCOMPARE(named_files, expected_files);
        // Without descriptors, the path table and so Rock Ridge's folders can't be located: Joliet gives their contents.
        const QStringList directories =
            has_descriptors ? QStringList{"/", "/sub", "/sub/deep", "[path table]"} : QStringList{"/", "[volume descriptors]"};
        for (const QString &directory : directories) QVERIFY2(named_directories.contains(directory), qPrintable(directory));
        QVERIFY(read_file(file("hurt.map")).contains("  -\n"));
        const Outcome resumed = cloop({"verify", "hurt.cloop", "--json", "--resume", "hurt.map"});
        QCOMPARE(resumed.status, 2);
        QCOMPARE(json(resumed)["damaged_ranges"], report["damaged_ranges"]);
        QCOMPARE(json(resumed)["states"], report["states"]);
        // Skipped blocks are counted.
        const int taken = json(resumed)["from_map"].toInt();
        QVERIFY(taken > 0 && taken < report["states"]["sound"].toInt());
        QVERIFY(!report.contains("from_map"));
        QCOMPARE(cloop({"verify", "hurt.cloop", "--resume", "hurt.cloop"}).status, 1);
        QVERIFY(write_file(file("bare.map"),
                           "0x0 + 1\n0 " + QByteArray::number(qint64(json(cloop({"info", "hurt.cloop", "--json"}))["content_size"].toDouble())) +
                               " +\n"));
        const Outcome bare = cloop({"verify", "hurt.cloop", "--resume", "bare.map"});
        QCOMPARE(bare.status, 1);
        QVERIFY2(bare.err.contains("does not say which image"), bare.err.constData());
        const Outcome ours = cloop({"verify", "hurt.cloop", "--copied", "hurt.map"});
        QCOMPARE(ours.status, 1);
        QVERIFY2(ours.err.contains("of an earlier check"), ours.err.constData());
        // The map of a disc on which the image begins at byte 2048, and of which one sector in block 300 was not read.
        const qint64 unread = 2048 + map[300].toObject()["offset"].toInteger() + 1;
        QVERIFY(write_file(file("disc.map"), "0x0 + 1\n0 " + QByteArray::number(unread) + " +\n" + QByteArray::number(unread) + " 1 -\n" +
                                                 QByteArray::number(unread + 1) + " 100000000 +\n"));
        const QJsonArray uncopied =
            json(cloop({"verify", "hurt.cloop", "--json", "--copied", "disc.map", "--at", "2048"}))["uncopied_ranges"].toArray();
        QCOMPARE(uncopied.size(), 1);
        QCOMPARE(uncopied[0]["first_block"].toInt(), 300);
        QCOMPARE(uncopied[0]["last_block"].toInt(), 300);

        QCOMPARE(cloop({"extract", "hurt.cloop", "stopped.iso"}).status, 2);
        QVERIFY(!QFile::exists(file("stopped.iso")));
        const Outcome extracted = cloop({"extract", "hurt.cloop", "rest.iso", "--keep-going", "--verify", "--json", "--force"});
        QCOMPARE(extracted.status, 2);
        QSet<int> lost;
        for (const QJsonValue &range : json(extracted)["damaged_ranges"].toArray())
            for (int block = range["first_block"].toInt(); block <= range["last_block"].toInt(); ++block) lost << block;
        QCOMPARE(lost, bad);
        QCOMPARE(json(extracted)["lost_blocks"].toInt(), 38);
        QVERIFY(json(extracted)["verified"].toBool());
        QByteArray whole = read_file(file("hurt.iso"));
        for (const int block : bad) whole.replace(block * 4096, 4096, QByteArray(std::min<qsizetype>(4096, whole.size() - block * 4096), '\0'));
        QVERIFY(read_file(file("rest.iso")) == whole);

        // Every undamaged file is extracted correctly, despite the damaged directories.
        QDir(file("saved")).removeRecursively();
        QDir().mkdir(file("saved"));
        QCOMPARE(cloop({"get", "hurt.cloop", "/", "saved"}).status, 2);
        int saved = 0;
        for (int i = 0; i < 120; ++i) {
            const QString name = QString("%1file%2").arg(i % 2 ? "sub/" : "").arg(i);
            if (expected_files.contains("/" + name)) continue;
            QVERIFY2(read_file(file("saved/" + name)) == read_file(file("tree/" + name)), qPrintable(name));
            ++saved;
        }
        QVERIFY(saved > 50);
    }

    void a_damaged_head_costs_nothing_and_is_told_data() {
        QTest::addColumn<int>("at");
        QTest::addColumn<int>("bits");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("fewer blocks") << 134 << 0x01 << QByteArray("its head is damaged. It says");
        QTest::newRow("smaller blocks") << 129 << 0x02 << QByteArray("its head is damaged. It says blocks of");
        QTest::newRow("no version") << 12 << 0x40 << QByteArray("a version that does not exist");
        QTest::newRow("the noted size") << 98 << 0x01 << QByteArray("its head is damaged. It notes a size");
        QTest::newRow("an entry of the index") << 136 + 8 * 20 + 6 << 0x10 << QByteArray("its index is damaged");
    }
    void a_damaged_head_costs_nothing_and_is_told() {
        QFETCH(int, at);
        QFETCH(int, bits);
        QFETCH(QByteArray, words);
        QCOMPARE(cloop({"create", "tree", "sound.cloop", "-B", "4K", "--force"}).status, 0);
        QCOMPARE(cloop({"extract", "sound.cloop", "sound.raw", "--force"}).status, 0);
        QByteArray bytes = read_file(file("sound.cloop"));
        bytes[at] = char(bytes[at] ^ bits);
        QVERIFY(write_file(file("flipped.cloop"), bytes));
        const Outcome extracted = cloop({"extract", "flipped.cloop", "flipped.raw", "--force"});
        QCOMPARE(extracted.status, 2);
        QVERIFY2(extracted.err.contains(words), extracted.err.constData());
        QVERIFY(read_file(file("flipped.raw")) == read_file(file("sound.raw")));
        for (const QStringList &command :
             {QStringList{"verify", "flipped.cloop"}, {"cat", "flipped.cloop", "/file0"}, {"convert", "flipped.cloop", "mended.cloop", "--force"}}) {
            const Outcome done = cloop(command);
            QVERIFY2(command[0] == "cat" || done.status == 2, qPrintable(command[0]));
            QVERIFY2(command[0] == "cat" || done.err.contains(words), done.err.constData());
        }
        QCOMPARE(cloop({"verify", "mended.cloop"}).status, 0);
    }

    void a_damaged_block_costs_its_own_bytes_and_no_more() {
        QVERIFY(QDir(path()).mkpath("one"));
        QByteArray content = mixed() + mixed();
        QVERIFY(write_file(file("one/file"), content));
        QCOMPARE(cloop({"create", "one", "one.cloop", "-f", "v4", "-c", "xz"}).status, 0);
        const QJsonObject row = QJsonDocument::fromJson(cloop({"map", "one.cloop", "--json"}).out).array()[8].toObject();
        QByteArray bytes = read_file(file("one.cloop"));
        const qint64 middle = row["offset"].toInteger() + row["stored"].toInteger() / 2;
        bytes[middle] = char(bytes[middle] ^ 1);
        QVERIFY(write_file(file("one.cloop"), bytes));

        const Outcome got = cloop({"get", "one.cloop", "file", "one.back"});
        QCOMPARE(got.status, 2);
        QCOMPARE(got.err.count("block 8 "), 1);
        const Outcome shown = cloop({"cat", "one.cloop", "file"});
        QCOMPARE(shown.err.count("block 8 "), 1);
        QCOMPARE(read_file(file("one.back")), shown.out);
        QCOMPARE(shown.out.size(), content.size());
        // The file's place is sector-aligned, so the differing bytes are contiguous and within one block.
        qsizetype first = 0, last = content.size();
        while (shown.out[first] == content[first]) ++first;
        while (shown.out[last - 1] == content[last - 1]) --last;
        QVERIFY2(last - first <= 65536, qPrintable(QString("%1 bytes are lost").arg(last - first)));

        const Outcome stopped = cloop({"extract", "one.cloop", "one.iso"});
        QCOMPARE(stopped.status, 2);
        QVERIFY2(stopped.err.contains("block 8 ") && stopped.err.contains("/file") && stopped.err.contains("--keep-going"), stopped.err.constData());
    }

    void files_inside_are_listed_and_brought_out() {
        QVERIFY(cloop({"ls", "tree.cloop"}).out.contains("file0\n"));
        QVERIFY(cloop({"ls", "-R", "tree.cloop"}).out.contains("sub/file1\n"));
        QVERIFY(cloop({"ls", "-l", "tree.cloop", "/sub"}).out.contains("-rw"));
        QCOMPARE(cloop({"cat", "tree.cloop", "sub/file3"}).out, read_file(file("tree/sub/file3")));
        QCOMPARE(cloop({"get", "tree.cloop", "file2", "copy"}).status, 0);
        QCOMPARE(read_file(file("copy")), read_file(file("tree/file2")));
        QCOMPARE(cloop({"get", "tree.cloop", "file2", "copy"}).status, 1);
        const Outcome tar = cloop({"get", "tree.cloop", "/", "-"});
        QCOMPARE(tar.status, 0);
        QVERIFY(write_file(file("out.tar"), tar.out));
        QDir().mkdir(file("untarred"));
        QCOMPARE(run("tar", {"-xf", file("out.tar"), "-C", file("untarred")}).status, 0);
        QCOMPARE(run("diff", {"-r", file("tree"), file("untarred")}).out, QByteArray());
        const Outcome gone = cloop({"cat", "tree.cloop", "/nothing"});
        QCOMPARE(gone.status, 1);
        QVERIFY(gone.err.contains("/nothing"));
    }

    void an_image_inside_an_iso_is_opened() {
        QDir().mkpath(file("disc/KNOPPIX"));
        QVERIFY(QFile::copy(file("tree.cloop"), file("disc/KNOPPIX/KNOPPIX")));
        QCOMPARE(run("xorriso", {"-as", "mkisofs", "-quiet", "-R", "-o", file("disc.iso"), file("disc")}).status, 0);
        QCOMPARE(cloop({"cat", "disc.iso:/KNOPPIX/KNOPPIX", "/file6"}).out, read_file(file("tree/file6")));
        QCOMPARE(cloop({"verify", "disc.iso"}).status, 0);
        QVERIFY(cloop({"ls", "disc.iso", "KNOPPIX"}).out.contains("KNOPPIX"));
    }

    void convert_and_diff() {
        QCOMPARE(cloop({"convert", "tree.cloop", "other.cloop", "-f", "v4", "-c", "xz", "-B", "128K", "--force"}).status, 0);
        QCOMPARE(cloop({"diff", "tree.cloop", "other.cloop"}).status, 0);
        QByteArray changed = read_file(file("tree/file8"));
        changed[100] = '!';
        QVERIFY(write_file(file("tree/file8"), changed));
        QCOMPARE(cloop({"create", "tree", "changed.cloop", "--force"}).status, 0);
        const Outcome diff = cloop({"diff", "tree.cloop", "changed.cloop", "--json"});
        QCOMPARE(diff.status, 1);
        bool is_named = false;
        for (const QJsonValue &path : json(diff)["files"].toArray()) is_named = is_named || path.toString() == "/file8";
        QVERIFY(is_named);
    }

    void split_sets_are_made_and_read() {
        QCOMPARE(cloop({"create", VECTORS "/mixed.bin", "set", "--split", "100K"}).status, 0);
        QVERIFY(QFile::exists(file("set.000")) && QFile::exists(file("set.002")) && !QFile::exists(file("set")));
        QVERIFY(QFileInfo(file("set.000")).size() < 100 * 1024);
        QCOMPARE(cloop({"extract", "set", "-"}).out, mixed());
        QCOMPARE(cloop({"extract", "set.001", "-"}).out, mixed());
        QVERIFY(QFile::remove(file("set.001")));
        QCOMPARE(json(cloop({"info", "--json", "--colour"}))["error"].toObject()["name"].toString(), "invalid_option");
        const Outcome missing = cloop({"info", "set"});
        QCOMPARE(missing.status, 1);
        QVERIFY(missing.err.contains("set.001"));
    }

    void info_tells_json_with_stable_keys() {
        const QJsonObject facts = json(cloop({"info", "tree.cloop", "--json"}));
        for (const char *key :
             {"image", "version", "block_size", "blocks", "content_size", "image_size", "ratio", "codecs", "histogram", "content", "old_readers"})
            QVERIFY2(facts.contains(key), key);
        QCOMPARE(facts["block_size"].toInt(), 65536);
        QVERIFY(facts["content"].toString().contains("ISO 9660"));
    }

    void estimates_are_near_the_truth() {
        const QJsonObject estimate = json(cloop({"estimate", VECTORS "/mixed.bin", "--json"}));
        QCOMPARE(cloop({"create", VECTORS "/mixed.bin", "e.cloop", "--force"}).status, 0);
        // All ten blocks were sampled: only the head's size is estimated.
        const qint64 guessed = estimate["presets"].toArray()[0].toObject()["image_size"].toInteger();
        QVERIFY(qAbs(guessed - QFileInfo(file("e.cloop")).size()) < 16);
        // An archive is estimated by its contents, not by its own bytes.
        QCOMPARE(run("tar", {"-czf", file("e.tar.gz"), "-C", file("tree"), "."}).status, 0);
        const qint64 of_archive = json(cloop({"estimate", "e.tar.gz", "--json"}))["presets"].toArray()[0].toObject()["image_size"].toInteger();
        QCOMPARE(cloop({"create", "e.tar.gz", "e.cloop", "--force"}).status, 0);
        const qint64 real = QFileInfo(file("e.cloop")).size();
        QVERIFY2(qAbs(of_archive - real) < real / 20, qPrintable(QString("%1 for %2").arg(of_archive).arg(real)));
    }

    void wrong_calls_are_refused_with_a_sentence_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("no such file") << QStringList{"info", "nothing"} << 1 << QByteArray("nothing: it does not exist. Check the name.");
        QTest::newRow("no image") << QStringList{"info", VECTORS "/mixed.bin"} << 2 << QByteArray("not a cloop image");
        QTest::newRow("a folder") << QStringList{"info", "tree"} << 1 << QByteArray("folder");
        QTest::newRow("xz in v2") << QStringList{"create", "tree", "x", "-c", "xz"} << 1 << QByteArray("v4");
        QTest::newRow("level") << QStringList{"create", "tree", "x", "-l", "13"} << 1 << QByteArray("deflate: 1-12");
        QTest::newRow("block size") << QStringList{"create", "tree", "x", "-B", "1000"} << 1 << QByteArray("multiple of 512");
        QTest::newRow("unknown codec") << QStringList{"create", "tree", "x", "-c", "zip"} << 1 << QByteArray("zip");
        QTest::newRow("unknown way") << QStringList{"attach", "x", "--way", "tree"} << 1 << QByteArray("Choose one of auto, module, fuse");
        QTest::newRow("no thread") << QStringList{"info", "x", "-t", "0"} << 1 << QByteArray("--threads: it takes a number from 1 to 1024");
        QTest::newRow("output there") << QStringList{"create", "tree", "tree.cloop"} << 1 << QByteArray("--force");
        QTest::newRow("output is input") << QStringList{"create", "tree.cloop", "tree.cloop", "--force"} << 1 << QByteArray("input");
        QTest::newRow("output inside input") << QStringList{"create", ".", "tree.cloop", "--force"} << 1 << QByteArray("input");
        QTest::newRow("convert onto itself") << QStringList{"convert", "tree.cloop", "tree.cloop", "--force"} << 1 << QByteArray("input");
        QTest::newRow("no such folder") << QStringList{"create", "tree", "no/where"} << 1 << QByteArray("no");
        QTest::newRow("unknown option") << QStringList{"info", "--colour", "x"} << 1 << QByteArray("--colour");
        QTest::newRow("no command") << QStringList{} << 1 << QByteArray("--help");
        QTest::newRow("unknown command") << QStringList{"unpack", "x"} << 1 << QByteArray("the command unpack does not exist");
        QTest::newRow("label of a file") << QStringList{"create", VECTORS "/mixed.bin", "x", "--label", "L"} << 1 << QByteArray("--label");
        QTest::newRow("standard input twice read") << QStringList{"verify", "-"} << 1 << QByteArray("standard input");
    }
    void wrong_calls_are_refused_with_a_sentence() {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        QFETCH(QByteArray, word);
        const Outcome outcome = cloop(arguments);
        QCOMPARE(outcome.status, status);
        QVERIFY2(outcome.err.contains(word), outcome.err.constData());
        QVERIFY(!QFile::exists(file("x")));
    }

    void old_names_take_old_arguments() {
        const QString create = BIN_DIR "/create_compressed_fs", extract = BIN_DIR "/extract_compressed_fs";
        const QByteArray raw = mixed();
        // The argument orders of the man page, the original and a magazine article.
        QCOMPARE(run(create, {"-q", VECTORS "/mixed.bin", "old1"}, {}, path()).status, 0);
        const Outcome piped = run(create, {VECTORS "/mixed.bin", "65536"}, {}, path());
        QCOMPARE(piped.status, 0);
        QVERIFY(write_file(file("old2"), piped.out));
        QCOMPARE(run(create, {"-", "131072", "old3"}, raw, path()).status, 0);
        QCOMPARE(run(create, {"-B", "4096", "-L", "-2", "-t", "2", "-s", "600001", "-f", "tmp", "-m", "-", "old4"}, raw, path()).status, 0);
        for (const char *name : {"old1", "old2", "old3", "old4"}) {
            const Outcome back = run(extract, {name, "-"}, {}, path());
            QCOMPARE(back.status, 0);
            QVERIFY(back.out == raw);
        }
        QCOMPARE(run(create, {"-S", "apart.head", VECTORS "/mixed.bin", "apart.body"}, {}, path()).status, 0);
        QVERIFY(write_file(file("together"), read_file(file("apart.head")) + read_file(file("apart.body"))));
        QCOMPARE(run(extract, {"together", "back"}, {}, path()).status, 0);
        QCOMPARE(read_file(file("back")), raw);
        const Outcome network = run(create, {"-l", "3103", "a", "b"}, {}, path());
        QCOMPARE(network.status, 1);
        QVERIFY(network.err.contains("-t"));
    }

    /// Requests that are refused before the kernel module is used; tests/vm tests the others.
    void devices_are_asked_for_what_makes_sense() {
        QVERIFY(cloop({"create", VECTORS "/mixed.bin", "large.cloop", "-B", "8M"}).status == 0);
        QVERIFY(cloop({"create", VECTORS "/mixed.bin", "small.cloop"}).status == 0);
        const auto refused = [&](const QStringList &arguments, int status, const QByteArray &sentence) {
            const auto outcome = cloop(arguments);
            QVERIFY2(outcome.status == status && outcome.err.contains(sentence), outcome.err.constData());
        };
        refused({"attach", VECTORS "/mixed.bin"}, 2, "is not a cloop image");
        refused({"attach", "missing.cloop"}, 1, "it does not exist");
        refused({"attach", "--way", "module", "large.cloop"}, 1, "larger than the kernel takes. cloop convert -B 4M");
        refused({"attach", "small.cloop", "/dev/cloop999"}, 1, "Load the kernel module");
        refused({"attach", "small.cloop", "small.cloop"}, 1, "it is not a cloop device");
        refused({"attach", "--way", "fuse", "small.cloop", "/dev/cloop0"}, 1, "need the kernel module");
        refused({"mount", "missing.cloop"}, 1, "it does not exist");
        refused({"mount", "small.cloop", "."}, 1, "Name an empty folder");
        refused({"mount", "--way", "tree", "small.cloop", "missing"}, 1, "it does not exist");
        refused({"umount", "small.cloop"}, 1, "it is not mounted");
        refused({"attach", "-o", "many", "small.cloop"}, 1, "many is not a number of bytes");
        refused({"detach"}, 1, "the name of a device, or --all");
        refused({"detach", "small.cloop"}, 1, "is not attached");
        refused({"suspend", "/dev/null"}, 1, "it is not a cloop device");
        refused({"suspend", "--wait", "/dev/cloop999"}, 1, "--eject");
        refused({"resume", "/dev/cloop999"}, 1, "Load the kernel module");
        // Several refusals make one JSON document.
        const auto outcome = cloop({"detach", "--json", "small.cloop", "/dev/null"});
        const QJsonArray rows = QJsonDocument::fromJson(outcome.out).array();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0]["error"]["name"].toString(), "not_attached");
        QCOMPARE(rows[1]["error"]["name"].toString(), "not_a_cloop_device");
    }
};

QTEST_GUILESS_MAIN(CliTest)
#include "cli_test.moc"
