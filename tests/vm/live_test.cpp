// SPDX-License-Identifier: GPL-3.0-or-later
// Makes live discs of a Debian and starts them. Each check in the guest, a line of tests/vm/live/session.sh, and each of the host is a row.
// CLOOPSMITH_LIVE_BOOTS: a pattern for the names of boots, to run some.

#include <QRegularExpression>
#include <QTest>

#include "support/command_folder.h"
#include "support/everything.h"
#include "vm/live_machine.h"

using namespace cloop::test;

namespace {

// panic: a machine that waits for a person would wait for ever here.
const QString kernel_line = "console=tty0 console=ttyS0 panic=-1 quiet loglevel=3 no_timer_check mitigations=off systemd.show_status=1";

struct Boot {
    QString name;
    LiveMachine::Hardware hardware;
    bool has_drive = false;              ///< its tray must be open in the end
    QList<QByteArray> sentences{};       ///< that the console shows
    bool is_started = true;              ///< the system starts
    QByteArray typed{};                  ///< whenever the console says that there is a shell
    QString disc = "disc.iso";           ///< that is put back when it was taken out
};

} // namespace

class LiveTest : public QObject, protected CommandFolder {
    Q_OBJECT

    const QString live_ = VM_DIR "/live";
    struct Row {
        QByteArray name;
        bool is_passed;
        QByteArray line;
    };
    QList<Row> rows_;

    void note(const QString &boot, const QString &name, bool is_passed, const QByteArray &line = {}) {
        rows_ << Row{(boot + ": " + name).toUtf8(), is_passed, line};
    }

    /// A root file system of the name `root`, with a tree of everything.
    void make_root(const QString &root, const QStringList &parts) const {
        const Outcome installed = run(SOURCE_DIR "/tests/vm/install_live.sh", QStringList{live_ + "/root", parts[0], root} + parts.mid(1));
        QVERIFY2(installed.status == 0, installed.err.constData());
        const QByteArray everything = QFile::encodeName(root) + "/everything";
        make_everything(everything);
        for (const char *name : {"a line\nand another", " blanks ", "-dash", "\xFF\xFE not UTF-8", "\xC3\xA4", "back\\slash", "*?[", "quote'\""})
            QVERIFY(write_file(QString::fromUtf8(everything) + "/odd", name) && ::rename(everything + "/odd", everything + "/" + name) == 0);
        const Outcome manifest = run(SOURCE_DIR "/tests/vm/live/manifest.sh", {}, {}, QFile::decodeName(everything));
        QVERIFY2(manifest.status == 0 && manifest.err.isEmpty(), manifest.err.constData());
        QVERIFY(manifest.out.count('\n') > 1000 && write_file(root + "/everything.manifest", manifest.out));
    }

    /// `name`: of the ISO in the temporary folder.
    void make_disc(const QString &name, const QString &root, const QStringList &options = {}) const {
        // Not by cloop(), which makes all times older than a date.
        const Outcome made = run(program(), QStringList{"live", root, name, "--append", kernel_line, "--timeout", "0"} + options, {}, path());
        QVERIFY2(made.status == 0, made.err.constData());
    }

    QStringList cd(const QString &disc) const {
        return {"-drive", "if=none,id=disc,format=raw,media=cdrom,file=" + file(disc), "-device", "ide-cd,id=cd,bus=ide.0,drive=disc"};
    }

    QStringList disk(const QString &disc, const QString &more = ",readonly=on") const {
        return {"-drive", "if=virtio,format=raw,file=" + file(disc) + more};
    }
    QStringList stick(const QString &disc) const {
        return {"-device", "qemu-xhci", "-drive", "if=none,id=stick,format=raw,readonly=on,file=" + file(disc), "-device", "usb-storage,drive=stick"};
    }

    /// Firmware with its variables anew.
    QStringList uefi(const QString &code = "CODE_4M.fd", const QString &variables = "VARS_4M.fd") const {
        const QString folder = "/usr/share/OVMF/OVMF_";
        (void)write_file(file("variables"), read_file(folder + variables));
        return {"-drive", "if=pflash,format=raw,readonly=on,file=" + folder + code, "-drive", "if=pflash,format=raw,file=" + file("variables")};
    }
    QStringList secure_boot() const {
        return QStringList{"-machine", "q35,smm=on", "-global", "driver=cfi.pflash01,property=secure,value=on"} +
               uefi("CODE_4M.secboot.fd", "VARS_4M.ms.fd");
    }

