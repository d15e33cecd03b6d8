// SPDX-License-Identifier: GPL-3.0-or-later
// cloop export: to files, and to a stick, for which a loop device stands in, as root and through udisks by an ordinary user.

#include "support/command_folder.h"
#include "support/private_system.h"
#include "support/small_root.h"

#include <QCryptographicHash>
#include <QTest>

using namespace cloop::test;

class ExportTest : public QObject {
    Q_OBJECT

    const CommandFolder folder_{BIN_DIR, VECTORS};
    QByteArray content_;
    QString stick_;  ///< the loop device

    Outcome cloop(User user, const QStringList &arguments) const { return run_as(user, Where::in_session, folder_.program(), arguments); }
    QString stick_name() const { return stick_.section('/', -1); }
    QByteArray on_stick() const { return run("dd", {"if=" + stick_, "bs=1M", "count=4", "iflag=direct", "status=none"}).out; }

private slots:
    void initTestCase() {
        if (const QString why = why_not_private(); !why.isEmpty()) QSKIP(qPrintable(why));
        QFile::setPermissions(folder_.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther);
        content_ = folder_.mixed() + QByteArray(2 << 20, 'x') + folder_.mixed();
        content_.resize(content_.size() / 2048 * 2048);
        QVERIFY(write_file(folder_.file("disc.iso"), content_));
        QCOMPARE(folder_.cloop({"create", "disc.iso", "disc.cloop"}).status, 0);
    }

    /// Puts another stick in place of the usual one. `content`: its size, and what is on it from earlier.
    void take_stick(const QByteArray &content) {
        cleanup();
        QVERIFY(write_file(folder_.file("stick"), content));
        stick_ = run("losetup", {"--show", "--find", folder_.file("stick")}).out.trimmed();
        QVERIFY(stick_.startsWith("/dev/loop"));
    }

    void init() {
        QFile::remove(folder_.file("stick"));
        QCOMPARE(run("truncate", {"-s", "8M", folder_.file("stick")}).status, 0);
        stick_ = run("losetup", {"--show", "--find", folder_.file("stick")}).out.trimmed();
        QVERIFY(stick_.startsWith("/dev/loop"));
    }

    /// Puts another one where the usual one is, with the same path, name and size.
    void exchange_stick(const QByteArray &content) {
        QVERIFY(write_file(folder_.file("another"), content));
        QCOMPARE(run("losetup", {"--detach", stick_}).status, 0);
        bool is_there = false;
        QTRY_VERIFY(is_there = is_there || run("losetup", {stick_, folder_.file("another")}).status == 0);
    }

    void cleanup() {
        if (!stick_.isEmpty()) QCOMPARE(run("losetup", {"--detach", stick_}).status, 0);
        stick_.clear();
    }

    void a_file_to_burn_is_verified_and_its_medium_named_data() {
        QTest::addColumn<QString>("source");
        QTest::newRow("an image") << "disc.cloop";
        QTest::newRow("an ISO, as it is") << "disc.iso";
    }
    void a_file_to_burn_is_verified_and_its_medium_named() {
        QFETCH(QString, source);
        const Outcome exported = folder_.cloop({"export", source, "burn.iso", "--json", "--force"});
        QVERIFY2(exported.status == 0, exported.err);
        const QJsonObject report = CommandFolder::json(exported);
        QCOMPARE(report["fits"].toString(), "a CD of 650 MB");
        QCOMPARE(report["sha256"].toString().toLatin1(), QCryptographicHash::hash(content_, QCryptographicHash::Sha256).toHex());
        QVERIFY(read_file(folder_.file("burn.iso")) == content_);
        QCOMPARE(folder_.cloop({"export", source, "burn.iso"}).status, 1);  // it is there
    }

    void a_stick_is_written_and_read_back_data() {
        QTest::addColumn<unsigned>("user");
        QTest::newRow("as root") << unsigned(User::root);
        QTest::newRow("by udisks") << unsigned(User::tester);
    }
    void a_stick_is_written_and_read_back() {
        QFETCH(unsigned, user);
        if (User(user) != User::root) QVERIFY(set_polkit_rule("org.freedesktop.udisks2.open-device-system", "YES"));
        const Outcome written = cloop(User(user), {"export", folder_.file("disc.iso"), stick_, "--confirm", stick_name(), "--json"});
        QVERIFY(remove_polkit_rules());
        QVERIFY2(written.status == 0, written.err);
        const QJsonObject report = CommandFolder::json(written);
        QVERIFY(report["verified"].toBool());
        QCOMPARE(report["name"].toString(), stick_name());
        QCOMPARE(report["sha256"].toString().toLatin1(), QCryptographicHash::hash(content_, QCryptographicHash::Sha256).toHex());
        QVERIFY(on_stick().startsWith(content_));
    }

