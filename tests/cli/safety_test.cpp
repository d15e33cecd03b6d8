// SPDX-License-Identifier: GPL-3.0-or-later
// The command never destroys existing data: inputs, other files, or its own results.

#include "support/command_folder.h"

#include <QTest>

#include <sys/stat.h>

using namespace cloop::test;

class SafetyTest : public QObject, protected CommandFolder {
    Q_OBJECT

    Outcome shell(const QString &script) const {
        return run("bash", {"-c", script}, {}, path(), {"C=" + program(), "B=" + QFileInfo(program()).path()});
    }
    QStringList names() const { return QDir(path()).entryList(QDir::Files | QDir::Hidden); }

public:
    SafetyTest() : CommandFolder(BIN_DIR, VECTORS) {}

private slots:
    void initTestCase() {
        QVERIFY(make_tree());
        QVERIFY(write_file(file("mixed"), mixed()));
        QCOMPARE(cloop({"create", "tree", "tree.cloop"}).status, 0);
        QCOMPARE(cloop({"create", "mixed", "set", "--split", "100K"}).status, 0);
    }

    void cleanup() { QCOMPARE(strays(), QStringList()); }

    void no_output_replaces_an_input_data() {
        QTest::addColumn<QString>("script");
        QTest::newRow("get onto the image") << "$C get tree.cloop /file0 tree.cloop --force";
        QTest::newRow("head onto the source") << "$B/create_compressed_fs -S mixed mixed out";
        QTest::newRow("head and blocks onto one file") << "$B/create_compressed_fs -S out mixed out";
        QTest::newRow("a set onto itself") << "$C convert set set --split 90K --force";
        QTest::newRow("a set onto one of its parts") << "$C convert set set.001 --force";
        QTest::newRow("standard input") << "$C create - mixed --force <mixed";
        QTest::newRow("standard output in the source") << "$C create tree - -f v4-stream >>tree/file2";
        QTest::newRow("the map onto the image") << "$C verify tree.cloop --map tree.cloop --force";
    }
    void no_output_replaces_an_input() {
        QFETCH(QString, script);
        const QByteArray state = shell("sha256sum mixed set.* tree.cloop tree/file*").out;
        const QStringList before = names();
        const Outcome outcome = shell(script);
        QVERIFY2(outcome.status == 1, outcome.err.constData());
        QVERIFY2(outcome.err.contains("input") || outcome.err.contains("same file"), outcome.err.constData());
        QCOMPARE(shell("sha256sum mixed set.* tree.cloop tree/file*").out, state);
        QCOMPARE(names(), before);
    }

