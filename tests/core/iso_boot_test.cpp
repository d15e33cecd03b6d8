// SPDX-License-Identifier: GPL-3.0-or-later
// An ISO made here boots, as CD and as disk, by BIOS and by UEFI, in an emulated machine.

#include "file/file_source.h"
#include "source/folder_stream.h"
#include "support/image_builder.h"
#include "support/program.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace cloop;

class IsoBootTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    QString file(const QString &name) const { return folder_.filePath(name); }

    /// GRUB with a script inside: it looks for the disc and shows a file of it.
    bool make_grub(const QString &platform, const QString &output, const QStringList &modules) const {
        const QStringList all{"iso9660", "part_gpt", "part_msdos", "search", "search_fs_file", "serial", "terminal", "echo", "cat", "halt"};
        const QStringList image{"-O", platform, "-p", "/boot/grub", "-c", file("script"), "-o", output};
        return test::run("grub-mkimage", image + all + modules).status == 0;
    }

    /// What the machine says on its serial port until it has said `words`.
    QByteArray said(const QStringList &options, const QByteArray &words) const {
        QProcess machine;
        machine.start("qemu-system-x86_64", QStringList{"-m", "256", "-display", "none", "-serial", "stdio", "-no-reboot", "-net", "none"} + options);
        QElapsedTimer timer;
        timer.start();
        QByteArray all;
        while (!all.contains(words) && timer.elapsed() < 240'000 && (machine.waitForReadyRead(1000) || machine.state() != QProcess::NotRunning))
            all += machine.readAllStandardOutput();
        machine.kill();
        machine.waitForFinished();
        return all + machine.readAllStandardError();
    }

private slots:
    void initTestCase() {
        QVERIFY(folder_.isValid());
        qputenv("SOURCE_DATE_EPOCH", "1700000000");
        QVERIFY(QDir().mkpath(file("tree/boot/grub")) && QDir().mkpath(file("efi/EFI/BOOT")));
        QVERIFY(test::write_file(file("tree/hello"), "The disc is found.\n"));
        QVERIFY(test::write_file(file("script"), "serial --unit=0\nterminal_output serial\nsearch --file --set=root /hello\ncat /hello\nhalt\n"));
        QVERIFY(make_grub("i386-pc-eltorito", file("tree/boot/grub/bios.img"), {"biosdisk"}));
        QVERIFY(make_grub("x86_64-efi", file("efi/EFI/BOOT/BOOTX64.EFI"), {}));
        QCOMPARE(test::run("mkfs.fat", {"-C", file("tree/boot/grub/efi.img"), "2880"}).status, 0);
        QCOMPARE(test::run("mcopy", {"-s", "-i", file("tree/boot/grub/efi.img"), file("efi/EFI"), "::"}).status, 0);
        const QByteArray sector = test::read_file("/usr/lib/grub/i386-pc/boot_hybrid.img");
        QVERIFY(!sector.isEmpty());
        const auto bytes = std::as_bytes(std::span(sector.data(), size_t(sector.size())));
        const IsoBoot boot{.bios_image = "/boot/grub/bios.img",
                           .efi_image = "/boot/grub/efi.img",
                           .catalog = "/boot/grub/boot.cat",
                           .boot_sector = {bytes.begin(), bytes.end()}};
        test::Bytes first;
        for (int round = 0; round < 2; ++round) {
            auto stream = open_folder(file("tree").toStdString(), {.label = "BOOTS", .boot = boot}, {}, {}, {});
            QVERIFY(stream);
            const test::Bytes iso = test::read_stream(**stream);
            QVERIFY(!iso.empty());
            if (round == 0) first = iso;
            QVERIFY(iso == first);
        }
        QVERIFY(test::write_file(file("boot.iso"), QByteArray(reinterpret_cast<const char *>(first.data()), qsizetype(first.size()))));
    }

    void a_path_that_is_not_there_is_refused() {
        const auto stream = open_folder(file("tree").toStdString(), {.label = "BOOTS", .boot = IsoBoot{.bios_image = "/boot/nothing"}}, {}, {}, {});
        QVERIFY(!stream);
        QVERIFY(stream.error().code == ErrorCode::tree_refused);
        QCOMPARE(stream.error().subject, std::string("/boot/nothing"));
    }

    void the_tables_name_both_images() {
        const QStringList reports{"-report_el_torito", "plain", "-report_system_area", "plain"};
        const QByteArray report = test::run("xorriso", QStringList{"-indev", file("boot.iso")} + reports).out;
        QVERIFY2(report.contains("El Torito boot img :   1  BIOS") && report.contains("El Torito boot img :   2  UEFI"), report);
        QVERIFY2(report.contains("/boot/grub/bios.img") && report.contains("/boot/grub/efi.img"), report);
        QVERIFY2(report.contains("grub2-mbr") && report.contains("28732ac11ff8d211ba4b00a0c93ec93b"), report);
    }

    void it_boots_data() {
        QTest::addColumn<QStringList>("options");
        const QString iso = file("boot.iso"), variables = file("variables");
        const QStringList uefi{"-drive", "if=pflash,format=raw,readonly=on,file=/usr/share/OVMF/OVMF_CODE_4M.fd", "-drive",
                               "if=pflash,format=raw,file=" + variables};
        const QStringList disc{"-cdrom", iso}, disk{"-drive", "format=raw,if=virtio,readonly=on,file=" + iso};
        QTest::newRow("a CD, BIOS") << disc;
        QTest::newRow("a disk, BIOS") << disk;
        QTest::newRow("a CD, UEFI") << uefi + disc;
        QTest::newRow("a disk, UEFI") << uefi + disk;
    }
    void it_boots() {
        QFETCH(QStringList, options);
        QVERIFY(test::write_file(file("variables"), test::read_file("/usr/share/OVMF/OVMF_VARS_4M.fd")));
        const QByteArray words = said(options, "The disc is found.");
        QVERIFY2(words.contains("The disc is found."), words);
    }
};

QTEST_GUILESS_MAIN(IsoBootTest)
#include "iso_boot_test.moc"
