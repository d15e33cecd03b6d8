// SPDX-License-Identifier: GPL-3.0-or-later
// cloop live with roots that are too small to start: what is on the disc, what is refused. tests/vm starts a real one.

#include "support/command_folder.h"
#include "support/small_root.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace cloop::test;

class LiveCommandTest : public QObject, protected CommandFolder {
    Q_OBJECT

    /// All files of the disc, in a new folder.
    bool unpack(const QString &disc, const QString &folder) const {
        return run("xorriso", {"-osirrox", "on", "-indev", file(disc), "-extract", "/", file(folder)}).status == 0;
    }

    /// Without SOURCE_DATE_EPOCH.
    Outcome live(const QStringList &arguments) const { return run(program(), QStringList{"live"} + arguments, {}, path()); }

public:
    LiveCommandTest() : CommandFolder(BIN_DIR, VECTORS) {}

private slots:
    void initTestCase() { QVERIFY(make_small_root(file("root"))); }

    void a_plan_tells_what_there_is() {
        const auto planned = cloop({"live", "root", "none.iso", "--dry-run", "--json"});
        QCOMPARE(planned.status, 0);
        const QJsonValue plan = QJsonDocument::fromJson(planned.out)["systems"][0];
        QCOMPARE(plan["kernels"][0]["version"].toString(), QString("1.0"));
        QCOMPARE(plan["left_out"][0]["path"].toString(), QString("etc/machine-id"));
        QVERIFY(!QFile::exists(file("none.iso")));
        QVERIFY(cloop({"live", "root", "none.iso", "--dry-run"}).out.contains("left out: /etc/machine-id"));
    }

    void equal_roots_make_equal_discs_and_others_do_not() {
        QVERIFY(run("cp", {"-a", "root", "a folder of another name"}, {}, path()).status == 0);
        QVERIFY(run("tar", {"--numeric-owner", "--sort=name", "-C", "root", "-cf", "root.tar", "."}, {}, path()).status == 0);
        for (const auto &[root, disc] : {std::pair("root", "1.iso"), {"a folder of another name", "2.iso"}, {"root.tar", "3.iso"}}) {
            const auto made = live({root, disc, "--append", "quiet"});
            QVERIFY2(made.status == 0, made.err);
        }
        QVERIFY(read_file(file("1.iso")) == read_file(file("2.iso")));
        QVERIFY(read_file(file("1.iso")) == read_file(file("3.iso")));
        QCOMPARE(live({"root", "4.iso", "--append", "verbose"}).status, 0);
        QVERIFY(unpack("1.iso", "1") && unpack("4.iso", "4"));
        QCOMPARE(QDir(file("1/live")).entryList({"*root*"}).size(), 1);
        QVERIFY(QDir(file("1/live")).entryList(QDir::Files) != QDir(file("4/live")).entryList(QDir::Files));
    }

    void the_disc_has_all_that_it_needs() {
        const auto made = cloop({"live", "root", "disc.iso", "--json"});
        QVERIFY2(made.status == 0, made.err);
        const QJsonObject report = QJsonDocument::fromJson(made.out).object();
        const QJsonValue system = report["systems"][0];
        QCOMPARE(system["way"].toString(), QString("fuse"));  // there are no headers
        QVERIFY2(made.err.contains("linux-headers-1.0"), made.err);
        QCOMPARE(system["cannot_start_from"].toArray().size(), 4);
        QCOMPARE(report["sha256"].toString().toLatin1(), run("sha256sum", {file("disc.iso")}).out.left(64));
        const QString id = report["id"].toString();
        QVERIFY(unpack("disc.iso", "disc"));
        const auto summed = run("sha256sum", {"-c", "--quiet", "sha256sums.txt"}, {}, file("disc"));
        QVERIFY2(summed.status == 0, summed.out + summed.err);
        for (const QString &name : {"live/" + id, QString("EFI/BOOT/BOOTX64.EFI"), QString("boot/grub/loopback.cfg"), QString("README.txt")})
            QVERIFY2(QFile::exists(file("disc/" + name)), qPrintable(name));
        QVERIFY(read_file(file("disc/boot/grub/grub.cfg")).contains("menuentry 'Small System 1'"));
        // The image is found in the disc, and the builder's secrets are not.
        QCOMPARE(run(program(), {"verify", file("disc.iso")}).status, 0);
        QCOMPARE(cloop({"ls", "disc.iso:/live/root.cloop", "/etc"}).out, QByteArray("os-release\n"));
        // The initrd is what all discs have, and then what this one has: its id and modules.
        const QByteArray initrd = read_file(file("disc/live/initrd"));
        const QByteArray programs = read_file(program("../share/cloopsmith/live/programs.cpio.xz"));
        QVERIFY(!programs.isEmpty() && initrd.startsWith(programs));
        QVERIFY(QDir().mkpath(file("initrd")));
        QVERIFY(write_file(file("rest"), initrd.mid(programs.size())));
        QCOMPARE(run("sh", {"-c", "xz -dc ../rest | cpio -i --quiet"}, {}, file("initrd")).status, 0);
        QCOMPARE(read_file(file("initrd/id")).trimmed(), id.toLatin1());
        QCOMPARE(read_file(file("initrd/lib/modules/1.0/modules.dep")), QByteArray("kernel/fs/erofs/erofs.ko:\n"));
        QCOMPARE(read_file(file("initrd/lib/modules/1.0/modules.alias")), QByteArray("alias fs-erofs erofs\n"));
    }

