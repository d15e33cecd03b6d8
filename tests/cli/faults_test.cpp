// SPDX-License-Identifier: GPL-3.0-or-later
// Small files that broke this command or might break similar ones: each gives a right result or one clear message, in little time and memory.

#include "support/command_folder.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QTest>

#include <sys/resource.h>

using namespace cloop::test;

namespace {

struct Try {
    const char *file;
    QStringList arguments;    ///< FILE: the unpacked file
    QList<int> statuses;
    QByteArrayList said{};    ///< expected on standard output or error
    QByteArrayList unsaid{};
};

const std::vector<Try> &tries() {
    static const std::vector<Try> all{
        {"iso/symlink_double_slash_genisoimage.iso.gz", {"ls", "-l", "FILE"}, {0}, {"usr//lib", "a//file", "//etc"}},
        {"iso/xa_rockridge.iso.gz", {"ls", "-l", "FILE"}, {0}, {"link -> lower.txt"}},
        {"iso/makefs_deep.iso.gz", {"ls", "-R", "FILE"}, {0}},
        {"iso/makefs_deep.iso.gz", {"get", "FILE", "/", "deep"}, {0}},
        {"iso/hardlink_genisoimage.iso.gz", {"get", "FILE", "/", "linked"}, {0}},
        {"iso/zisofs_genisoimage.iso.gz", {"get", "FILE", "/", "inflated"}, {0}},
        {"iso/apple_associated.iso.gz", {"get", "FILE", "/", "apple"}, {0}},
        {"zip_stored_131072_badcrc.zip.gz", {"create", "FILE", "out"}, {1}, {"damaged"}},
        {"tar_all_hole.tar.gz", {"create", "FILE", "out"}, {0}},
        {"tar_128k_then_hole.tar.gz", {"create", "FILE", "out"}, {0}},
        {"sparse-8EiB.tar.gz", {"create", "FILE", "out"}, {1}},
        {"sparse-8EiB.tar.gz", {"estimate", "FILE"}, {1}},
        {"endless-retry.tar.gz", {"create", "FILE", "out"}, {1}, {"damaged"}},
        {"endless-retry.tar.gz", {"estimate", "FILE"}, {1}},
        {"usrmerge_append.tar.gz", {"create", "FILE", "out"}, {0}},
        {"nfc_nfd_same_name.tar.gz", {"create", "FILE", "out"}, {0}},
        {"name_300_bytes.tar.gz", {"create", "FILE", "out"}, {0}, {"name"}},
        {"pathbomb.tar.xz", {"create", "FILE", "out"}, {0, 1}},
        {"pathbomb.tar.xz", {"estimate", "FILE"}, {0, 1}},
        {"mkuzip-zero.uzip", {"verify", "FILE"}, {0}},
        {"mkuzip-short.uzip", {"verify", "FILE"}, {0}},
        {"names-with-c1-and-bidi.cloop", {"ls", "-R", "FILE"}, {0}},  // to a pipe, bytes are written unchanged
        {"names-with-c1-and-bidi.cloop", {"ls", "-R", "--json", "FILE"}, {0}, {}, {"\xC2\x9B", "\xE2\x80\xAE"}},
        {"names-with-c1-and-bidi.cloop", {"info", "FILE"}, {0}, {}, {"\xC2\x9B", "\xE2\x80\xAE"}},
        {"hostile/head.cloop", {"info", "FILE"}, {0, 2}},
        {"hostile/head.cloop", {"verify", "FILE"}, {2}},
        {"hostile/head.cloop", {"map", "FILE"}, {2}},
        {"hostile/head.cloop", {"map", "--csv", "FILE"}, {2}},
        {"hostile/head.cloop", {"map", "--json", "FILE"}, {2}},
        {"hostile/head.cloop", {"diff", "FILE", "FILE"}, {1, 2}},
        {"hostile/head.cloop", {"extract", "--keep-going", "--verify", "FILE", "out"}, {1, 2}},
        {"hostile/info-heap-overread.cloop", {"info", "FILE"}, {0, 2}},
        {"hostile/ptquad.cloop.xz", {"ls", "-R", "--json", "FILE"}, {0, 2}},
        {"hostile/ptquad.cloop.xz", {"verify", "FILE"}, {0, 2}},
        {"hostile/dirover.cloop.xz", {"ls", "-R", "FILE"}, {0, 2}},
        {"hostile/dirover.cloop.xz", {"get", "FILE", "/", "dirover"}, {0, 1, 2}},
        {"hostile/deep.cloop.xz", {"ls", "-R", "FILE"}, {0, 2}},
        {"hostile/deep.cloop.xz", {"ls", "-R", "--json", "FILE"}, {0, 2}},
        {"hostile/hits.cloop.xz", {"ls", "-R", "FILE"}, {0, 2}},
        {"hostile/hits.cloop.xz", {"verify", "FILE"}, {0, 2}},
        {"hostile/hits.cloop.xz", {"verify", "--json", "FILE"}, {0, 2}},
        // With blocks of 64 MiB, of which a few are in memory.
        {"hostile/ce64.cloop.xz", {"ls", "-R", "FILE"}, {0, 2}},
        {"hostile/ce64.cloop.xz", {"get", "FILE", "/", "ce64"}, {0, 1, 2}},
    };
    return all;
}

} // namespace