    void nothing_is_written_where_it_should_not_data() {
        QTest::addColumn<QString>("disk");
        QTest::addColumn<QString>("confirmed");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("not confirmed") << "" << "" << QByteArray("nothing was written, because the disk was not confirmed");
        QTest::newRow("another name") << "" << "SanDisk Ultra" << QByteArray("nothing was written, because the disk was not confirmed");
        for (const QString &name : QDir("/sys/block").entryList({"vd*", "sd*", "nvme*"}))
            if (read_file("/sys/block/" + name + "/removable").trimmed() == "0" && QFile::exists("/dev/" + name))
                QTest::newRow("built in") << "/dev/" + name << name << QByteArray("built into this computer");
    }
    void nothing_is_written_where_it_should_not() {
        QFETCH(QString, disk);
        QFETCH(QString, confirmed);
        QFETCH(QByteArray, sentence);
        QStringList arguments{"export", folder_.file("disc.iso"), disk.isEmpty() ? stick_ : disk};
        if (!confirmed.isEmpty()) arguments << "--confirm" << confirmed;
        const Outcome refused = cloop(User::root, arguments);
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains(sentence), refused.err);
        QCOMPARE(on_stick(), QByteArray(4 << 20, '\0'));
    }

    void what_takes_the_place_of_the_confirmed_disk_is_not_written_data() { a_stick_is_written_and_read_back_data(); }
    void what_takes_the_place_of_the_confirmed_disk_is_not_written() {
        QFETCH(unsigned, user);
        if (User(user) != User::root) QVERIFY(set_polkit_rule("org.freedesktop.udisks2.open-device-system", "YES"));
        // The command asks at a terminal only, which script gives it.
        QProcess asking;
        asking.setProgram("script");
        asking.setArguments({"-qec", folder_.program() + " export " + folder_.file("disc.iso") + " " + stick_, "/dev/null"});
        let_run_as(asking, User(user), Where::in_session);
        asking.start();
        QByteArray said;
        while (!said.contains("Type its name") && asking.waitForReadyRead(20'000)) said += asking.readAll();
        QVERIFY2(said.contains("Type its name"), said);
        const QByteArray other(8 << 20, 'o');
        exchange_stick(other);
        asking.write(stick_name().toUtf8() + "\n");
        QVERIFY(asking.waitForFinished(60'000));
        said += asking.readAll();
        QVERIFY(remove_polkit_rules());
        QVERIFY2(asking.exitCode() == 1 && said.contains("another one has taken its place"), said);
        QVERIFY(read_file(folder_.file("another")) == other);
    }

    void a_mounted_disk_is_in_use() {
        QVERIFY(QDir().mkpath(folder_.file("mounted")));
        QCOMPARE(run("/usr/sbin/mkfs.ext4", {"-q", stick_}).status, 0);
        QCOMPARE(run("mount", {stick_, folder_.file("mounted")}).status, 0);
        const Outcome refused = cloop(User::root, {"export", folder_.file("disc.iso"), stick_, "--confirm", stick_name()});
        QCOMPARE(run("umount", {folder_.file("mounted")}).status, 0);
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains("in use") && refused.err.contains("/mounted"), refused.err);
    }

    void what_is_too_large_is_refused_before_anything_is_lost() {
        QVERIFY(write_file(folder_.file("large.iso"), QByteArray((8 << 20) + 2048, 'L')));
        const Outcome refused = cloop(User::root, {"export", folder_.file("large.iso"), stick_, "--confirm", stick_name()});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains("too small (by 2 KiB)"), refused.err);
        QCOMPARE(on_stick(), QByteArray(4 << 20, '\0'));
    }

    void a_stick_keeps_what_is_written_data() {
        QTest::addColumn<unsigned>("user");
        QTest::addColumn<QString>("layout");
        QTest::addColumn<QString>("option");
        QTest::addColumn<int>("size");
        QTest::newRow("GPT, as root") << unsigned(User::root) << "gpt" << "--persist" << 43;
        QTest::newRow("GPT, by udisks") << unsigned(User::tester) << "gpt" << "--persist=20M" << 20;
        QTest::newRow("MBR, by udisks") << unsigned(User::tester) << "mbr" << "--persist" << 43;
    }
    void a_stick_keeps_what_is_written() {
        QFETCH(unsigned, user);
        QFETCH(QString, layout);
        QFETCH(QString, option);
        QFETCH(int, size);
        if (!QFile::exists(folder_.file("root"))) QVERIFY(make_small_root(folder_.file("root")));
        const QString disc = layout + ".iso";
        QCOMPARE(folder_.cloop({"live", "root", disc, "--way", "fuse", "--layout", layout, "--force"}).status, 0);
        const QByteArray bytes = read_file(folder_.file(disc));
        // Earlier files must not show through.
        take_stick(QByteArray(((bytes.size() + (1 << 20) - 1) >> 20 << 20) + (44 << 20), 'o'));
        if (User(user) != User::root) QVERIFY(set_polkit_rule("org.freedesktop.udisks2.open-device-system", "YES"));
        const Outcome written = cloop(User(user), {"export", folder_.file(disc), stick_, "--confirm", stick_name(), option, "--json"});
        QVERIFY(remove_polkit_rules());
        QVERIFY2(written.status == 0, written.err);
        const QJsonObject kept = CommandFolder::json(written)["persist"].toObject();
        QCOMPARE(kept["label"].toString(), "cloop-persist");
        // A second copy of a GPT takes the last MiB.
        QVERIFY2(kept["size"].toInteger() >> 20 == size || (layout == "mbr" && kept["size"].toInteger() >> 20 == size + 1), written.out);
        const QString stick = folder_.file("stick");
        const Outcome verified = run("/usr/sbin/sfdisk", {"--verify", stick});
        QVERIFY2(verified.status == 0 && verified.out.contains("No errors detected"), verified.out + verified.err);
        if (layout == "gpt") QVERIFY(run("/usr/sbin/sgdisk", {"--verify", stick}).out.contains("No problems found"));
        const qint64 start = run("/usr/sbin/sfdisk", {"-lqo", "Start", stick}).out.trimmed().split('\n').last().trimmed().toLongLong() * 512;
        QVERIFY(read_file(stick).mid(1 << 16, bytes.size() - (1 << 16)) == bytes.mid(1 << 16));
        const QString part = run("losetup", {"--show", "--find", "--offset", QString::number(start), "--sizelimit",
                                             QString::number(kept["size"].toInteger()), stick})
                                 .out.trimmed();
        const auto check = [&] { return run("/usr/sbin/e2fsck", {"-f", "-n", part}); };
        const Outcome before = check();
        const Outcome label = run("/usr/sbin/blkid", {"-p", "-o", "value", "-s", "LABEL", part});
        QVERIFY(QDir().mkpath(folder_.file("mounted")));
        const Outcome used = run("sh", {"-ec", "mount -t ext4 $1 $2; mkdir $2/upper; for i in $(seq 500); do cp $0 $2/upper/$i; done; umount $2",
                                        SOURCE_DIR "/README.md", part, folder_.file("mounted")});
        const Outcome after = check();
        QCOMPARE(run("losetup", {"--detach", part}).status, 0);
        QVERIFY2(before.status == 0, before.out);
        QCOMPARE(label.out.trimmed(), QByteArray("cloop-persist"));
        QVERIFY2(used.status == 0, used.err);
        QVERIFY2(after.status == 0, after.out);
    }

    void where_nothing_can_be_kept_nothing_is_written_data() {
        QTest::addColumn<QString>("disc");
        QTest::addColumn<QString>("option");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("no table") << "disc.iso" << "--persist" << QByteArray("no table of partitions with room for one more");
        QTest::newRow("no room") << "small.iso" << "--persist" << QByteArray("no room for one more partition (");
        QTest::newRow("no size") << "small.iso" << "--persist=much" << QByteArray("--persist takes a size such as 4G, which much is not");
    }
    void where_nothing_can_be_kept_nothing_is_written() {
        QFETCH(QString, disc);
        QFETCH(QString, option);
        QFETCH(QByteArray, sentence);
        if (!QFile::exists(folder_.file("root"))) QVERIFY(make_small_root(folder_.file("root")));
        QCOMPARE(folder_.cloop({"live", "root", "small.iso", "--way", "fuse", "--force"}).status, 0);
        const Outcome refused = cloop(User::root, {"export", folder_.file(disc), stick_, "--confirm", stick_name(), option});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains(sentence), refused.err);
        QCOMPARE(on_stick(), QByteArray(4 << 20, '\0'));
        const Outcome file = folder_.cloop({"export", disc, "burn.iso", "--persist"});
        QVERIFY2(file.status == 1 && file.err.contains("--persist belongs to a disk"), file.err);
    }

    /// The file behind the loop device is cut while it is written: what lies behind its end is lost, as on a stick that is pulled out.
    void a_stick_that_does_not_keep_what_is_written_is_not_called_good() {
        QCOMPARE(run("truncate", {"-s", "1M", folder_.file("stick")}).status, 0);
        const Outcome failed = cloop(User::root, {"export", folder_.file("disc.iso"), stick_, "--confirm", stick_name()});
        QVERIFY(failed.status == 1 || failed.status == 2);
        QVERIFY2(!failed.out.contains("written and read back"), failed.out);
        QVERIFY(!failed.err.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ExportTest)
#include "export_test.moc"