    /// The disc's kernel and initrd without its boot loader, and more words for the kernel.
    QStringList kernel_of(const QString &disc, const QString &words, const QString &line = kernel_line) const {
        const QString folder = file(disc + ".files");
        if (!QFile::exists(folder)) {
            const Outcome taken = run("xorriso", {"-osirrox", "on", "-indev", file(disc), "-extract", "/", folder});
            if (taken.status != 0) qWarning() << taken.err;
        }
        return {"-kernel", folder + "/live/vmlinuz", "-initrd", folder + "/live/initrd", "-append", line + " " + words};
    }

    /// A copy of a disc, with three damaged blocks in its image.
    void make_damaged(const QString &disc, const QString &copy) const {
        const QByteArray report = run("xorriso", {"-indev", file(disc), "-find", "/live/root.cloop", "-exec", "report_lba"}).out;
        // "File data lba:  0 ,     9884 ,    44057 , 90228258 , '/live/root.cloop'"
        const QByteArrayList numbers = report.mid(report.indexOf("File data lba:")).split(',');
        QVERIFY2(numbers.size() == 5, report.constData());
        const qint64 begin = numbers[1].trimmed().toLongLong() * 2048, size = numbers[3].trimmed().toLongLong();
        QVERIFY(QFile::copy(file(disc), file(copy)));
        QFile image(file(copy));
        QVERIFY(image.open(QIODevice::ReadWrite));
        for (const int percent : {40, 55, 70}) {
            char byte = 0;
            QVERIFY(image.seek(begin + size * percent / 100) && image.getChar(&byte));
            QVERIFY(image.seek(begin + size * percent / 100) && image.putChar(char(byte ^ 0x55)));
        }
    }