    void several_systems_are_entries_of_one_menu() {
        QVERIFY(run("cp", {"-a", "root", "second"}, {}, path()).status == 0 && run("cp", {"-a", "root", "third"}, {}, path()).status == 0);
        QVERIFY(write_file(file("second/boot/vmlinuz-1.0"), QByteArray(40'000, 'l')));
        QVERIFY(write_file(file("second/etc/os-release"), "PRETTY_NAME=\"Another System\"\n"));
        QCOMPARE(cloop({"create", "third", "third.cloop", "--filesystem", "erofs"}).status, 0);
        const auto planned = cloop({"live", "root", "second", "none.iso", "--dry-run"});
        QVERIFY2(planned.out.contains("root:\n") && planned.out.contains("second:\n"), planned.out);
        const auto made = live({"root", "second", "third.cloop", "several.iso", "--json"});
        QVERIFY2(made.status == 0, made.err);
        const QJsonArray systems = QJsonDocument::fromJson(made.out)["systems"].toArray();
        QCOMPARE(systems.size(), 3);
        QCOMPARE(systems[1]["root"].toString(), QString("second"));
        QVERIFY(unpack("several.iso", "several"));
        const auto summed = run("sha256sum", {"-c", "--quiet", "sha256sums.txt"}, {}, file("several"));
        QVERIFY2(summed.status == 0, summed.out + summed.err);
        QCOMPARE(read_file(file("several/sha256sums.txt")).count('\n') + 3,
                 QByteArray(run("sh", {"-c", "find . -type f | wc -l"}, {}, file("several")).out).trimmed().toInt());
        for (const char *menu : {"grub.cfg", "loopback.cfg"}) {
            const QByteArray text = read_file(file("several/boot/grub/") + menu);
            for (const char *line : {"'Small System 1'", "'Another System'", "'Small System 1 (3)'", "linux /live/vmlinuz", "linux /live/2/vmlinuz",
                                     "initrd /live/programs /live/initrd", "initrd /live/programs /live/3/initrd"})
                QVERIFY2(text.contains(line), menu + QByteArray(": ") + line + "\n" + text);
        }
        QCOMPARE(read_file(file("several/live/2/vmlinuz")), QByteArray(40'000, 'l'));
        QCOMPARE(run(program(), {"cat", file("several/live/2/root.cloop"), "/etc/os-release"}).out, QByteArray("PRETTY_NAME=\"Another System\"\n"));
        QVERIFY(read_file(file("several/live/3/root.cloop")) == read_file(file("third.cloop")));
        // Each initrd knows the disc, and its own place on it.
        for (const auto &[initrd, place] : {std::pair("live/initrd", "live"), {"live/3/initrd", "live/3"}}) {
            const auto inside = run("sh", {"-c", QString("xz -dc %1 | cpio -i --quiet --to-stdout id place").arg(initrd)}, {}, file("several"));
            QCOMPARE(inside.out, QJsonDocument::fromJson(made.out)["id"].toString().toLatin1() + "\n" + place + "\n");
        }
        // What one of them lacks is said of it, and the limit counts them all.
        const auto lacking = cloop({"live", "root", "added", "lacking.iso"});
        QVERIFY2(lacking.status == 1 && lacking.err.contains("added: ") && !QFile::exists(file("lacking.iso")), lacking.err);
        const qint64 one = QFileInfo(file("1.iso")).size();
        const auto limited = cloop({"live", "root", "second", "lacking.iso", "--size-limit", QString::number(one)});
        QVERIFY2(limited.status == 1 && limited.err.contains("too large"), limited.err);
        QCOMPARE(cloop({"live", "several.iso"}).status, 1);
    }

    void an_image_is_cut_for_fat() {
        QVERIFY(run("cp", {"-a", "root", "noisy"}, {}, path()).status == 0);
        QByteArray noise(200'000, Qt::Uninitialized);
        QRandomGenerator(3).fillRange(reinterpret_cast<quint32 *>(noise.data()), noise.size() / 4);
        QVERIFY(write_file(file("noisy/etc/noise"), noise));
        QCOMPARE(live({"noisy", "cut.iso", "--split", "64K"}).status, 0);
        QVERIFY(unpack("cut.iso", "cut"));
        QCOMPARE(QDir(file("cut/live")).entryList({"root.cloop*"}),
                 QStringList({"root.cloop.000", "root.cloop.001", "root.cloop.002", "root.cloop.003"}));
        QVERIFY(QFileInfo(file("cut/live/root.cloop.000")).size() < 64 << 10);
        QCOMPARE(run("sha256sum", {"-c", "--quiet", "sha256sums.txt"}, {}, file("cut")).status, 0);
        for (const char *image : {"cut/live/root.cloop.000", "cut.iso:/live/root.cloop"})
            QCOMPARE(run(program(), {"cat", file(image), "/etc/noise"}).out, noise);
        QCOMPARE(cloop({"verify", "cut.iso"}).status, 0);
        QCOMPARE(live({"noisy", "whole.iso", "--split", "1M"}).status, 0);
        QVERIFY(unpack("whole.iso", "whole"));
        QVERIFY(QFile::exists(file("whole/live/root.cloop")));
        QVERIFY(cloop({"live", "noisy", "wrong.iso", "--split", "2"}).err.contains("--split takes a size"));
    }

    void a_folder_is_added_beside_the_system() {
        QVERIFY(QDir().mkpath(file("added/notes")) && write_file(file("added/notes/today.txt"), "hello\n"));
        QCOMPARE(cloop({"live", "root", "added.iso", "--add", "added"}).status, 0);
        QVERIFY(unpack("added.iso", "of-added"));
        QCOMPARE(read_file(file("of-added/notes/today.txt")), QByteArray("hello\n"));
        QCOMPARE(run("sha256sum", {"-c", "--quiet", "sha256sums.txt"}, {}, file("of-added")).status, 0);
        QVERIFY(QDir().mkpath(file("bad/live")) && write_file(file("bad/live/vmlinuz"), "mine\n"));
        const auto refused = cloop({"live", "root", "bad.iso", "--add", "bad"});
        QVERIFY2(refused.status != 0 && !QFile::exists(file("bad.iso")), refused.err);
    }

    void a_disc_without_room_is_refused_before_it_is_made() {
        if (::geteuid() != 0) QSKIP("a small disc takes root");
        QVERIFY(QDir().mkpath(file("small")) && QDir().mkpath(file("noise/usr")) && run("cp", {"-a", "root/.", "noise"}, {}, path()).status == 0);
        QByteArray noise(4 << 20, Qt::Uninitialized);
        QRandomGenerator(2).fillRange(reinterpret_cast<quint32 *>(noise.data()), noise.size() / 4);
        QVERIFY(write_file(file("noise/usr/noise"), noise));
        QCOMPARE(run("mount", {"-t", "tmpfs", "-o", "size=2M", "tmpfs", file("small")}).status, 0);
        const auto refused = cloop({"live", "noise", "small/x.iso"});
        const auto left = QDir(file("small")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        QCOMPARE(run("umount", {file("small")}).status, 0);
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains("room"), refused.err);
        QVERIFY(left.isEmpty());
    }

    void an_image_goes_on_the_disc_as_it_is() {
        QCOMPARE(cloop({"create", "root", "root.cloop", "--filesystem", "erofs", "-l", "9"}).status, 0);
        const auto made = cloop({"live", "root.cloop", "of-image.iso"});
        QVERIFY2(made.status == 0, made.err);
        QVERIFY(unpack("of-image.iso", "of-image"));
        QVERIFY(read_file(file("of-image/live/root.cloop")) == read_file(file("root.cloop")));
    }

    void what_can_not_start_is_refused_data() {
        QTest::addColumn<QStringList>("missing");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("no kernel, as a container's export") << QStringList{"boot", "usr/lib/modules"} << QByteArray("no kernel");
        QTest::newRow("no modules") << QStringList{"usr/lib/modules"} << QByteArray("modules of its kernel (1.0)");
        QTest::newRow("no init") << QStringList{"usr/sbin"} << QByteArray("/sbin/init is missing");
    }
    void what_can_not_start_is_refused() {
        QFETCH(QStringList, missing);
        QFETCH(QByteArray, words);
        QDir(file("part")).removeRecursively();
        QVERIFY(run("cp", {"-a", "root", "part"}, {}, path()).status == 0);
        for (const QString &name : missing) QVERIFY(run("rm", {"-r", file("part/" + name)}).status == 0);
        const auto made = cloop({"live", "part", "part.iso"});
        QCOMPARE(made.status, 1);
        QVERIFY2(made.err.contains(words), made.err);
        QVERIFY(!QFile::exists(file("part.iso")));
    }

    void a_kernel_that_lacks_a_driver_is_refused() {
        QDir(file("part")).removeRecursively();
        QVERIFY(run("cp", {"-a", "root", "part"}, {}, path()).status == 0);
        const QString builtin = file("part/usr/lib/modules/1.0/modules.builtin");
        QVERIFY(write_file(builtin, "kernel/drivers/block/loop.ko\n"));
        const auto refused = cloop({"live", "part", "part.iso"});
        QVERIFY2(refused.status == 1 && refused.err.contains("(overlay)") && !QFile::exists(file("part.iso")), refused.err);
        // Newer packages of Debian do not tell what is built in.
        QVERIFY(QFile::remove(builtin));
        const auto made = cloop({"live", "part", "untold.iso", "--json"});
        QVERIFY2(made.status == 0, made.err);
        QCOMPARE(json(made)["systems"][0]["cannot_start_from"].toArray().size(), 0);
    }

    void a_disc_above_the_limit_is_not_written() {
        QVERIFY(run("cp", {"-a", "root", "full"}, {}, path()).status == 0 && QDir().mkpath(file("full/usr/share")));
        QByteArray noise(3 << 20, Qt::Uninitialized);
        QRandomGenerator(1).fillRange(reinterpret_cast<quint32 *>(noise.data()), noise.size() / 4);
        QVERIFY(write_file(file("full/usr/share/large"), noise));
        const auto made = cloop({"live", "full", "full.iso", "--size-limit", "7M"});
        QCOMPARE(made.status, 1);
        QVERIFY2(made.err.contains("too large") && made.err.contains("/usr/share 3 MiB"), made.err);
        QVERIFY(!QFile::exists(file("full.iso")));
    }

    void what_is_there_is_not_replaced() {
        QVERIFY(write_file(file("mine.iso"), "mine"));
        const auto refused = cloop({"live", "root", "mine.iso"});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains("exists"), refused.err);
        QCOMPARE(read_file(file("mine.iso")), QByteArray("mine"));
        QCOMPARE(cloop({"live", "root.tar", "root.tar", "--force"}).status, 1);
        QVERIFY(strays().isEmpty());
    }

    void options_are_checked_data() {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("way") << QStringList{"--way", "boat"};
        QTest::newRow("size") << QStringList{"--size-limit", "much"};
        QTest::newRow("pattern") << QStringList{"--leave-out", "/"};
        QTest::newRow("codec") << QStringList{"-c", "rot13"};
        QTest::newRow("the module, which can't be built") << QStringList{"--way", "module"};
    }
    void options_are_checked() {
        QFETCH(QStringList, options);
        const auto made = cloop(QStringList{"live", "root", "wrong.iso"} + options);
        QCOMPARE(made.status, 1);
        QVERIFY(!QFile::exists(file("wrong.iso")));
    }

    void what_is_left_out_is_not_there_and_what_is_kept_is() {
        QCOMPARE(cloop({"live", "root", "picked.iso", "--leave-out", "os-release", "--keep", "/etc/machine-id"}).status, 0);
        QCOMPARE(cloop({"ls", "picked.iso:/live/root.cloop", "/etc"}).out, QByteArray("machine-id\n"));
        QVERIFY(unpack("picked.iso", "picked"));
        QVERIFY(read_file(file("picked/boot/grub/grub.cfg")).contains("menuentry 'LIVE'"));
    }
};

QTEST_GUILESS_MAIN(LiveCommandTest)
#include "live_command_test.moc"
