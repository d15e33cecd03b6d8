// SPDX-License-Identifier: GPL-3.0-or-later
// Options of create for exclusions and owners.

#include "support/command_folder.h"

#include <QTest>

using namespace cloop::test;

class SourceOptionsTest : public QObject, protected CommandFolder {
    Q_OBJECT

    /// Sorted, with the leading slash that ls omits.
    QStringList names_in(const QString &image) const {
        QStringList names;
        for (const QString &name : QString::fromUtf8(cloop({"ls", "-R", image}).out).split('\n', Qt::SkipEmptyParts)) names << "/" + name;
        names.sort();
        return names;
    }

public:
    SourceOptionsTest() : CommandFolder(BIN_DIR, VECTORS) {}

private slots:
    void initTestCase() {
        for (const char *name : {"a.o", "b.c", "proc/1", "usr/c.o", "usr/cache/x"}) {
            QVERIFY(QDir(path()).mkpath(QFileInfo(QString("tree/") + name).path()));
            // Noise, because very small images cause another warning.
            QByteArray noise;
            for (QRandomGenerator random(1); noise.size() < 100'000;) noise += char(random.generate());
            QVERIFY(write_file(file(QString("tree/") + name), noise));
        }
        QVERIFY(write_file(file("list"), "# made again\n*.o\n/usr/cache\n"));
        QCOMPARE(run("tar", {"-cf", file("t.tar"), "-C", file("tree"), "."}).status, 0);
    }
    void cleanup() { QCOMPARE(strays(), QStringList()); }

    void options_choose_what_goes_in_data() {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QStringList>("left_out");
        QTest::newRow("nothing") << QStringList{} << QStringList{};
        QTest::newRow("a name") << QStringList{"--exclude", "*.o"} << QStringList{"/a.o", "/usr/c.o"};
        QTest::newRow("two") << QStringList{"--exclude", "*.o", "--exclude=/proc/*"} << QStringList{"/a.o", "/usr/c.o", "/proc/1"};
        QTest::newRow("a list") << QStringList{"--exclude-from", "list"} << QStringList{"/a.o", "/usr/c.o", "/usr/cache", "/usr/cache/x"};
        QTest::newRow("a list and one more") << QStringList{"--exclude-from", "list", "--exclude", "b.c"}
                                             << QStringList{"/a.o", "/usr/c.o", "/usr/cache", "/usr/cache/x", "/b.c"};
    }
    void options_choose_what_goes_in() {
        QFETCH(QStringList, options);
        QFETCH(QStringList, left_out);
        const Outcome made = cloop(QStringList{"create"} + options + QStringList{"tree", "out.cloop", "--force"});
        QVERIFY2(made.status == 0 && made.err.isEmpty(), made.err.constData());
        QStringList expected{"/a.o", "/b.c", "/proc", "/proc/1", "/usr", "/usr/c.o", "/usr/cache", "/usr/cache/x"};
        for (const QString &name : left_out) expected.removeAll(name);
        QCOMPARE(names_in("out.cloop"), expected);
        for (const QStringList &source : {QStringList{"t.tar"}, QStringList{"--archive", "-"}}) {
            const Outcome of_archive =
                cloop(QStringList{"create"} + options + source + QStringList{"archive.cloop", "--force"}, read_file(file("t.tar")));
            QVERIFY2(of_archive.status == 0 && of_archive.err.isEmpty(), of_archive.err.constData());
            QCOMPARE(names_in("archive.cloop"), expected);
        }
        // The estimate assumes nearly the same content size.
        const double content = json(cloop({"info", "out.cloop", "--json"}))["content_size"].toDouble();
        const double estimated = json(cloop(QStringList{"estimate"} + options + QStringList{"tree", "--json"}))["content_size"].toDouble();
        QVERIFY2(std::abs(content - estimated) < 330'000, QByteArray::number(content) + " against " + QByteArray::number(estimated));
    }

    void owners_are_as_chosen_data() {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("uid");
        QTest::addColumn<int>("gid");
        QTest::newRow("numbers") << QStringList{"--owner", "12:34"} << 12 << 34;
        QTest::newRow("all root") << QStringList{"--all-root"} << 0 << 0;
    }
    void owners_are_as_chosen() {
        QFETCH(QStringList, options);
        QFETCH(int, uid);
        QFETCH(int, gid);
        for (const char *source : {"tree", "t.tar"}) {
            QCOMPARE(cloop(QStringList{"create", source, "out.cloop", "--force"} + options).status, 0);
            const QJsonArray nodes = QJsonDocument::fromJson(cloop({"ls", "-R", "out.cloop", "--json"}).out).array();
            QCOMPARE(nodes.size(), 8);
            for (const auto &node : nodes) {
                QCOMPARE(node.toObject()["uid"].toInt(), uid);
                QCOMPARE(node.toObject()["gid"].toInt(), gid);
            }
        }
    }

    void what_makes_no_sense_is_refused_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("a file has no names") << QStringList{"list", "--exclude", "x"};
        QTest::newRow("nor an owner") << QStringList{"list", "--all-root"};
        QTest::newRow("nor has standard input") << QStringList{"-", "--exclude", "x"};
        QTest::newRow("a file is an archive by its name") << QStringList{"list", "--archive"};
        QTest::newRow("standard input is none") << QStringList{"-", "--archive"};
        QTest::newRow("an archive has no file systems") << QStringList{"t.tar", "--one-file-system"};
        QTest::newRow("the root itself") << QStringList{"tree", "--exclude", "/"};
        QTest::newRow("names") << QStringList{"tree", "--owner", "root:root"};
        QTest::newRow("one number") << QStringList{"tree", "--owner", "5"};
        QTest::newRow("nobody") << QStringList{"tree", "--owner", "4294967295:0"};
        QTest::newRow("too large") << QStringList{"tree", "--owner", "0:4294967296"};
        QTest::newRow("two owners") << QStringList{"tree", "--owner", "1:1", "--all-root"};
        QTest::newRow("no list") << QStringList{"tree", "--exclude-from", "nowhere"};
    }
    void what_makes_no_sense_is_refused() {
        QFETCH(QStringList, arguments);
        const Outcome outcome = cloop(QStringList{"create"} + arguments + QStringList{"refused.cloop"});
        QVERIFY2(outcome.status == 1 && !outcome.err.isEmpty(), outcome.err.constData());
        QVERIFY(!QFile::exists(file("refused.cloop")));
    }

    void a_place_that_is_nowhere_is_warned_of() {
        const Outcome outcome = cloop({"create", "tree", "warned.cloop", "--exclude", "/user/cache", "--exclude", "*.bak"});
        QCOMPARE(outcome.status, 0);
        QVERIFY2(outcome.err.contains("/user/cache") && !outcome.err.contains("bak"), outcome.err.constData());
    }

    void what_is_mounted_stays_out() {
        if (::geteuid() != 0) QSKIP("needs root to mount");
        if (run("unshare", {"--mount", "true"}).status != 0) QSKIP("needs mount namespaces");
        QVERIFY(QDir(path()).mkpath("system/mnt") && QDir(path()).mkpath("system/etc"));
        QVERIFY(write_file(file("system/etc/file"), "f"));
        const QString script = "mount -t tmpfs none system/mnt && mkdir system/mnt/sub && echo m >system/mnt/single && : >system/file && mount "
                               "--bind system/mnt/single system/file && " +
                               program() + " create system whole.cloop && " + program() + " create --one-file-system system one.cloop";
        const Outcome made = run("unshare", {"--mount", "sh", "-c", script}, {}, path());
        QVERIFY2(made.status == 0, made.err.constData());
        QCOMPARE(names_in("whole.cloop"), (QStringList{"/etc", "/etc/file", "/file", "/mnt", "/mnt/single", "/mnt/sub"}));
        QCOMPARE(names_in("one.cloop"), (QStringList{"/etc", "/etc/file", "/mnt"}));
    }

    void a_log_that_grows_costs_a_warning() {
        // The file grows until the image is complete.
        const QString script = "head -c 9000000 /dev/urandom >logs; mkdir log; mv logs log/log; (while sleep 0.01; do echo line; done >>log/log) & "
                               "sleep 0.1; $C create log log.cloop -l 12; status=$?; kill $!; wait $! 2>/dev/null; exit $status";
        const Outcome outcome = run("bash", {"-c", script}, {}, path(), {"C=" + program()});
        QVERIFY2(outcome.status == 0, outcome.err.constData());
        QVERIFY2(outcome.err.contains("grew") && outcome.err.contains("log/log"), outcome.err.constData());
        const QByteArray packed = cloop({"cat", "log.cloop", "/log"}).out;
        QVERIFY(packed.size() > 9'000'000 && read_file(file("log/log")).startsWith(packed));
    }

    void nothing_that_is_swapped_leads_out() {
        QVERIFY(QDir(path()).mkpath("swap/z") && QDir(path()).mkpath("outside"));
        QVERIFY(write_file(file("swap/a"), QByteArray(3'000'000, 'a')));
        QVERIFY(write_file(file("swap/z/file"), QByteArray(60'000, 'f')));
        QVERIFY(write_file(file("outside/file"), QByteArray("for root alone\n").repeated(4000)));
        const QString script = "(while :; do mv swap/z hidden; ln -s ../outside swap/z; rm swap/z; mv hidden swap/z; done) 2>/dev/null & "
                               "for i in 1 2 3 4 5 6 7 8 9 10 11 12; do $C create swap swap.cloop --force --keep-going >made; $C extract swap.cloop "
                               "- | grep -c 'for root alone'; done; kill $!; wait $! 2>/dev/null";
        const Outcome outcome = run("bash", {"-c", script}, {}, path(), {"C=" + program()});
        QCOMPARE(outcome.out, QByteArray("0\n").repeated(12));
        QVERIFY(QFile::exists(file("swap.cloop")));
    }
};

QTEST_GUILESS_MAIN(SourceOptionsTest)
#include "source_options_test.moc"