class FaultsTest : public QObject, protected CommandFolder {
    Q_OBJECT

    /// Unpacks the vector and returns its path.
    QString unpacked(const QString &vector) {
        QByteArray bytes = read_file(VECTORS "/" + vector);
        QString name = vector.section('/', -1);
        for (const auto &[ending, program] : {std::pair{".xz", "xz"}, {".gz", "gzip"}}) {
            // Compressed archives stay compressed, except the ZIP, which is only compressed to be small.
            if (!name.endsWith(ending) || name.contains(".tar.")) continue;
            bytes = run(program, {"-dc"}, bytes).out;
            name.chop(3);
        }
        return !bytes.isEmpty() && write_file(file(name), bytes) ? file(name) : QString();
    }

public:
    FaultsTest() : CommandFolder(BIN_DIR, VECTORS) {}

private slots:
    void cleanupTestCase() { run("rm", {"-rf", path()}); }

    void hostile_and_odd_files_are_answered_data() {
        QTest::addColumn<int>("number");
        for (int i = 0; i < int(tries().size()); ++i)
            QTest::addRow("%s: %s", tries()[size_t(i)].file, qPrintable(tries()[size_t(i)].arguments.join(' '))) << i;
    }
    void hostile_and_odd_files_are_answered() {
        QFETCH(int, number);
        const Try &one = tries()[size_t(number)];
        const QString file_path = unpacked(one.file);
        QVERIFY(!file_path.isEmpty());
        QFile::remove(file("out"));
        QStringList arguments = one.arguments;
        arguments.replaceInStrings("FILE", file_path);
        for (QString &argument : arguments)
            if (QStringList{"deep", "linked", "inflated", "apple", "ce64", "dirover"}.contains(argument)) QVERIFY(QDir(path()).mkpath(argument));
        QElapsedTimer timer;
        timer.start();
        const Outcome outcome = cloop(arguments);
        const QByteArray said = QByteArray::number(outcome.status) + ": " + outcome.out.left(300) + outcome.err.left(600);
        QVERIFY2(one.statuses.contains(outcome.status), said.constData());
        QVERIFY2(outcome.status == 0 || !(outcome.err + outcome.out).trimmed().isEmpty(), said.constData());
        for (const QByteArray &text : one.said) QVERIFY2((outcome.out + outcome.err).contains(text), said.constData());
        for (const QByteArray &text : one.unsaid) QVERIFY2(!(outcome.out + outcome.err).contains(text), text.toPercentEncoding().constData());
        QVERIFY2(timer.elapsed() < 200'000, "it takes too long");
#ifndef CLOOPSMITH_CHECKED
        struct rusage used {};
        ::getrusage(RUSAGE_CHILDREN, &used);
        // The maximum over all processes so far, so files with the largest blocks come last.
        const long most_mib = QByteArray(one.file).contains("ce64") ? 512 : 300;
        QVERIFY2(used.ru_maxrss < most_mib * 1024, qPrintable(QString("%1 MiB").arg(used.ru_maxrss / 1024)));
#endif
    }

    void what_came_out_of_odd_discs_is_right() {
        QCOMPARE(run("sh", {"-c", "find . -type f -links +1 | wc -l"}, {}, file("linked")).out.trimmed().toInt() > 1, true);
        QVERIFY(!read_file(file("apple/photo")).isEmpty());
        // No extracted file is still compressed by zisofs.
        const QByteArray magic = QByteArray::fromHex("37E45396C9DBD607");
        QDirIterator files(file("inflated"), QDir::Files, QDirIterator::Subdirectories);
        QVERIFY(files.hasNext());
        while (files.hasNext()) QVERIFY(!read_file(files.next()).startsWith(magic));
    }

    /// libisofs miscounted these before its fix: 64 names of 248 bytes.
    void many_long_names_come_back() {
        QVERIFY(QDir(path()).mkpath("long"));
        for (int i = 0; i < 64; ++i) {
            const QString name = QString("%1").arg(i, 4, 10, QChar('0')) + QString(244, QChar('x'));
            QVERIFY(write_file(file("long/" + name), QByteArray::number(i)));
        }
        QCOMPARE(cloop({"create", "long", "long.cloop"}).status, 0);
        QVERIFY(QDir(path()).mkpath("long-back"));
        QCOMPARE(cloop({"get", "long.cloop", "/", "long-back"}).status, 0);
        QCOMPARE(run("diff", {"-r", file("long"), file("long-back")}).status, 0);
    }
};

QTEST_GUILESS_MAIN(FaultsTest)
#include "faults_test.moc"
