// SPDX-License-Identifier: GPL-3.0-or-later
// Images mounted by ordinary users, with real D-Bus, polkit, udev and udisks, and everything taken away again.

#include "support/command_folder.h"
#include "support/private_system.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

#include <csignal>

using namespace cloop::test;

class MountTest : public QObject {
    Q_OBJECT

    const CommandFolder folder_{BIN_DIR, VECTORS};
    const QByteArray before_ = read_file("/proc/mounts");  ///< the machine's own
    const QString helper_ = "org.cloopsmith.Helper1", udisks_ = "org.freedesktop.UDisks2", polkit_ = "org.freedesktop.PolicyKit1";

    Outcome cloop(User user, const QStringList &arguments, Where where = Where::in_session) const {
        return run_as(user, where, folder_.program(), arguments);
    }
    QString image(const char *name) const { return folder_.file(name); }

    /// Those of tester, because another test may run beside this one.
    static QStringList servers() {
        return QString::fromUtf8(run("pgrep", {"-U", "2001", "-f", "^[^ ]*cloop-fuse "}).out).split('\n', Qt::SkipEmptyParts);
    }

    /// What is left of mounts: rows of /proc/mounts, loop devices on our files, servers. Two of these go a moment after the last close.
    QStringList left() const {
        QStringList found;
        for (int tries = 0; tries < 1000; ++tries) {
            found.clear();
            const QByteArray mounts = read_file("/proc/mounts");
            for (const QByteArray &row : mounts.split('\n'))
                if ((row.contains("fuse.cloop") || row.startsWith("/dev/loop")) && !before_.contains(row)) found << row;
            for (const QString &loop : QDir("/sys/block").entryList({"loop*"})) {
                const QByteArray file = read_file("/sys/block/" + loop + "/loop/backing_file");
                if (file.contains("cloop-fuse-")) found << loop + ": " + file;
            }
            found += servers();
            if (found.isEmpty()) break;
            QTest::qWait(20);
        }
        return found;
    }

    bool make(const QString &what, const QString &command) const {
        return run("bash", {"-c", command}, {}, folder_.path()).status == 0 && QFile::exists(image(what.toUtf8()));
    }

private slots:
    void initTestCase() {
        if (const QString why = why_not_private(); !why.isEmpty()) QSKIP(qPrintable(why));
        QFile::setPermissions(folder_.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther);
        QVERIFY(folder_.make_tree());
        QVERIFY(make("ext4.img", "mke2fs -q -t ext4 -d tree ext4.img 8M"));
        QVERIFY(make("squash.img", "mksquashfs tree squash.img -quiet -no-progress"));
        // The first partition is empty.
        for (const char *label : {"dos", "gpt"})
            QVERIFY(make(QString(label) + ".img",
                         QString("truncate -s 24M %1.img && printf 'label: %1\\nstart=2048,size=2048\\nstart=4096,size=32768\\n' | "
                                 "/usr/sbin/sfdisk --quiet %1.img && dd if=squash.img of=%1.img bs=512 seek=4096 conv=notrunc")
                             .arg(label)));
        for (const char *name : {"ext4", "squash", "dos", "gpt"})
            QCOMPARE(folder_.cloop({"create", QString(name) + ".img", QString(name) + ".cloop"}).status, 0);
        QCOMPARE(folder_.cloop({"create", "tree", "files.cloop", "--label", "FILES"}).status, 0);
        QCOMPARE(folder_.cloop({"create", VECTORS "/mixed.bin", "mixed.cloop"}).status, 0);
    }

    void cleanup() {
        if (!why_not_private().isEmpty()) return;
        QVERIFY(remove_polkit_rules());
        const QStringList rest = left();
        QVERIFY2(rest.isEmpty(), qPrintable(rest.join("; ")));
    }

