// SPDX-License-Identifier: GPL-3.0-or-later
// The private system itself: polkit answers there as on a desktop, and udisks mounts.

#include "support/private_system.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace cloop::test;

class PrivateSystemTest : public QObject {
    Q_OBJECT

    const QString action_ = "org.freedesktop.udisks2.loop-setup", polkit_ = "org.freedesktop.PolicyKit1";

    /// Whether polkit lets a user do it; he may be asked for a password.
    bool may(User user, Where where) const {
        return run_as(user, where, "bash", {"-c", "exec pkcheck --allow-user-interaction --action-id " + action_ + " --process $$"}).status == 0;
    }

private slots:
    void initTestCase() {
        if (const QString why = why_not_private(); !why.isEmpty()) QSKIP(qPrintable(why));
    }

    void cleanup() { QVERIFY(remove_polkit_rules()); }

    void users_have_homes_and_names() {
        const Outcome who = run_as(User::other, Where::in_session, "bash", {"-c", "id -un; id -u; cd; pwd; touch mine"});
        QCOMPARE(who.out, "other\n2002\n/run/home/other\n");
        QCOMPARE(who.status, 0);
    }

    void a_checkout_that_users_cant_enter_is_named() {
        const QTemporaryDir folder;
        const QString closed = folder.filePath("closed"), program = closed + "/build/program";
        const auto own = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
        QVERIFY(QDir().mkpath(closed + "/build") && QFile::copy("/bin/true", program));
        QVERIFY(QFile::setPermissions(folder.path(), own | QFile::ReadOther | QFile::ExeOther) && QFile::setPermissions(closed, own));
        const Outcome refused = run("env", {"-u", "PRIVATE_SYSTEM_STAGE", SOURCE_DIR "/tests/support/private_system.sh", program});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains("because " + closed.toUtf8() + " is closed to him") && refused.err.count('\n') == 1, refused.err);
    }

    void only_an_active_session_needs_no_password() {
        QVERIFY(may(User::tester, Where::in_session));
        QVERIFY(may(User::other, Where::in_session));
        QVERIFY(!may(User::tester, Where::outside));
        QVERIFY(may(User::root, Where::outside));
    }

    void polkit_obeys_rules() {
        QVERIFY(set_polkit_rule(action_, "NO"));
        QVERIFY(!may(User::tester, Where::in_session));
        QVERIFY(remove_polkit_rules());
        QVERIFY(set_polkit_rule(action_, "YES"));
        QVERIFY(may(User::tester, Where::outside));
    }

    void a_password_is_asked_for_data() {
        QTest::addColumn<bool>("is_right");
        QTest::newRow("right") << true;
        QTest::newRow("wrong") << false;
    }
    void a_password_is_asked_for() {
        QFETCH(bool, is_right);
        QVERIFY(set_polkit_rule(action_, "AUTH_ADMIN"));
        QVERIFY(!may(User::tester, Where::in_session));  // nobody asks
        QProcess check;
        check.setProgram("bash");
        check.setArguments({"-c", "read; exec pkcheck --allow-user-interaction --action-id " + action_ + " --process $$"});
        let_run_as(check, User::tester, Where::in_session);
        check.start();
        QVERIFY(check.waitForStarted());
        const PasswordAgent agent(User::tester, check.processId(), is_right ? PasswordAgent::Answer::right : PasswordAgent::Answer::wrong);
        QVERIFY(agent.is_ready());
        check.write("\n");
        QVERIFY(check.waitForFinished());
        QCOMPARE(check.exitCode() == 0, is_right);
    }

    void services_can_be_taken_away() {
        QVERIFY(take_away(polkit_));
        QVERIFY(!may(User::tester, Where::in_session));
        QVERIFY(give_back(polkit_));
        QVERIFY(may(User::tester, Where::in_session));
    }

    void udisks_mounts_an_image_data() {
        QTest::addColumn<QString>("make");
        QTest::newRow("ext4") << "mke2fs -q -t ext4 -d content image 4M >&2";
        QTest::newRow("squashfs") << "mksquashfs content image -quiet -no-progress >&2";
    }
    void udisks_mounts_an_image() {
        QFETCH(QString, make);
        const QString script = "set -e; rm -rf image content; mkdir content; echo here >content/file; PATH=$PATH:/usr/sbin; " + make +
                               "; udisksctl loop-setup -r -f image --no-user-interaction >said"
                               "; device=$(grep -o '/dev/loop[0-9]*' said); udisksctl mount -b $device -o ro --no-user-interaction >&2"
                               "; cat /media/tester/*/file; udisksctl unmount -b $device >&2; udisksctl loop-delete -b $device >&2";
        const Outcome mounted = run_as(User::tester, Where::in_session, "bash", {"-c", script});
        QVERIFY2(mounted.status == 0, mounted.err.constData());
        QCOMPARE(mounted.out, "here\n");
    }
};

QTEST_GUILESS_MAIN(PrivateSystemTest)
#include "private_system_test.moc"