    /// Disks of the user: an empty one, the disc's files on FAT, the disc as a file.
    void make_disks() const {
        const Outcome made = run("sh", {"-ec", R"(PATH=$PATH:/usr/sbin
            truncate -s 128M keep && mkfs.ext4 -q -L KEEP keep
            cp disc.iso stick && truncate -s +64M stick && sfdisk -q --relocate gpt-bak-std stick && echo 'size=+' | sfdisk -q --append stick
            mkfs.ext4 -q -L SAME -E offset=$(($(sfdisk -lqo Start stick | tail -n 1) * 512)) stick 60M
            mkfs.fat -C fat 400000 >fat.log && mcopy -s -i fat disc.iso.files/* ::
            mkfs.fat -C outer 400000 >fat.log && mmd -i outer ::/isos && mcopy -i outer disc.iso ::/isos/disc.iso)"}, {}, path());
        QVERIFY2(made.status == 0, made.err.constData());
    }

    void start(const Boot &boot) {
        if (!QRegularExpression(qEnvironmentVariable("CLOOPSMITH_LIVE_BOOTS")).match(boot.name).hasMatch()) return;
        LiveMachine machine(path());
        bool is_complete = false;
        machine.on_said = [&](const QByteArray &line) {
            if (line == "Put the disc back in.") machine.insert(file(boot.disc));
            if (line == "end") is_complete = true;
            if (line.startsWith("ok ") || line.startsWith("not ok "))
                note(boot.name, line.mid(line.indexOf("ok ") + 3), line.startsWith("ok "), line);
        };
        machine.on_console = [&](const QByteArray &line) {
            if (line.contains("This is a shell.") && !boot.typed.isEmpty()) machine.type(boot.typed);
        };
        const bool has_ended = machine.run(boot.hardware);
        const QByteArray console = machine.console();
        const QString log = live_ + "/" + QString(boot.name).replace(' ', '-') + ".log";
        QVERIFY(write_file(log, console + "\n\n" + read_file(file("said"))));
        const QByteArray see = "see " + log.toUtf8();
        note(boot.name, "the machine ends", has_ended, see);
        if (boot.is_started) {
            note(boot.name, "all checks have run", is_complete, see);
            note(boot.name, "nothing fails at the start and at the end", !console.contains("FAILED"), see);
            note(boot.name, "nothing is mounted in the end", !console.contains("still mounted"), see);
        }
        if (boot.has_drive) note(boot.name, "the disc is let out in the end", machine.is_tray_open(), see);
        for (const QByteArray &sentence : boot.sentences) note(boot.name, sentence, console.contains(sentence), see);
        qInfo("%s: %.0f s of processors", qUtf8Printable(boot.name), machine.seconds());
    }

    void start_all() {
        const QString other = live_ + "/other";
        make_root(other, {VM_DIR "/plain", VM_DIR "/signed/root"});
        make_disc("plain.iso", other);
        make_disc("without.iso", live_ + "/installed", {"--leave-out", "/usr/lib/modules/*/updates"});
        const auto kernel = [&](const QString &words) { return kernel_of("disc.iso", words) + cd("disc.iso"); };
        make_damaged("disc.iso", "damaged.iso");

        start({"a CD, UEFI", {uefi() + cd("disc.iso")}, true});
        start({"a disk, BIOS", {disk("disc.iso")}});
        start({"a disk, UEFI", {uefi() + disk("disc.iso")}});
        start({"a stick, BIOS", {stick("plain.iso")}});
        start({"a stick, UEFI", {uefi() + stick("plain.iso")}});
        const QStringList ahci{"-machine", "q35"};
        start({.name = "a CD, AHCI", .hardware = {ahci + cd("plain.iso"), 512, "disc"}, .has_drive = true, .disc = "plain.iso"});
        start({"the word fuse", {kernel("fuse"), 512, "fuse,usr"}, true});
        start({"no module", {kernel_of("without.iso", "") + cd("without.iso"), 512, "fuse"}, true});
        start({"toram", {kernel("toram"), 1024, "usr"}, true, {"The disc can be taken out."}});
        start({"toram, little memory", {kernel("toram"), 256}, true, {"toram needs ", " MB more memory, so the disc stays in use."}});
        start({"check", {kernel("check"), 512}, true, {" blocks are sound."}});
        start({"check, damaged", {kernel_of("disc.iso", "check") + cd("damaged.iso"), 512}, false,
               {"live/root.cloop: FAILED", "3 blocks are damaged", "damaged: /usr/", "The disc is damaged. Burn it again, or clean it."}, false});
        make_disks();
        for (const char *words : {"keep", "kept"})
            start({QString("persistence, ") + words, {kernel("persist=KEEP") + disk("keep", ""), 512, words}, true,
                   {"What is written is kept on /dev/vda (KEEP)."}});
        start({"persistence, no such label", {kernel("persist=NONE") + disk("keep", ""), 512}, true, {"No partition with the label NONE"}});
        for (const char *words : {"keep", "kept"})
            start({QString("persistence on the stick, ") + words, {kernel_of("disc.iso", "persist=SAME") + disk("stick", ""), 512, words}, false,
                   {"What is written is kept on /dev/vda4 (SAME)."}});
        start({"files on FAT, UEFI", {uefi() + disk("fat")}});
        start({"findiso", {kernel_of("disc.iso", "findiso=/isos/disc.iso") + disk("outer")}});
        start({"128 MB of memory", {cd("disc.iso"), 128}, true});
        start({"memory nearly full, fuse", {kernel("fuse"), 256, "fuse,pressure"}, true});
        start({"shells", {kernel_of("disc.iso", "break=start,disc,root,init", QString(kernel_line).remove(" panic=-1")) + cd("disc.iso")}, true,
               {"The start stops here (start).", "here (disc).", "here (root).", "here (init)."}, true, "exit\n"});
        start({"another disc", {kernel_of("disc.iso", "") + cd("without.iso")}, false, {"not found: no drive has the file live/"}, false});
        start({"Secure Boot", {secure_boot() + cd("plain.iso"), 512, "fuse"}, true});
    }

public:
    LiveTest() : CommandFolder(BIN_DIR, VECTORS) {}

private slots:
    void initTestCase() {
        const QString root = live_ + "/installed";
        make_root(root, {VM_DIR "/native"});
        make_disc("disc.iso", root);

        start({"a CD, BIOS", {cd("disc.iso"), 512, "tree,disc"}, true});
        if (qEnvironmentVariableIsSet("CLOOPSMITH_ALL")) start_all();
    }

    void checks_data() {
        QTest::addColumn<bool>("is_passed");
        QTest::addColumn<QByteArray>("line");
        for (const Row &row : rows_) QTest::newRow(row.name.constData()) << row.is_passed << row.line;
    }
    void checks() {
        QFETCH(bool, is_passed);
        QFETCH(QByteArray, line);
        QVERIFY2(is_passed, line.constData());
    }
};

QTEST_GUILESS_MAIN(LiveTest)
#include "live_test.moc"