    void a_user_mounts_what_the_kernel_knows_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("ext4") << "ext4.cloop";
        QTest::newRow("squashfs") << "squash.cloop";
    }
    void a_user_mounts_what_the_kernel_knows() {
        QFETCH(QString, name);
        const QString path = folder_.file(name);
        const Outcome mounted = cloop(User::tester, {"mount", path});
        QVERIFY2(mounted.status == 0, mounted.err);
        QCOMPARE(mounted.err, "");
        const QString at = mounted.out.trimmed();
        const Outcome compared = run("diff", {"-r", "-x", "lost+found", folder_.file("tree"), at});
        QVERIFY2(compared.status == 0, compared.out + compared.err);

        const QJsonArray list = QJsonDocument::fromJson(cloop(User::other, {"list", "--json"}).out).array();
        QCOMPARE(list.size(), 1);
        QCOMPARE(list[0]["way"].toString(), "fuse");
        QCOMPARE(list[0]["image"].toString(), path);
        QCOMPARE(list[0]["user"].toInt(), 2001);
        QCOMPARE(list[0]["folders"][0].toString(), at);

        const Outcome again = cloop(User::tester, {"mount", path});
        QCOMPARE(again.status, 1);
        QVERIFY2(again.err.contains("mounted already (" + at.toUtf8()), again.err);
        // What one user has mounted, another one does not take away, and may mount himself.
        const Outcome other = cloop(User::other, {"mount", path});
        QVERIFY2(other.status == 0, other.err);
        QCOMPARE(cloop(User::other, {"umount", path}).status, 0);
        QCOMPARE(cloop(User::other, {"umount", path}).status, 1);
        QVERIFY(QFile::exists(at + "/sub"));

        const Outcome unmounted = cloop(User::tester, {"umount", at});
        QVERIFY2(unmounted.status == 0, unmounted.err);
    }

    void ejecting_takes_everything_away() {
        const Outcome mounted = cloop(User::tester, {"mount", image("squash.cloop"), "--json"});
        QVERIFY2(mounted.status == 0, mounted.err);
        const QString device = CommandFolder::json(mounted)["device"].toString();
        const Outcome ejected = run_as(User::tester, Where::in_session, "udisksctl", {"unmount", "-b", device});
        QVERIFY2(ejected.status == 0, ejected.err);
    }

    void a_device_without_a_mount() {
        const Outcome attached = cloop(User::tester, {"attach", image("squash.cloop")});
        QVERIFY2(attached.status == 0, attached.err);
        const QString device = attached.out.trimmed();
        QVERIFY(device.startsWith("/dev/loop"));
        const Outcome read = run("cmp", {"-n", QString::number(QFile(image("squash.img")).size()), device, image("squash.img")});
        QVERIFY2(read.status == 0, read.out + read.err);
        QCOMPARE(cloop(User::tester, {"detach", image("squash.cloop")}).status, 0);
    }

    void a_device_has_the_end_of_a_content_that_is_no_whole_number_of_sectors() {
        const Outcome attached = cloop(User::tester, {"attach", image("mixed.cloop")});
        QVERIFY2(attached.status == 0, attached.err);
        const QByteArray mixed = folder_.mixed();
        QCOMPARE(read_file(attached.out.trimmed()), mixed + QByteArray(512 - mixed.size() % 512, '\0'));
        QCOMPARE(cloop(User::tester, {"detach", image("mixed.cloop")}).status, 0);
    }

    void twenty_in_a_row_leave_nothing() {
        for (int i = 0; i < 20; ++i) {
            QCOMPARE(cloop(User::tester, {"mount", image("squash.cloop")}).status, 0);
            const Outcome unmounted = cloop(User::tester, {"umount", image("squash.cloop")});
            QVERIFY2(unmounted.status == 0, unmounted.err);
        }
        const qint64 service = pid_of(helper_);
        QVERIFY(service != 0);
        QVERIFY(QDir(QString("/proc/%1/fd").arg(service)).count() < 20);
    }

    void who_may_not_is_told_so_data() {
        QTest::addColumn<bool>("outside");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("without a session") << true << "" << QByteArray("Do it in a desktop session at the machine");
        QTest::newRow("by a rule") << false << "NO" << QByteArray("does not permit you");
    }
    void who_may_not_is_told_so() {
        QFETCH(bool, outside);
        QFETCH(QString, rule);
        QFETCH(QByteArray, sentence);
        if (!rule.isEmpty()) QVERIFY(set_polkit_rule("org.cloopsmith.attach", rule));
        const Outcome outcome = cloop(User::tester, {"mount", "--way", "fuse", image("squash.cloop")}, outside ? Where::outside : Where::in_session);
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.err.contains(sentence), outcome.err);
    }

    void a_password_is_asked_for() {
        QVERIFY(set_polkit_rule("org.cloopsmith.attach", "AUTH_ADMIN"));
        QProcess mount;
        mount.setProgram("bash");
        mount.setArguments({"-c", "read; exec " + folder_.program() + " mount " + image("squash.cloop")});
        let_run_as(mount, User::tester, Where::in_session);
        mount.start();
        QVERIFY(mount.waitForStarted());
        const PasswordAgent agent(User::tester, mount.processId());
        QVERIFY(agent.is_ready());
        mount.write("\n");
        QVERIFY(mount.waitForFinished());
        QVERIFY2(mount.exitCode() == 0, mount.readAllStandardError());
        QCOMPARE(cloop(User::tester, {"umount", image("squash.cloop")}).status, 0);
    }

    void what_is_missing_is_named_data() {
        QTest::addColumn<QString>("service");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("the service") << helper_ << QByteArray("apt install cloop-helper");
        QTest::newRow("polkit") << polkit_ << QByteArray("apt install polkitd");
        QTest::newRow("udisks") << udisks_ << QByteArray("apt install udisks2");
    }
    void what_is_missing_is_named() {
        QFETCH(QString, service);
        QFETCH(QByteArray, sentence);
        QVERIFY(take_away(service));
        const Outcome refused = cloop(User::tester, {"mount", image("squash.cloop")});
        const Outcome tree = cloop(User::tester, {"mount", image("files.cloop")});
        QVERIFY(give_back(service));
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains(sentence), refused.err);
        // An ISO 9660 needs none of them.
        QVERIFY2(tree.status == 0, tree.err);
        QVERIFY2(tree.err.contains("cloop-fuse shows the files"), tree.err);
        QCOMPARE(run_as(User::tester, Where::in_session, "diff", {"-r", folder_.file("tree"), tree.out.trimmed()}).out, "");
        QCOMPARE(cloop(User::tester, {"umount", image("files.cloop")}).status, 0);
    }

    void a_tree_is_for_its_user() {
        const Outcome mounted = cloop(User::tester, {"mount", "--way", "tree", image("files.cloop")}, Where::outside);
        QVERIFY2(mounted.status == 0, mounted.err);
        const QString at = mounted.out.trimmed();
        QCOMPARE(at, "/run/user/2001/cloop/FILES");
        QCOMPARE(run_as(User::tester, Where::outside, "diff", {"-r", folder_.file("tree"), at}).out, "");
        QVERIFY(run_as(User::other, Where::in_session, "ls", {at}).status != 0);
        const Outcome list = cloop(User::other, {"list"});
        QVERIFY2(list.out.contains("FUSE tree, by tester"), list.out);
        QVERIFY(cloop(User::other, {"umount", image("files.cloop")}).status == 1);
        QCOMPARE(cloop(User::tester, {"umount", at + "/"}, Where::outside).status, 0);
        QVERIFY(!QFile::exists(at));
    }

    void a_folder_of_ones_own() {
        const QString home = home_of(User::tester);
        QCOMPARE(run_as(User::tester, Where::in_session, "mkdir", {"-p", home + "/here", home + "/full/something"}).status, 0);
        QCOMPARE(cloop(User::tester, {"mount", image("files.cloop"), home + "/here"}).out, home.toUtf8() + "/here\n");
        QCOMPARE(cloop(User::tester, {"umount", home + "/here"}).status, 0);
        // A folder of the user stays.
        QCOMPARE(run_as(User::tester, Where::in_session, "mkdir", {"-p", home + "/cloop/mine"}).status, 0);
        QCOMPARE(cloop(User::tester, {"mount", image("files.cloop"), home + "/cloop/mine"}).status, 0);
        QCOMPARE(cloop(User::tester, {"umount", home + "/cloop/mine"}).status, 0);
        QVERIFY(QFile::exists(home + "/cloop/mine"));
        const Outcome full = cloop(User::tester, {"mount", image("files.cloop"), home + "/full"});
        QCOMPARE(full.status, 1);
        QVERIFY2(full.err.contains("Name an empty folder"), full.err);
        const Outcome by_kernel = cloop(User::tester, {"mount", "--way", "fuse", image("squash.cloop"), home + "/here"});
        QCOMPARE(by_kernel.status, 1);
        QVERIFY2(by_kernel.err.contains("only root mounts more than the tree at a folder"), by_kernel.err);
    }

    void root_mounts_at_a_folder_by_the_kernel_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("type");
        QTest::newRow("squashfs") << "squash.cloop" << "squashfs";
        QTest::newRow("ext4") << "ext4.cloop" << "ext4";
    }
    void root_mounts_at_a_folder_by_the_kernel() {
        QFETCH(QString, name);
        QFETCH(QString, type);
        const QString at = "/run/here";
        QVERIFY(QDir().mkpath(at));
        const Outcome mounted = cloop(User::root, {"mount", image(name.toUtf8()), at}, Where::outside);
        QVERIFY2(mounted.status == 0, mounted.err);
        QCOMPARE(mounted.out, at.toUtf8() + "\n");
        QCOMPARE(mounted.err, "");
        const QString row = QString("/dev/loop[0-9]+ %1 %2 ro,nosuid,nodev").arg(at, type);
        QVERIFY(QString::fromUtf8(read_file("/proc/mounts")).contains(QRegularExpression(row)));
        QCOMPARE(run("diff", {"-r", "-x", "lost+found", folder_.file("tree"), at}).out, "");
        const Outcome unmounted = cloop(User::root, {"umount", at}, Where::outside);
        QVERIFY2(unmounted.status == 0, unmounted.err);
        QVERIFY(QFile::exists(at));
    }

    void root_has_the_tree_where_the_kernel_can_not_mount() {
        const QString at = "/run/here";
        QVERIFY(QDir().mkpath(at));
        QVERIFY(take_away(udisks_));
        const Outcome mounted = cloop(User::root, {"mount", image("files.cloop"), at}, Where::outside);
        QVERIFY(give_back(udisks_));
        QVERIFY2(mounted.status == 0, mounted.err);
        QVERIFY2(mounted.err.contains("cloop-fuse shows the files"), mounted.err);
        QCOMPARE(run("diff", {"-r", folder_.file("tree"), at}).out, "");
        QCOMPARE(cloop(User::root, {"umount", at}, Where::outside).status, 0);
    }

    void a_partition_of_a_whole_disc_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("chosen");
        QTest::newRow("MBR, the first with a file system") << "dos.cloop" << QStringList{};
        QTest::newRow("MBR, by number") << "dos.cloop" << QStringList{"--partition", "2"};
        QTest::newRow("GPT, the first with a file system") << "gpt.cloop" << QStringList{};
    }
    void a_partition_of_a_whole_disc() {
        QFETCH(QString, name);
        QFETCH(QStringList, chosen);
        const QString path = folder_.file(name);
        const Outcome mounted = cloop(User::tester, QStringList{"mount", path} + chosen);
        QVERIFY2(mounted.status == 0, mounted.err);
        QCOMPARE(run("diff", {"-r", folder_.file("tree"), mounted.out.trimmed()}).out, "");
        QCOMPARE(cloop(User::tester, {"umount", path}).status, 0);
    }

    void a_partition_that_is_not_there_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("chosen");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("no such number") << "dos.cloop" << QStringList{"--partition", "3"} << QByteArray("(it has 1, 2)");
        QTest::newRow("no disc") << "squash.cloop" << QStringList{"--partition", "1"} << QByteArray("(it has –)");
        QTest::newRow("an empty one") << "dos.cloop" << QStringList{"--partition", "1"} << QByteArray("the kernel can't mount the content");
        QTest::newRow("by the tree") << "dos.cloop" << QStringList{"--partition", "2", "--way", "tree"}
                                     << QByteArray("only the kernel mounts a partition");
    }
    void a_partition_that_is_not_there() {
        QFETCH(QString, name);
        QFETCH(QStringList, chosen);
        QFETCH(QByteArray, sentence);
        const Outcome refused = cloop(User::tester, QStringList{"mount", folder_.file(name)} + chosen);
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains(sentence), refused.err);
    }

    void what_uses_it_is_named() {
        const Outcome mounted = cloop(User::tester, {"mount", image("squash.cloop")});
        QVERIFY2(mounted.status == 0, mounted.err);
        QProcess user;
        user.setProgram("bash");
        user.setArguments({"-c", "cd " + mounted.out.trimmed() + " && echo there && exec sleep 100"});
        let_run_as(user, User::tester, Where::in_session);
        user.start();
        QVERIFY(user.waitForReadyRead());
        const Outcome refused = cloop(User::tester, {"umount", image("squash.cloop")});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains("in use (sleep ("), refused.err);
        user.kill();
        QVERIFY(user.waitForFinished());
        QCOMPARE(cloop(User::tester, {"umount", image("squash.cloop")}).status, 0);
    }

    void what_the_kernel_can_not_mount() {
        const Outcome refused = cloop(User::tester, {"mount", image("mixed.cloop")});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains("the kernel can't mount the content"), refused.err);
    }

    void a_dead_server_hangs_nobody() {
        const Outcome mounted = cloop(User::tester, {"mount", image("squash.cloop")});
        QVERIFY2(mounted.status == 0, mounted.err);
        const QStringList alive = servers();
        QCOMPARE(alive.size(), 1);
        QCOMPARE(::kill(alive[0].toInt(), SIGKILL), 0);
        QVERIFY(write_file("/proc/sys/vm/drop_caches", "3"));
        QElapsedTimer clock;
        clock.start();
        QVERIFY(run("bash", {"-c", "cat " + mounted.out.trimmed() + "/sub/* >/dev/null"}).status != 0);
        QVERIFY(clock.elapsed() < 30'000);
        // Its device is known still, though no process tells its image.
        QCOMPARE(run_as(User::tester, Where::in_session, "udisksctl", {"unmount", "-p", ""}).status != 0, true);
        const Outcome unmounted = cloop(User::tester, {"umount", mounted.out.trimmed()});
        QVERIFY2(unmounted.status == 0, unmounted.err);
    }

    void an_image_cut_short_hangs_nobody() {
        QVERIFY(QFile::copy(image("squash.cloop"), image("cut.cloop")));
        const Outcome mounted = cloop(User::tester, {"mount", image("cut.cloop")});
        QVERIFY2(mounted.status == 0, mounted.err);
        QVERIFY(QFile::resize(image("cut.cloop"), QFile(image("cut.cloop")).size() / 2));
        QVERIFY(write_file("/proc/sys/vm/drop_caches", "3"));
        QElapsedTimer clock;
        clock.start();
        QVERIFY(run("bash", {"-c", "cat " + mounted.out.trimmed() + "/file* " + mounted.out.trimmed() + "/sub/file* | cmp - /dev/null"}).status != 0);
        QVERIFY(clock.elapsed() < 30'000);
        QCOMPARE(cloop(User::tester, {"umount", image("cut.cloop")}).status, 0);
    }
};

QTEST_GUILESS_MAIN(MountTest)
#include "mount_test.moc"