    void get_replaces_the_image_under_no_name() {
        QDir(path()).mkpath("own");
        QVERIFY(write_file(file("own/own.cloop"), "a file of the image's name"));
        QCOMPARE(cloop({"create", "own", "own.cloop"}).status, 0);
        const QByteArray image = read_file(file("own.cloop"));
        const Outcome outcome = cloop({"get", "own.cloop", "/", ".", "--force"});
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.err.contains("own.cloop"), outcome.err.constData());
        QVERIFY(read_file(file("own.cloop")) == image);
    }

    void closed_standard_streams_are_no_files_of_ours() {
        const Outcome out = shell("$C create mixed closed.cloop >&-; $C verify closed.cloop");
        QVERIFY2(out.status == 0, out.err.constData());
        const Outcome both = shell("$C create mixed closed.cloop --force -f v4 <&- >&- 2>&-; $C extract closed.cloop - | cmp - mixed");
        QVERIFY2(both.status == 0, both.out.constData());
    }

    void a_closed_output_is_refused_data() {
        QTest::addColumn<QString>("command");
        for (const char *command : {"ls tree.cloop", "ls -R tree.cloop --json", "info tree.cloop", "verify tree.cloop", "map tree.cloop",
                                    "cat tree.cloop /file0", "get tree.cloop / -", "extract tree.cloop -", "create mixed -",
                                    "diff tree.cloop tree.cloop --json", "estimate mixed", "--help", "--version", "ls --help"})
            QTest::newRow(command) << QString(command);
    }
    void a_closed_output_is_refused() {
        QFETCH(QString, command);
        const Outcome closed = shell("$C " + command + " >&-");
        QCOMPARE(closed.status, 1);
        QVERIFY2(closed.err.contains("standard output"), closed.err.constData());
        QCOMPARE(shell("$C " + command + " >/dev/full").status, 1);
    }

    void a_terminal_gets_nothing_to_obey_data() {
        QTest::addColumn<QString>("command");
        for (const char *command : {"ls $I", "ls -lR $I", "ls $I --json", "info $I", "info $I --json",
                                    "cat $I $(printf 'no\\302\\233\\342\\200\\256')", "$(printf 'bad\\233')"})
            QTest::newRow(command) << QString(command);
    }
    void a_terminal_gets_nothing_to_obey() {
        QFETCH(QString, command);
        QVERIFY(QFile::exists(file("hostile.cloop")) || QFile::copy(VECTORS "/names-with-c1-and-bidi.cloop", file("hostile.cloop")));
        const Outcome outcome = shell("I=hostile.cloop script -qec \"$C " + command + "\" /dev/null");
        QVERIFY(outcome.out.size() > 10);
        for (const QChar character : QString::fromUtf8(outcome.out)) {
            const ushort code = character.unicode();
            QVERIFY2((code >= 0x20 && code < 0x7F) || code == '\n' || code == '\r', qPrintable(QString::number(code, 16)));
        }
    }

    void names_that_are_no_text_come_back_from_json() {
        const QJsonArray rows =
            QJsonDocument::fromJson(run(program(), {"ls", "--json", QString(VECTORS) + "/names-with-c1-and-bidi.cloop"}).out).array();
        QCOMPARE(rows.size(), 6);
        QCOMPARE(rows[3].toObject()["path_bytes"].toString(), QString("/%9b31m"));
        QCOMPARE(rows[4].toObject()["path"].toString(), QString(QChar(0x9B)).prepend('/') + "31mRED");
        QVERIFY(!rows[4].toObject().contains("path_bytes"));
    }

    void results_that_cant_be_written_are_no_success() {
        const Outcome full = shell("$C ls tree.cloop >/dev/full");
        QCOMPARE(full.status, 1);
        QVERIFY2(full.err.contains("standard output"), full.err.constData());
        QCOMPARE(shell("$C map tree.cloop --csv >/dev/full").status, 1);
        QCOMPARE(shell("$C info tree.cloop --json >/dev/full").status, 1);
        // A closed pipe is not an error.
        QCOMPARE(shell("$C ls -R tree.cloop | head -n 1").err, QByteArray());
        QCOMPARE(shell("$C create mixed small.blocks -B 512; $C map small.blocks | head -n 1").err, QByteArray());
    }

    void a_file_size_limit_is_said() {
        const Outcome outcome = shell("ulimit -f 100; $C create mixed limited.cloop");
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.err.contains("--split"), outcome.err.constData());
        QVERIFY(!QFile::exists(file("limited.cloop")));
    }

    void few_threads_and_little_memory_end_in_an_answer_data() {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QList<int>>("statuses");
        QTest::newRow("no threads") << "ulimit -u 1; exec setpriv --reuid 65534 --regid 65534 --clear-groups $C verify tree.cloop -t 4"
                                    << QList<int>{0};
        QTest::newRow("no memory for stacks") << "ulimit -v 400000; $C verify tree.cloop -t 200" << QList<int>{0, 1};
        QTest::newRow("no memory for blocks") << "ulimit -v 150000; $C diff huge.cloop huge.cloop -t 4" << QList<int>{0, 1, 2};
    }
    void few_threads_and_little_memory_end_in_an_answer() {
        if (!has_own_memory) QSKIP("sanitizers and emulators need threads and memory of their own");
        if (::geteuid() != 0) QSKIP("needs root to become someone else");
        QFETCH(QString, script);
        QFETCH(QList<int>, statuses);
        QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther);
        if (!QFile::exists(file("huge.cloop"))) QCOMPARE(cloop({"create", "mixed", "huge.cloop", "-B", "16M"}).status, 0);
        const Outcome outcome = shell("timeout 60 bash -c '" + script + "'");
        QVERIFY2(statuses.contains(outcome.status), QByteArray::number(outcome.status) + outcome.err);
        QVERIFY2(outcome.status == 0 || outcome.err.contains("memory"), outcome.err.constData());
    }

    void parts_of_another_set_are_not_joined() {
        QVERIFY(write_file(file("z.002"), "somebody's"));
        const Outcome refused = cloop({"create", "mixed", "z", "--split", "200K"});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains("z.002"), refused.err.constData());
        QVERIFY(write_file(file("z.007"), "somebody's too"));
        QCOMPARE(cloop({"create", "mixed", "z", "--split", "200K", "--force"}).status, 0);
        QCOMPARE(cloop({"extract", "z", "-"}).out, mixed());
        QVERIFY(!QFile::exists(file("z.007")));
    }

    void names_like_parts_are_only_names() {
        for (const char *name : {"v.gz", "v.xz", "log.2023", "log.2024", "lib.so", "lib.la"}) {
            QVERIFY(QFile::copy(file("mixed"), file(name)));
            const Outcome made = cloop({"create", name, "named.cloop", "--force"});
            QVERIFY2(made.status == 0, made.err.constData());
        }
    }

    void a_set_of_many_parts_needs_no_descriptor_each() {
        const Outcome outcome = shell("ulimit -Sn 40; $C create mixed many --split 3K && $C extract many - | cmp - mixed");
        QVERIFY2(outcome.status == 0, outcome.err.constData());
    }

    void links_go_to_what_was_made_only() {
        QDir(path()).mkpath("theirs");
        QVERIFY(write_file(file("theirs/file0"), "mine"));
        const Outcome outcome = cloop({"get", "tree.cloop", "/file0", "/sub", "theirs"});
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.err.contains("theirs/file0"), outcome.err.constData());
        QCOMPARE(read_file(file("theirs/file0")), QByteArray("mine"));
        QCOMPARE(read_file(file("theirs/sub/hard")), read_file(file("tree/file0")));
    }

    void an_iso_whose_last_file_is_an_image_is_an_iso() {
        QDir(path()).mkpath("outer");
        QCOMPARE(cloop({"create", "tree", "outer/live.cloop", "-f", "v4-stream"}).status, 0);
        QCOMPARE(cloop({"create", "outer", "outer.cloop"}).status, 0);
        QCOMPARE(cloop({"extract", "outer.cloop", "outer.iso"}).status, 0);
        QCOMPARE(cloop({"ls", "outer.iso"}).out, QByteArray("live.cloop\n"));
        QCOMPARE(cloop({"cat", "outer.iso:/live.cloop", "/file3"}).out, read_file(file("tree/file3")));
        QCOMPARE(cloop({"info", "outer.iso"}).status, 2);
    }

    void a_missing_last_part_is_named() {
        QVERIFY(QFile::copy(file("set.000"), file("cut.000")) && QFile::copy(file("set.001"), file("cut.001")));
        const Outcome verified = cloop({"verify", "cut"});
        QCOMPARE(verified.status, 2);
        QVERIFY2(verified.err.contains("cut.002"), verified.err.constData());
        QVERIFY(QFile::remove(file("cut.000")));
        QVERIFY2(cloop({"verify", "cut"}).err.contains("cut.000"), "the first is named too");
    }

    void get_makes_the_folder_that_it_is_told() {
        QCOMPARE(cloop({"get", "tree.cloop", "/sub", "rescued/"}).status, 0);
        QVERIFY(QFile::exists(file("rescued/sub/file1")));
        QCOMPARE(cloop({"get", "tree.cloop", "/", "everything"}).status, 0);
        QVERIFY(QFile::exists(file("everything/file0")));
        QCOMPARE(cloop({"get", "tree.cloop", "/file0", "/file2", "file2"}).status, 0);
        QVERIFY(QFile::exists(file("file2/file2")));
    }

    void head_and_blocks_go_apart_as_of_old() {
        const Outcome outcome = shell("$B/create_compressed_fs -q -S old.a0 mixed - | split -b 100k - old. && $C extract old - | cmp - mixed");
        QVERIFY2(outcome.status == 0 && outcome.out.isEmpty(), outcome.err.constData());
    }

    void an_image_comes_through_a_pipe() {
        QCOMPARE(shell("$C extract - - <tree.cloop | sha256sum").out, shell("$C extract tree.cloop - | sha256sum").out);
        QCOMPARE(shell("cat set.* | $B/extract_compressed_fs - piped && cmp piped mixed").status, 0);
    }

    void a_head_that_announces_millions_is_answered_at_once() {
        QByteArray head = read_file(file("tree.cloop")).left(136);
        head.replace(132, 4, QByteArray::fromHex("03fffffe"));
        QVERIFY(write_file(file("millions"), head));
        const Outcome verified = shell(has_own_memory ? "ulimit -v 600000; $C verify millions --json" : "$C verify millions --json");
        QCOMPARE(verified.status, 2);
        QCOMPARE(json(verified)["damaged_ranges"].toArray().size(), 1);
    }

    void without_proc_an_image_is_made_all_the_same() {
#ifdef CLOOPSMITH_CHECKED
        return;  // the sanitizer needs /proc
#endif
        if (::geteuid() != 0) QSKIP("needs root to take /proc away");
        if (run("unshare", {"--mount", "true"}).status != 0) QSKIP("needs a root that is a mount of its own: no chroot");
        const Outcome outcome =
            shell("unshare --mount sh -c 'umount -l /proc && $C create mixed bare.cloop' && $C extract bare.cloop - | cmp - mixed");
        QVERIFY2(outcome.status == 0, outcome.err.constData());
    }
};

QTEST_GUILESS_MAIN(SafetyTest)
#include "safety_test.moc"
