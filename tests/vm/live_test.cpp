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
    QString drive{};                         ///< the disc in the drive, which must be open in the end; empty: there is no drive
    std::function<QStringList()> options{};  ///< more of QEMU
    QString words{};                         ///< for the checks in the guest
    int memory = 512;                        ///< MB
    QList<QByteArray> sentences{};           ///< that the console shows
    bool is_started = true;                  ///< the system starts
    QByteArray typed{};                      ///< whenever the console says that there is a shell
    bool is_newer = false;                   ///< needs the QEMU of the Debian 13 folder
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

    void demand(const QString &program, const QStringList &arguments) const {
        const Outcome outcome = run(program, arguments, {}, path());
        QVERIFY2(outcome.status == 0, (program.toUtf8() + ": " + outcome.out + outcome.err).constData());
    }

    /// A root file system with a tree of everything.
    void make_root(const QString &root, const QStringList &parts) const {
        demand(SOURCE_DIR "/tests/vm/install_live.sh", QStringList{live_ + "/root", parts[0], root} + parts.mid(1));
        const QByteArray everything = QFile::encodeName(root) + "/everything";
        make_everything(everything);
        for (const char *name : {"a line\nand another", " blanks ", "-dash", "\xFF\xFE not UTF-8", "\xC3\xA4", "back\\slash", "*?[", "quote'\""})
            QVERIFY(write_file(QString::fromUtf8(everything) + "/odd", name) && ::rename(everything + "/odd", everything + "/" + name) == 0);
        const Outcome manifest = run(SOURCE_DIR "/tests/vm/live/manifest.sh", {}, {}, QFile::decodeName(everything));
        QVERIFY2(manifest.status == 0 && manifest.err.isEmpty(), manifest.err.constData());
        QVERIFY(manifest.out.count('\n') > 1000 && write_file(root + "/everything.manifest", manifest.out));
    }

    void make_disc(const QString &name, const QString &root, const QStringList &options = {}) const {
        // Not by cloop(), which makes all times older than a date.
        demand(program(), QStringList{"live", root, name, "--append", kernel_line, "--timeout", "0"} + options);
    }

    /// A disc with three damaged blocks in its image.
    void make_damaged(const QString &name) const {
        QVERIFY(QFile::copy(made("disc.iso"), file(name)));
        const QByteArray report = run("xorriso", {"-indev", file(name), "-find", "/live/root.cloop", "-exec", "report_lba"}).out;
        // "File data lba:  0 ,     9884 ,    44057 , 90228258 , '/live/root.cloop'"
        const QByteArrayList numbers = report.mid(report.indexOf("File data lba:")).split(',');
        QVERIFY2(numbers.size() == 5, report.constData());
        const qint64 begin = numbers[1].trimmed().toLongLong() * 2048, size = numbers[3].trimmed().toLongLong();
        QFile image(file(name));
        QVERIFY(image.open(QIODevice::ReadWrite));
        for (const int percent : {40, 55, 70}) {
            char byte = 0;
            QVERIFY(image.seek(begin + size * percent / 100) && image.getChar(&byte));
            QVERIFY(image.seek(begin + size * percent / 100) && image.putChar(char(byte ^ 0x55)));
        }
    }

    void make(const QString &name) const {
        const QString root = live_ + "/installed", other = live_ + "/other", files = made_of(name);
        const auto shell = [&](const QString &script) { demand("sh", {"-ec", "PATH=$PATH:/usr/sbin; " + script}); };
        if (name == "disc.iso") {
            make_root(root, {VM_DIR "/native"});
            make_disc(name, root);
        } else if (name == "without.iso") {  // the module
            (void)made("disc.iso");
            make_disc(name, root, {"--leave-out", "/usr/lib/modules/*/updates"});
        } else if (name == "mbr.iso") {  // partitions of the old kind
            (void)made("disc.iso");
            make_disc(name, root, {"--layout", "mbr"});
        } else if (name == "plain.iso") {  // a kernel that knows sticks and AHCI; signed boot loaders
            make_root(other, {VM_DIR "/plain", VM_DIR "/signed/root"});
            make_disc(name, other);
        } else if (name == "several.iso") {  // two systems, of which the second has another kernel
            (void)made("plain.iso");
            (void)made("disc.iso");
            QVERIFY(write_file(other + "/second", {}));
            demand(program(), {"live", root, other, name, "--append", kernel_line, "--timeout", "0"});
        } else if (name == "parts.iso") {  // the image in parts
            (void)made("disc.iso");
            make_disc(name, root, {"--split", "40M"});
        } else if (name == "6.12.iso" || name == "7.iso") {
            make_root(live_ + "/newer", {VM_DIR "/trixie/kernels/" + QString(name == "7.iso" ? "backports" : "trixie")});
            make_disc(name, live_ + "/newer");
        } else if (name == "damaged.iso") {
            make_damaged(name);
        } else if (!files.isEmpty()) {
            demand("xorriso", {"-osirrox", "on", "-indev", made(files), "-extract", "/", name});
        } else if (name == "keep") {  // an empty disk
            shell("truncate -s 128M keep && mkfs.ext4 -q -L KEEP keep");
        } else if (name == "stick") {  // with a partition behind the disc, on what was full of other things
            shell("head -c 400M /dev/zero | tr '\\0' o >stick; loop=$(losetup --find --show stick); trap 'losetup -d $loop' EXIT; " + program() +
                  " export --persist --confirm ${loop#/dev/} " + made("disc.iso") + " $loop");
        } else if (name == "fat" || name == "fat-parts") {  // the disc's files
            shell(QString("mkfs.fat -C %1 400000 && mcopy -s -i %1 %2/* ::").arg(name, made(name == "fat" ? "disc.iso.files" : "parts.iso.files")));
        } else if (name == "outer") {  // the disc as a file
            shell("mkfs.fat -C outer 400000 && mmd -i outer ::/isos && mcopy -i outer " + made("disc.iso") + " ::/isos/disc.iso");
        }
    }

    /// "disc.iso.files" → "disc.iso"
    static QString made_of(const QString &name) { return name.endsWith(".files") ? name.chopped(6) : QString(); }

    /// The path of a disc, a disk, or a disc's files: made when first needed.
    QString made(const QString &name) const {
        if (!QFile::exists(file(name))) make(name);
        return file(name);
    }

    QStringList cd(const QString &disc) const {
        return {"-drive", "if=none,id=disc,format=raw,media=cdrom,file=" + made(disc), "-device", "ide-cd,id=cd,bus=ide.0,drive=disc"};
    }
    QStringList disk(const QString &name) const { return {"-drive", "if=virtio,format=raw,file=" + made(name)}; }
    QStringList stick(const QString &disc) const {
        return {"-device", "qemu-xhci", "-drive", "if=none,id=stick,format=raw,file=" + made(disc), "-device", "usb-storage,drive=stick"};
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
    QStringList kernel(const QString &words, const QString &disc = "disc.iso", const QString &line = kernel_line) const {
        const QString folder = made(disc + ".files") + "/live/";
        return {"-kernel", folder + "vmlinuz", "-initrd", folder + "initrd", "-append", line + " " + words};
    }

    /// The kernel and both initrds of the second system, as GRUB loads them.
    QStringList second_system() const {
        const QString live = made("several.iso.files") + "/live/";
        (void)write_file(file("both"), read_file(live + "programs") + read_file(live + "2/initrd"));
        return {"-kernel", live + "2/vmlinuz", "-initrd", file("both"), "-append", kernel_line};
    }

    void start(const Boot &boot) {
        if (!QRegularExpression(qEnvironmentVariable("CLOOPSMITH_LIVE_BOOTS")).match(boot.name).hasMatch()) return;
        LiveMachine machine(path());
        bool is_complete = false;
        machine.on_said = [&](const QByteArray &line) {
            if (line == "Put the disc back in.") machine.insert(made(boot.drive));
            if (line == "end") is_complete = true;
            if (line.startsWith("ok ") || line.startsWith("not ok "))
                note(boot.name, line.mid(line.indexOf("ok ") + 3), line.startsWith("ok "), line);
        };
        machine.on_console = [&](const QByteArray &line) {
            if (line.contains("This is a shell.") && !boot.typed.isEmpty()) machine.type(boot.typed);
        };
        QStringList options;
        if (!boot.drive.isEmpty()) options << cd(boot.drive);
        if (boot.options) options << boot.options();
        const bool has_ended = machine.run({options, boot.memory, boot.words, boot.is_newer ? QString(VM_DIR "/trixie") : QString()});
        const QByteArray console = machine.console();
        const QString log = live_ + "/" + QString(boot.name).replace(' ', '-') + ".log";
        QVERIFY(write_file(log, console + "\n\n" + read_file(file("said"))));
        const QByteArray see = "see " + log.toUtf8();
        note(boot.name, "the machine ends", has_ended, see);
        if (boot.is_started) {
            note(boot.name, "all checks have run", is_complete, see);
            note(boot.name, "nothing fails at the start and at the end", !console.contains("FAILED"), see);
            note(boot.name, "nothing is mounted in the end", !console.contains("still mounted"), see);
            if (!boot.drive.isEmpty()) note(boot.name, "the disc is let out in the end", machine.is_tray_open(), see);
        }
        for (const QByteArray &sentence : boot.sentences) note(boot.name, sentence, console.contains(sentence), see);
        qInfo("%s: %.0f s of processors", qUtf8Printable(boot.name), machine.seconds());
    }

    void start_from_all_drives() {
        start({.name = "a CD, UEFI", .drive = "disc.iso", .options = [&] { return uefi(); }});
        start({.name = "a disk, BIOS", .options = [&] { return disk("disc.iso"); }});
        start({.name = "a disk, UEFI", .options = [&] { return uefi() + disk("disc.iso"); }});
        start({.name = "a disk with an MBR, BIOS", .options = [&] { return disk("mbr.iso"); }});
        start({.name = "a disk with an MBR, UEFI", .options = [&] { return uefi() + disk("mbr.iso"); }});
        start({.name = "a stick, BIOS", .options = [&] { return stick("plain.iso"); }});
        start({.name = "a stick, UEFI", .options = [&] { return uefi() + stick("plain.iso"); }});
        start({.name = "a CD, AHCI", .drive = "plain.iso", .options = [&] { return QStringList{"-machine", "q35"}; }, .words = "disc"});
        start({.name = "Secure Boot", .drive = "plain.iso", .options = [&] { return secure_boot(); }, .words = "fuse"});
        start({.name = "files on FAT, UEFI", .options = [&] { return uefi() + disk("fat"); }});
        start({.name = "files on FAT in parts, UEFI", .options = [&] { return uefi() + disk("fat-parts"); }});
        start({.name = "several systems, the first", .drive = "several.iso"});
        start({.name = "several systems, the second", .drive = "several.iso", .options = [&] { return second_system(); }, .words = "second"});
        start({.name = "Linux 6.12", .drive = "6.12.iso", .is_newer = true});
        start({.name = "Linux 7", .drive = "7.iso", .is_newer = true});
        start({.name = "findiso", .options = [&] { return kernel("findiso=/isos/disc.iso") + disk("outer"); }});
    }

    void start_with_all_words() {
        start({.name = "the word fuse", .drive = "disc.iso", .options = [&] { return kernel("fuse"); }, .words = "fuse,usr"});
        start({.name = "no module", .drive = "without.iso", .options = [&] { return kernel("", "without.iso"); }, .words = "fuse"});
        start({.name = "parts, the word fuse", .drive = "parts.iso", .options = [&] { return kernel("fuse", "parts.iso"); }, .words = "fuse"});
        start({.name = "toram",
               .drive = "disc.iso",
               .options = [&] { return kernel("toram"); },
               .words = "usr",
               .memory = 1024,
               .sentences = {"The disc can be taken out."}});
        start({.name = "toram, little memory",
               .drive = "disc.iso",
               .options = [&] { return kernel("toram"); },
               .memory = 256,
               .sentences = {"toram needs ", " MB more memory, so the disc stays in use."}});
        start({.name = "check", .drive = "disc.iso", .options = [&] { return kernel("check"); }, .sentences = {" blocks are sound."}});
        start({.name = "check, damaged",
               .drive = "damaged.iso",
               .options = [&] { return kernel("check"); },
               .sentences = {"live/root.cloop: FAILED", "3 blocks are damaged", "damaged: /usr/", "The disc is damaged."},
               .is_started = false});
        for (const char *words : {"keep", "kept"})
            start({.name = QString("persistence, ") + words,
                   .drive = "disc.iso",
                   .options = [&] { return kernel("persist=KEEP") + disk("keep"); },
                   .words = words,
                   .sentences = {"What is written is kept on /dev/vda (KEEP)."}});
        for (const char *words : {"keep", "kept"})
            start({.name = QString("persistence on the stick, ") + words,
                   .options = [&] { return kernel("persist=cloop-persist") + disk("stick"); },
                   .words = words,
                   .sentences = {"What is written is kept on /dev/vda4 (cloop-persist)."}});
        start({.name = "persistence, no such label",
               .drive = "disc.iso",
               .options = [&] { return kernel("persist=NONE") + disk("keep"); },
               .sentences = {"No partition with the label NONE"}});
        start({.name = "shells",
               .drive = "disc.iso",
               .options = [&] { return kernel("break=start,disc,root,init", "disc.iso", QString(kernel_line).remove(" panic=-1")); },
               .sentences = {"The start stops here (start).", "here (disc).", "here (root).", "here (init)."},
               .typed = "exit\n"});
        start({.name = "another disc",
               .drive = "without.iso",
               .options = [&] { return kernel(""); },
               .sentences = {"/dev/sr0 has a live disc of another build."},
               .is_started = false});
    }

    void start_with_little_memory() {
        start({.name = "128 MB of memory", .drive = "disc.iso", .memory = 128});
        start({.name = "memory nearly full", .drive = "disc.iso", .words = "pressure", .memory = 256});
        start({.name = "memory nearly full, fuse",
               .drive = "disc.iso",
               .options = [&] { return kernel("fuse"); },
               .words = "fuse,pressure",
               .memory = 256});
    }

public:
    LiveTest() : CommandFolder(BIN_DIR, VECTORS) {}

private slots:
    void initTestCase() {
        start({.name = "a CD, BIOS", .drive = "disc.iso", .words = "tree,disc"});
        if (!qEnvironmentVariableIsSet("CLOOPSMITH_ALL")) return;
        start_from_all_drives();
        start_with_all_words();
        start_with_little_memory();
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
