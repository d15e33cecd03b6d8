// SPDX-License-Identifier: GPL-3.0-or-later
// What an ordinary user suspends and resumes through the service. A loop device stands in for /dev/cloop0, so the kernel refuses both in the end;
// tests/vm does them with the module.

#include "support/command_folder.h"
#include "support/private_system.h"
#include "support/stand_in_device.h"

#include <QTest>

using namespace cloop::test;

class SuspendTest : public QObject {
    Q_OBJECT

    const CommandFolder folder_{BIN_DIR, VECTORS};
    const QString device_path_ = "/dev/cloop0", image_ = folder_.file("image.cloop");
    StandInDevice device_{932};

    Outcome cloop(User user, const QStringList &arguments) const { return run_as(user, Where::in_session, folder_.program(), arguments); }

    static void data_of_commands() {
        QTest::addColumn<QString>("command");
        QTest::addColumn<bool>("is_suspended");
        QTest::newRow("suspend") << "suspend" << false;
        QTest::newRow("resume") << "resume" << true;
    }

private slots:
    void initTestCase() {
        if (const QString why = why_not_private(); !why.isEmpty()) QSKIP(qPrintable(why));
        if (QFile::exists("/sys/module/cloop")) QSKIP("the module is loaded");
        QFile::setPermissions(folder_.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther);
        QCOMPARE(folder_.cloop({"create", VECTORS "/mixed.bin", "image.cloop"}).status, 0);
        QVERIFY(device_.make());
        const Outcome attached = cloop(User::tester, {"attach", "--way", "module", image_});
        QVERIFY2(attached.status == 0, attached.err);
        QCOMPARE(attached.out.trimmed(), device_path_);
    }

    void cleanupTestCase() {
        if (device_.is_attached()) QCOMPARE(cloop(User::tester, {"detach", device_path_}).status, 0);
        QTRY_VERIFY(device_.remove());
    }

    void the_one_who_attached_it_reaches_the_kernel_data() { data_of_commands(); }
    void the_one_who_attached_it_reaches_the_kernel() {
        QFETCH(QString, command);
        QFETCH(bool, is_suspended);
        QVERIFY(device_.show_suspended(is_suspended));
        const Outcome refused = cloop(User::tester, {command, device_path_});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains("the kernel refuses it"), refused.err);
        if (command == "resume") QVERIFY2(refused.err.contains(image_.toUtf8() + ": "), refused.err);
    }

    void another_user_may_not_data() { data_of_commands(); }
    void another_user_may_not() {
        QFETCH(QString, command);
        QFETCH(bool, is_suspended);
        QVERIFY(device_.show_suspended(is_suspended));
        const Outcome refused = cloop(User::other, {command, device_path_});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains("does not permit you"), refused.err);
    }

    void what_is_wrong_is_said_without_the_service_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("not suspended") << QStringList{"resume", device_path_} << QByteArray("it is not suspended, but reads ");
        QTest::newRow("no device") << QStringList{"suspend", "/dev/cloop1"} << QByteArray("does not exist");
        QTest::newRow("another device") << QStringList{"suspend", "/dev/null"} << QByteArray("it is not a cloop device");
    }
    void what_is_wrong_is_said_without_the_service() {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, sentence);
        QVERIFY(device_.show_suspended(false));
        const Outcome refused = cloop(User::tester, arguments);
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains(sentence), refused.err);
    }
};

QTEST_GUILESS_MAIN(SuspendTest)
#include "suspend_test.moc"
