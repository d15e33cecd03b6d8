// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a live disc: what other programs read of them, and what is planned for a root file system.

#include "live/boot_facts.h"
#include "live/cpio_writer.h"
#include "live/fat_image.h"
#include "live/kernel_modules.h"
#include "live/live_menu.h"
#include "live/live_plan.h"
#include "support/image_builder.h"
#include "support/program.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace cloop;

class LivePartsTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    QString file(const QString &name) const { return folder_.filePath(name); }

    static std::span<const std::byte> bytes(std::string_view text) { return std::as_bytes(std::span(text)); }
    bool write(const QString &name, std::span<const std::byte> all) const {
        return test::write_file(file(name), QByteArray(reinterpret_cast<const char *>(all.data()), qsizetype(all.size())));
    }

    static LivePlan plan_of(const std::vector<std::string> &files, const std::vector<std::string> &kept = {}) {
        RootSurvey survey(kept);
        for (const std::string &path : files) survey.see(path, NodeKind::file, 1000);
        return survey.plan();
    }

private slots:
    void an_archive_is_unpacked_by_cpio() {
        CpioWriter writer;
        const std::string long_text(100'001, 'x');
        writer.add_folder("a");
        writer.add_file("a/odd", 0755, bytes("123"));
        writer.add_file("a/empty", 0600, {});
        writer.add_file("a/long", 0644, bytes(long_text));
        writer.add_device("console", 0600, 5, 1);
        const auto archive = std::move(writer).finish();
        QCOMPARE(archive.size() % 4, std::size_t(0));
        QVERIFY(write("cpio", archive) && QDir().mkpath(file("unpacked")));
        const auto listed = test::run("sh", {"-c", "cpio -tv --quiet <../cpio"}, {}, file("unpacked"));
        QVERIFY2(listed.out.contains("crw-------   1 root     root       5,   1 Jan  1  1970 console"), listed.out);
        QCOMPARE(test::run("sh", {"-c", "cpio -i --quiet <../cpio"}, {}, file("unpacked")).status, 0);
        QCOMPARE(test::read_file(file("unpacked/a/odd")), QByteArray("123"));
        QCOMPARE(test::read_file(file("unpacked/a/long")), QByteArray::fromStdString(long_text));
        QCOMPARE(QFileInfo(file("unpacked/a/empty")).size(), 0);
        QVERIFY(QFileInfo(file("unpacked/a/odd")).isExecutable() && !QFileInfo(file("unpacked/a/long")).isExecutable());
    }

    void a_fat_file_system_is_sound_for_others() {
        const std::string loader(700'001, 'L'), menu = "menu\n", odd(513, 'o');
        std::vector<FatFile> files{{"EFI/BOOT/BOOTX64.EFI", bytes(loader)},
                                   {"EFI/BOOT/grubx64.efi", bytes(odd)},
                                   {"EFI/BOOT/a rather long name indeed.config", bytes(menu)},
                                   {"boot/grub/grub.cfg", bytes(menu)},
                                   {"EMPTY", {}}};
        // A folder of more than a cluster.
        for (int i = 0; i < 40; ++i) files.push_back({"EFI/MANY/FILE" + std::to_string(i), bytes(menu)});
        const auto image = make_fat_image(files, "EFI");
        QVERIFY(image && write("fat", *image));
        const auto checked = test::run("fsck.fat", {"-n", "-v", file("fat")});
        QVERIFY2(checked.status == 0 && checked.out.contains("16 bit"), checked.out);
        for (const auto &[path, content] : files) {
            const auto read = test::run("mtype", {"-i", file("fat"), QString::fromStdString("::/" + path)});
            QVERIFY2(read.status == 0, path.c_str());
            QVERIFY(read.out == QByteArray(reinterpret_cast<const char *>(content.data()), qsizetype(content.size())));
        }
        QVERIFY(make_fat_image(files, "EFI").value() == *image);
    }

    void a_fat_file_system_has_room_for_loaders_and_no_more() {
        const std::string large(20 << 20, 'L'), huge(40 << 20, 'L');
        const std::vector<FatFile> one{{"LARGE", bytes(large)}}, two{{"HUGE", bytes(huge)}};
        const auto image = make_fat_image(one, "EFI");
        QVERIFY(image && write("fat", *image));
        QCOMPARE(test::run("fsck.fat", {"-n", file("fat")}).status, 0);
        QCOMPARE(make_fat_image(two, "EFI").error().code, ErrorCode::content_too_large);
    }

    void modules_come_after_what_they_need() {
        const ModuleTable table("kernel/fs/isofs/isofs.ko.xz: kernel/drivers/cdrom/cdrom.ko.xz\n"
                                "kernel/drivers/cdrom/cdrom.ko.xz:\n"
                                "kernel/fs/ext4/ext4.ko: kernel/fs/jbd2/jbd2.ko kernel/lib/crc16.ko kernel/fs/mbcache.ko\n"
                                "kernel/fs/jbd2/jbd2.ko:\n"
                                "kernel/lib/crc16.ko:\n"
                                "kernel/fs/mbcache.ko:\n"
                                "kernel/drivers/ata/ahci.ko.zst: kernel/drivers/ata/libahci.ko.zst\n"
                                "kernel/drivers/ata/libahci.ko.zst:\n"
                                "kernel/net/other.ko:\n"
                                "nonsense\n");
        const std::string_view wanted[]{"isofs", "ext4", "kernel/drivers/ata/", "usb-storage"};
        const auto paths = table.closure(wanted);
        const auto at = [&](std::string_view end) {
            return std::ranges::find_if(paths, [&](const std::string &path) { return path.find(end) != path.npos; }) - paths.begin();
        };
        QCOMPARE(paths.size(), std::size_t(8));
        QVERIFY(at("cdrom") < at("isofs") && at("jbd2") < at("ext4") && at("crc16") < at("ext4") && at("libahci") < at("/ahci"));
        QVERIFY(table.has("ahci") && !table.has("usb-storage"));
        QVERIFY((kinds_without_driver(table, "kernel/drivers/usb/storage/usb-storage.ko\n") == std::vector{DriveKind::nvme, DriveKind::memory_card}));
    }

    void aliases_lead_to_the_modules_that_are_there() {
        const std::vector<std::string> paths{"kernel/drivers/scsi/sr_mod.ko.xz", "kernel/drivers/usb/storage/usb-storage.ko"};
        QCOMPARE(aliases_of("# Aliases\nalias scsi:t-0x05* sr_mod\nalias fs-ext4 ext4\nalias usb:v1* usb_storage", paths),
                 std::string("alias scsi:t-0x05* sr_mod\nalias usb:v1* usb_storage\n"));
        QCOMPARE(module_name("kernel/fs/nls/nls_iso8859-1.ko.xz"), std::string("nls_iso8859_1"));
        QVERIFY((needs_of_module(bytes(std::string_view("\0license=GPL\0depends=xz_dec,lz4_decompress\0name=cloop\0", 53))) ==
                 std::vector<std::string>{"xz_dec", "lz4_decompress"}));
        QVERIFY(needs_of_module(bytes("no module")).empty());
    }

    void a_plan_takes_the_newest_kernel_that_has_modules() {
        const LivePlan plan = plan_of({"boot/vmlinuz-6.1.0-9-amd64", "boot/vmlinuz-6.1.0-10-amd64", "boot/vmlinuz-6.12.1",
                                       "usr/lib/modules/6.1.0-9-amd64/modules.dep", "usr/lib/modules/6.1.0-10-amd64/modules.dep",
                                       "usr/lib/modules/6.1.0-10-amd64/updates/dkms/cloop.ko.xz", "usr/src/linux-headers-6.1.0-9-amd64/Makefile",
                                       "usr/src/linux-headers-6.1.0-9-common/Makefile", "usr/sbin/init", "usr/lib/systemd/systemd-udevd"});
        QCOMPARE(plan.kernels.size(), std::size_t(3));
        QCOMPARE(plan.kernels[0].version, std::string("6.12.1"));
        QVERIFY(plan.kernel());
        QCOMPARE(plan.kernel()->version, std::string("6.1.0-10-amd64"));
        QCOMPARE(plan.kernel()->cloop_module, std::string("usr/lib/modules/6.1.0-10-amd64/updates/dkms/cloop.ko.xz"));
        QCOMPARE(plan.kernels[2].headers, std::string("usr/src/linux-headers-6.1.0-9-amd64"));
        QCOMPARE(plan.init, std::string("usr/sbin/init"));
        QVERIFY(plan.has_udev && plan.left_out.empty());
    }

    void a_kernel_without_a_version_belongs_to_the_only_modules() {
        const LivePlan plan = plan_of({"boot/vmlinuz-linux", "usr/lib/modules/6.11.1-arch1-1/modules.dep"});
        QVERIFY(plan.kernel());
        QCOMPARE(plan.kernel()->image, std::string("boot/vmlinuz-linux"));
        const LivePlan fedora = plan_of({"usr/lib/modules/6.11.4-301.fc41.x86_64/vmlinuz", "usr/lib/modules/6.11.4-301.fc41.x86_64/modules.dep"});
        QVERIFY(fedora.kernel());
    }

    void a_containers_export_lacks_kernel_and_init() {
        const LivePlan plan = plan_of({"bin/bash", "etc/os-release", "usr/lib/x86_64-linux-gnu/libc.so.6"});
        QVERIFY(!plan.kernel() && plan.kernels.empty() && plan.init.empty() && !plan.has_udev);
        QCOMPARE(plan.files, std::uint64_t(3));
        QCOMPARE(plan.size, std::uint64_t(3000));
    }

    void what_belongs_to_one_machine_stays_at_home_unless_it_is_kept() {
        const std::vector<std::string> files{"etc/ssh/ssh_host_ed25519_key",
                                             "etc/ssh/ssh_config",
                                             "etc/machine-id",
                                             "etc/fstab",
                                             "boot/initrd.img-6.1.0-9-amd64",
                                             "var/lib/apt/lists/deb.debian.org_debian_Packages",
                                             "var/cache/apt/archives/bash.deb"};
        const LivePlan plan = plan_of(files);
        QCOMPARE(plan.left_out.size(), std::size_t(6));
        QCOMPARE(plan.files, std::uint64_t(1));
        QCOMPARE(plan_of(files, {"/etc/fstab", "etc/ssh/ssh_host_ed25519_key"}).left_out.size(), std::size_t(4));
    }

    void a_system_is_named_by_its_release_file_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("quoted") << QByteArray("NAME=x\nPRETTY_NAME=\"A System 1\"\nID=x\n") << QByteArray("A System 1");
        QTest::newRow("first line, without an end") << QByteArray("PRETTY_NAME=System") << QByteArray("System");
        QTest::newRow("empty") << QByteArray("PRETTY_NAME=\"\"\n") << QByteArray();
        QTest::newRow("another key ends so") << QByteArray("NOT_PRETTY_NAME=x\n") << QByteArray();
        QTest::newRow("none") << QByteArray() << QByteArray();
    }
    void a_system_is_named_by_its_release_file() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, name);
        QCOMPARE(QByteArray::fromStdString(pretty_name(text.toStdString())), name);
    }

    void a_program_is_signed_where_its_table_says_so() {
        QByteArray program(400, '\0');
        program[0x3C] = 64;
        program.replace(64, 4, QByteArray("PE\0\0", 4));
        const auto is_signed = [](const QByteArray &words) { return has_signature(bytes({words.constData(), size_t(words.size())})); };
        QVERIFY(!is_signed(program));
        program[64 + 24 + 112 + 36] = 9;
        QVERIFY(is_signed(program));
        for (const int size : {0, 0x3F, 64, 64 + 24 + 112 + 39}) QVERIFY(!is_signed(program.first(size)));
        program.replace(64, 2, "XX");
        QVERIFY(!is_signed(program));
        program.replace(0x3C, 4, "\xFF\xFF\xFF\xFF");
        QVERIFY(!is_signed(program));
    }

    void a_menu_is_taken_by_grub() {
        const LiveMenu menu{.systems = {{.title = "It's a \"system\" \\ $here"},
                                        {.title = "Another", .folder = "live/2", .initrds = {"live/programs", "live/2/initrd"}}},
                            .id = "0123456789abcdef",
                            .append = "console=ttyS0",
                            .timeout = 7};
        for (const std::string &text : {grub_menu(menu), loopback_menu(menu), menu_on_fat(menu)}) {
            QVERIFY(test::write_file(file("grub.cfg"), QByteArray::fromStdString(text)));
            const auto checked = test::run("grub-script-check", {file("grub.cfg")});
            QVERIFY2(checked.status == 0, checked.err);
        }
        for (const char *line : {"linux /live/vmlinuz console=ttyS0 toram\n", "initrd /live/initrd\n",
                                 "linux /live/2/vmlinuz console=ttyS0 persist=cloop-persist\n", "initrd /live/programs /live/2/initrd\n"})
            QVERIFY2(grub_menu(menu).find(line) != std::string::npos, line);
    }
};

QTEST_GUILESS_MAIN(LivePartsTest)
#include "live_parts_test.moc"
