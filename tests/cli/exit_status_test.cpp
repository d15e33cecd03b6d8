// SPDX-License-Identifier: GPL-3.0-or-later
// What a script learns from the exit status: the environment, the image, or the program itself.

#include "session.h"

#include "support/command_folder.h"

#include <QTest>

using namespace cloop;

class ExitStatusTest : public QObject {
    Q_OBJECT

private slots:
    void each_error_ends_with_the_status_of_its_cause_data() {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<int>("status");
        QTest::newRow("not found") << ErrorCode::not_found << 1;
        QTest::newRow("no room") << ErrorCode::no_space << 1;
        QTest::newRow("no permission") << ErrorCode::no_permission << 1;
        QTest::newRow("already there") << ErrorCode::already_exists << 1;
        QTest::newRow("no image") << ErrorCode::not_cloop << 2;
        QTest::newRow("damaged") << ErrorCode::directory_damaged << 2;
        QTest::newRow("internal") << ErrorCode::internal << 3;
        QTest::newRow("interrupted") << ErrorCode::cancelled << 130;
    }
    void each_error_ends_with_the_status_of_its_cause() {
        QFETCH(ErrorCode, code);
        QTEST(int(cli::exit_status({.code = code})), "status");
    }

    void a_program_without_the_cluster_says_so_data() {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("create") << QStringList{"create", "--cluster", "disc", "new.cloop"};
        QTest::newRow("convert") << QStringList{"convert", "--cluster", "nats://h", "disc.cloop", "new.cloop"};
        QTest::newRow("worker") << QStringList{"worker", "nats://h"};
    }
    void a_program_without_the_cluster_says_so() {
#ifdef CLOOPSMITH_CLUSTER
        QSKIP("built with it");
#endif
        QFETCH(QStringList, words);
        const test::CommandFolder folder(BIN_DIR, VECTORS);
        QVERIFY(test::write_file(folder.file("disc"), folder.mixed()));
        QCOMPARE(folder.cloop({"create", "disc", "disc.cloop"}).status, 0);
        const test::Outcome outcome = folder.cloop(words);
        QCOMPARE(outcome.status, 1);
        QCOMPARE(outcome.err, "cloop: this program was built without libnats, by which computers work together. Use one that was built with it.\n");
        QVERIFY(!QFile::exists(folder.file("new.cloop")));
    }
};

QTEST_GUILESS_MAIN(ExitStatusTest)
#include "exit_status_test.moc"
