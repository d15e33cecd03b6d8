// SPDX-License-Identifier: GPL-3.0-or-later
// What a script learns from the exit status: the environment, the image, or the program itself.

#include "session.h"

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
};

QTEST_GUILESS_MAIN(ExitStatusTest)
#include "exit_status_test.moc"
