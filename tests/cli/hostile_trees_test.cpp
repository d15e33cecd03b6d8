// SPDX-License-Identifier: GPL-3.0-or-later
// Images of some kilobytes whose directories claim gigabytes: every command that reads the tree ends soon, needs little memory, and can be stopped.

#include "support/command_folder.h"

#include <QElapsedTimer>
#include <QTest>

#include <signal.h>

using namespace cloop::test;

namespace {

/// Limits data memory, for one thread, because each thread holds some blocks of 64 MiB. Not with a sanitizer, which maps terabytes.
QStringList little_memory() {
    return has_own_memory ? QStringList{"--core=0", "--data=314572800"} : QStringList{"--core=0"};
}

constexpr int patience = 120'000;  // milliseconds, on a loaded machine

} // namespace

class HostileTreesTest : public QObject, protected CommandFolder {
    Q_OBJECT

public:
    HostileTreesTest() : CommandFolder(BIN_DIR, VECTORS) {}

private slots:
    void initTestCase() {
        for (const char *name : {"ce64", "ptquad", "dirover", "deep", "hits"}) {
            const Outcome unpacked = run("xz", {"-dc", QString(VECTORS "/hostile/%1.cloop.xz").arg(name)});
            QCOMPARE(unpacked.status, 0);
            QVERIFY(write_file(file(QString(name) + ".cloop"), unpacked.out));
        }
        QVERIFY(QFile::copy(VECTORS "/hostile/head.cloop", file("head.cloop")));
    }

    void little_claims_much_data() {
        QTest::addColumn<QString>("image");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        for (const char *image : {"ce64", "ptquad", "dirover", "deep"}) {
            QTest::addRow("%s, ls -R", image) << image << QStringList{"ls", "-R"} << 2;
            QTest::addRow("%s, ls -R --json", image) << image << QStringList{"ls", "-R", "--json"} << 2;
        }
        QTest::newRow("hits, ls -R") << "hits" << QStringList{"ls", "-R"} << 0;
        QTest::newRow("hits, verify") << "hits" << QStringList{"verify"} << 2;
        QTest::newRow("hits, verify --json") << "hits" << QStringList{"verify", "--json"} << 2;
        // 67 million blocks; blocks of 64 MiB.
        for (const QStringList &arguments : {QStringList{"map"}, {"map", "--json"}, {"verify", "--json"}, {"info", "--json"}}) {
            QTest::addRow("head, %s", qPrintable(arguments.join(' '))) << "head" << arguments << 2;
            QTest::addRow("ce64, %s", qPrintable(arguments.join(' '))) << "ce64" << arguments << 0;
        }
    }
    void little_claims_much() {
        QFETCH(QString, image);
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        QElapsedTimer timer;
        timer.start();
        const Outcome outcome =
            run("prlimit", little_memory() + QStringList{program()} + arguments + QStringList{image + ".cloop", "--threads", "1"}, {}, path());
        QVERIFY(timer.elapsed() < patience);
        QVERIFY2(outcome.status == status, outcome.err.left(2000).constData());
        // Warnings take few lines, however many places are damaged.
        QVERIFY(outcome.err.count('\n') < 20);
        if (arguments.contains("--json")) QVERIFY(!QJsonDocument::fromJson(outcome.out).isNull());
        else if (arguments.contains("verify")) QVERIFY(outcome.out.count('\n') < 60);
    }

    void the_first_interrupt_ends_it_data() {
        QTest::addColumn<QString>("image");
        for (const char *image : {"ce64", "ptquad", "dirover", "deep", "hits"}) QTest::newRow(image) << image;
    }
    void the_first_interrupt_ends_it() {
        QFETCH(QString, image);
        QProcess process;
        process.setWorkingDirectory(path());
        process.setStandardOutputFile(QProcess::nullDevice());
        process.start(program(), {"ls", "-R", "--json", image + ".cloop"});
        QVERIFY(process.waitForStarted());
        QTest::qWait(200);
        const bool was_running = process.state() == QProcess::Running;
        // It ended before the signal.
        if (!was_running) return;
        ::kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(20'000));
        QVERIFY(process.exitStatus() != QProcess::NormalExit || process.exitCode() == 130 || process.exitCode() == 2 || process.exitCode() == 0);
    }
};

QTEST_GUILESS_MAIN(HostileTreesTest)
#include "hostile_trees_test.moc"
