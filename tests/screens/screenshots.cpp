// SPDX-License-Identifier: GPL-3.0-or-later
// Drives the program through its pages and saves a picture of each.

#include "image/image_reader.h"
#include "jobs/cluster_use.h"
#include "jobs/job_queue.h"
#include "support/program.h"
#include "support/tar_builder.h"
#include "support/window_folder.h"
#include "text/sentences.h"
#include "text/translations.h"
#include "views/blocks_view.h"
#include "views/boot_choice.h"
#include "views/build_choices.h"
#include "views/build_page.h"
#include "views/export_dialog.h"
#include "views/inspect_page.h"
#include "views/log_dialog.h"
#include "views/map_panel.h"
#include "views/map_view.h"
#include "views/mirrored_style.h"
#include "views/module_dialog.h"
#include "views/preview_window.h"
#include "views/properties_dialog.h"
#include "views/save_picture.h"
#include "views/source_choices.h"
#include "views/start_page.h"
#include "views/stick_dialog.h"
#include "views/sum_dialog.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

#include <unistd.h>

using namespace cloop;
using namespace cloop::desktop;

namespace {

QPalette darkPalette() {
    QPalette dark(QColor(0x2a, 0x2d, 0x31));
    dark.setColor(QPalette::Window, QColor(0x2a, 0x2d, 0x31));
    dark.setColor(QPalette::Base, QColor(0x1f, 0x22, 0x25));
    dark.setColor(QPalette::AlternateBase, QColor(0x26, 0x29, 0x2d));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) dark.setColor(role, QColor(0xe6, 0xe8, 0xea));
    dark.setColor(QPalette::Button, QColor(0x35, 0x39, 0x3e));
    dark.setColor(QPalette::Link, QColor(0x7f, 0xb7, 0xea));
    dark.setColor(QPalette::Highlight, QColor(0x3f, 0x85, 0xc4));
    dark.setColor(QPalette::PlaceholderText, QColor(0x9a, 0xa0, 0xa6));
    dark.setColor(QPalette::ToolTipBase, QColor(0x3d, 0x42, 0x48));
    dark.setColor(QPalette::ToolTipText, QColor(0xe6, 0xe8, 0xea));
    return dark;
}

/// A third of a job, until it is stopped.
Result<int> waiting(const std::stop_token &stop, const ProgressSink &progress) {
    for (std::uint64_t done = 0; !stop.stop_requested(); done = std::min<std::uint64_t>(done + 10, 300)) {
        QThread::msleep(20);
        progress({.phase = Phase::create, .done = done << 20, .total = 900 << 20, .stored = done << 18});
    }
    return fail(ErrorCode::cancelled);
}

QPalette contrastPalette() {
    QPalette contrast(Qt::black);
    for (const auto role : {QPalette::Window, QPalette::Base, QPalette::AlternateBase, QPalette::Button, QPalette::ToolTipBase})
        contrast.setColor(role, Qt::black);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText, QPalette::PlaceholderText})
        contrast.setColor(role, Qt::white);
    contrast.setColor(QPalette::Link, Qt::yellow);
    contrast.setColor(QPalette::Highlight, Qt::yellow);
    contrast.setColor(QPalette::HighlightedText, Qt::black);
    return contrast;
}

/// Makes every text longer by two fifths, as a wordy language does.
class LongLocale final : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override {
        const QString text = QString::fromUtf8(source);
        return text + QLatin1Char(' ') + QString("wordy ").repeated(1 + text.size() * 2 / 5 / 6).trimmed();
    }
};

class Tour : public test::WindowFolder {
public:
    Tour(QString target, QString prefix) : WindowFolder(BIN_DIR, VECTORS), target_(std::move(target)), prefix_(std::move(prefix)) {}

    bool run(QSize size, bool wantsContrast) {
        if (test::run("cp", {"-r", "/usr/include/c++", file("headers")}).status != 0) return false;
        test::write_file(file("headers/photo.bin"), noise(3'000'000));
        if (cloop({"create", "headers", "live.cloop", "-f", "v4", "-c", "best", "-B", "16K", "--label", "LIVE"}).status != 0) return false;
        damage();

        MainWindow window;
        if (wantsContrast) window.inspectPage()->setScheme(MapScheme::contrast);
        window.resize(size);
        window.show();
        shoot(window, "01-start");
        showUsedStart(*window.startPage());
        shoot(window, "01-start-used");
        window.startPage()->setDrives({});

        take(window, "headers");
        QSignalSpy estimated(window.buildPage(), &BuildPage::estimated);
        estimated.wait(20'000);
        shoot(window, "02-build");
        window.buildPage()->choices()->setCustom(ImageFormat::v4, EncoderId::xz, 6, 16384);
        window.buildPage()->choices()->ofSource()->setPatterns("*.bin\nexperimental");
        for (auto *more : window.buildPage()->findChildren<QToolButton *>())
            if (more->isCheckable() && more->isVisible()) more->setChecked(true);
        QTest::qWait(2500);
        shoot(window, "03-build-custom");
        window.buildPage()->findChild<QScrollArea *>()->ensureWidgetVisible(window.buildPage()->choices()->ofSource());
        window.buildPage()->choices()->ofSource()->setPatterns("*.bin\n/");
        shoot(window, "03-build-source");
        window.buildPage()->choices()->ofSource()->setPatterns("*.bin\nexperimental");
        window.buildPage()->choices()->setPreset(2);
        window.buildPage()->start();
        Job *job = window.queue().jobs().last();
        if (!QTest::qWaitFor([&] { return job->permille().value_or(0) > 350 || job->hasEnded(); }, 60'000)) return false;
        shoot(window, "04-building");
        if (!QTest::qWaitFor([&] { return !window.buildPage()->isBuilding(); }, 120'000)) return false;
        shoot(window, "05-built");
        if (ClusterUse::isPossible() && !shootCluster(window)) return false;
        refuse(window);
        shootBoot(window);

        take(window, "live.cloop");
        InspectPage *page = window.inspectPage();
        shoot(window, "06-image");
        page->files()->choose(*page->opened().filesystem->find("/photo.bin"));
        shoot(window, "07-files");
        page->showView(page->mapPanel());
        shoot(window, "08-map");
        page->map()->choose(40, 41);
        page->showView(page->blocks());
        shoot(window, "09-blocks");
        QSignalSpy ended(page, &InspectPage::scanEnded);
        page->startScan();
        QTest::qWait(120);
        shoot(window, "10-checking");
        if (page->isScanning()) ended.wait(60'000);
        shoot(window, "11-damage");
        for (auto *button : page->damage()->findChildren<QToolButton *>())
            if (button->text() == QCoreApplication::translate("cloop::desktop::DamageView", "By bloc&k")) button->click();
        shoot(window, "12-damage-blocks");
        page->showView(page->mapPanel());
        page->map()->chooseNextBad();
        shoot(window, "13-damaged-map");
        page->map()->zoom(3);
        shoot(window, "14-closer");
        page->map()->fitAll();
        for (auto *button : page->mapPanel()->findChildren<QToolButton *>())
            if (button->isCheckable()) button->click();
        shoot(window, "15-spiral");
        page->showProperties();
        if (auto *properties = page->findChild<PropertiesDialog *>()) shoot(*properties, "15-z-properties");

        auto *sum = new SumDialog(window.queue(), page->opened().path, &window);
        sum->show();
        if (!QTest::qWaitFor([&] { return !window.queue().isBusy(); }, 60'000)) return false;
        shoot(*sum, "15-z-sum");
        sum->close();
        auto *log = new LogDialog(window.queue(), &window);
        log->show();
        shoot(*log, "15-z-log");
        log->close();

        QDir().mkdir(file("out"));
        page->extract(file("out"), ExtractTo::folder);
        if (!QTest::qWaitFor([&] { return !window.queue().isBusy(); }, 60'000)) return false;
        window.queue().add(JobOrder{.title = "Build a-long-name-that-needs-more-than-one-line-in-the-list-of-jobs.cloop", .kind = JobKind::build},
                           waiting, [](const Result<int> &) { return QString(); });
        shoot(window, "16-jobs");
        window.queue().cancelAll();
        auto *dialog = new ExportDialog(page->opened(), window.queue(), &window);
        dialog->show();
        shoot(*dialog, "17-export");
        dialog->start();
        if (!QTest::qWaitFor([&] { return !window.queue().isBusy(); }, 60'000)) return false;
        shoot(window, "18-exported");
        for (const bool isThere : {true, false}) {
            auto *stick = new StickDialog(page->opened().image, "KNOPPIX.cloop", window.queue(), &window, [isThere] {
                return isThere ? std::vector<Disk>{{"/dev/sdb", "SanDisk Ultra", 15'376'000'000}, {"/dev/mmcblk0", "SD128", 127'865'454'592}}
                               : std::vector<Disk>();
            });
            stick->show();
            shoot(*stick, isThere ? "18-z-stick" : "18-z-stick-missing");
            stick->close();
        }
        auto *preview = new PreviewWindow(page->opened().archive, *page->opened().filesystem->find("/" + first_ + "/vector"), &window);
        preview->show();
        QSignalSpy loaded(preview, &PreviewWindow::loaded);
        loaded.wait(5'000);
        shoot(*preview, "19-preview");
        take(window, "nothing.cloop");
        shoot(window, "20-message");
        showMounts(size);
        showModule();
        return std::ranges::all_of(QStringList{"picture.png", "picture.svg"}, [&](const QString &name) {
            return savePicture(page->opened(), *page->map(), target_ + "/" + prefix_ + name).has_value();
        });
    }

private:
    static QByteArray noise(int size) {
        QByteArray bytes(size, Qt::Uninitialized);
        QRandomGenerator random(5);
        for (char &byte : bytes) byte = char(random.generate());
        return bytes;
    }

    void shoot(QWidget &window, const QString &name) {
        QTest::qWait(250);
        window.grab().save(target_ + "/" + prefix_ + name + ".png");
    }

    /// As it looks after a while, with a disc in a drive.
    void showUsedStart(StartPage &page) {
        using Known = RecentFile::Known;
        QList<RecentFile> files;
        for (const char *name : {"rescue.cloop", "changed.cloop", "KNOPPIX.cloop", "photos & films of the year before.cloop", "backup.cloop.000"}) {
            const bool isThere = test::write_file(file(name), "x") && QFile::exists(file(name));
            const QFileInfo info(file(name));
            files << RecentFile{info.filePath(), info.size(), isThere ? info.lastModified() : QDateTime(), 734'003'200 + files.size() * 91'000'000};
        }
        test::write_file(file("changed.cloop"), "changed");
        files[2].known = Known::whole;
        files[3].known = Known::damaged;
        files[3].damagedBlocks = 14;
        files[3].unreadableBlocks = 3;
        files << RecentFile{"/media/someone/A long name of a stick/pictures/of/long/ago/gone.cloop", 1, {}, 4'100'000'000};
        page.setRecent(files);
        page.setDrives({{"/dev/sr0", "KNOPPIX_9.1", 4'600'000'000}});
    }

    static void waitForBuild(const BuildPage &page) { (void)QTest::qWaitFor([&] { return !page.isBuilding(); }, 10'000); }

    /// A build in which two computers help, both of them this one.
    bool shootCluster(MainWindow &window) {
        take(window, "headers");
        BuildPage *page = window.buildPage();
        page->choices()->setPreset(2);
        page->choices()->setUsesCluster(true);
        page->choices()->setOutput(file("shared.cloop"));
        page->start();
        const auto said = [&](const QString &words) {
            for (const auto *label : page->findChildren<QLabel *>())
                if (label->isVisible() && label->text().contains(words)) return label->text();
            return QString();
        };
        QString line;
        if (!QTest::qWaitFor([&] { return !(line = said("cloop worker nats://").remove(QChar(0x200B))).isEmpty(); }, 20'000)) return false;
        QProcess workers[2];
        for (QProcess &worker : workers) worker.start(BIN_DIR "/cloop", {"worker", line.section(' ', 2), "-t", "1", "--nice", "0"});
        // Until both have encoded something.
        (void)QTest::qWaitFor([&] { return said("/s, ").count("/s, ") == 2 && said(sizeText(0) + "/s, ").isEmpty(); }, 60'000);
        shoot(window, "04-building-together");
        page->job()->cancel();
        waitForBuild(*page);
        for (QProcess &worker : workers) {
            worker.terminate();
            worker.waitForFinished();
        }
        return true;
    }

    /// A root file system becomes a disc that boots, and a folder that is none does not.
    void shootBoot(MainWindow &window) {
        const QString modules = file("debian/usr/lib/modules/6.1.0-42-amd64"), boot = file("debian/boot");
        for (const QString &folder : {modules, boot, file("debian/etc/ssh"), file("debian/usr/sbin"), file("debian/usr/lib/systemd")})
            QDir().mkpath(folder);
        test::write_file(boot + "/vmlinuz-6.1.0-42-amd64", noise(8'000'000));
        test::write_file(modules + "/modules.dep", "");
        test::write_file(modules + "/modules.builtin", "kernel/fs/overlayfs/overlay.ko\nkernel/drivers/block/loop.ko\nkernel/fs/erofs/erofs.ko\n");
        for (const char *name : {"etc/machine-id", "etc/fstab", "etc/ssh/ssh_host_rsa_key", "etc/ssh/ssh_host_rsa_key.pub", "usr/sbin/init",
                                 "usr/lib/systemd/systemd-udevd"})
            test::write_file(file(QString("debian/") + name), "x");
        for (const auto &[source, picture] : {std::pair("headers", "05-boot-refused"), {"debian", "05-boot"}}) {
            take(window, source);
            BuildPage *page = window.buildPage();
            QSignalSpy judged(page->choices()->boot(), &BootChoice::judged);
            page->choices()->boot()->setChosen(true);
            judged.wait(20'000);
            QTest::qWait(1500);
            shoot(window, picture);
        }
        window.buildPage()->start();
        (void)QTest::qWaitFor([&] { return !window.buildPage()->isBuilding(); }, 120'000);
        shoot(window, "05-boot-built");
    }

    /// A source that can't be read whole, and what is left of it.
    void refuse(MainWindow &window) {
        std::vector<test::TarEntry> entries{{"etc", "no folder"}};
        for (int i = 0; i < 26; ++i) entries.push_back({"etc/" + QByteArray::number(i) + "-settings-of-some-program.conf", "x"});
        test::write_file(file("broken.tar"), test::tar_of(entries));
        take(window, "broken.tar");
        BuildPage *page = window.buildPage();
        page->start();
        waitForBuild(*page);
        shoot(window, "05-refused");
        for (auto *button : page->findChildren<QPushButton *>())
            if (button->isVisible() && button->parentWidget()->parentWidget()->inherits("cloop::desktop::ResultCard")) button->click();
        waitForBuild(*page);
        shoot(window, "05-without");
        page->setSource(file("headers"));
        page->choices()->setOutput("/proc/nowhere/x.cloop");
        page->start();
        waitForBuild(*page);
        shoot(window, "05-failed");
        page->setSource(file("headers"));
        page->choices()->setOutput(file("headers/inside"));
        shoot(window, "05-inside");
    }

    /// The image page and the list, while three images are mounted, one of them by another user.
    void showMounts(QSize size) {
        const std::string shown = file("live.cloop").toStdString(), folder = "/media/someone/";
        const uid_t self = ::getuid(), other = self == 1 ? 2 : 1;
        MainWindow window([=] {
            return std::vector<Attachment>{
                {.way = Way::fuse, .image = shown, .device = "/dev/loop3", .folders = {folder + "LIVE"}, .owner = self},
                {.way = Way::fuse, .image = "/srv/discs/KNOPPIX.cloop", .device = "/dev/loop4", .folders = {"/media/other/KNOPPIX"}, .owner = other},
                {.way = Way::tree,
                 .image = folder + "photos & films of the year before, with all that was found in the attic.cloop",
                 .device = {},
                 .folders = {"/run/user/1000/cloop/photos & films of the year before"},
                 .owner = self}};
        });
        window.resize(size);
        window.show();
        take(window, "live.cloop");
        shoot(window, "21-mounted");
        for (auto *button : window.findChildren<QToolButton *>())
            if (button->isCheckable() && button->text().contains(QLatin1String("3"))) button->click();
        shoot(window, "22-mounts");
    }

    void showModule() {
        const ModuleFacts fresh{.kernel = "6.1.0-40-amd64", .version = "6.0", .has_headers = true};
        ModuleFacts lacking = fresh, other = fresh, installed = fresh, loaded = fresh, missing = fresh;
        lacking.missing = {"dkms", "gcc", "make", "openssl", "headers"};
        other.built_for = {"6.1.0-38-amd64"};
        installed.built_for = {fresh.kernel};
        installed.signer = "DKMS module signing key";
        loaded = installed;
        loaded.is_loaded = true;
        loaded.loaded_version = "6.0";
        ModuleFacts older = loaded, packaged = loaded;
        older.loaded_version = "5.9";
        packaged.is_packaged = true;
        missing.no_service =
            Error{.code = ErrorCode::helper_missing, .detail = "The name org.cloopsmith.Module1 was not provided by any .service files"};
        shootModule(fresh, "23-module-not-installed");
        shootModule(lacking, "23-module-lacking");
        shootModule(other, "23-module-other-kernel");
        shootModule(installed, "23-module-installed");
        shootModule(loaded, "23-module-loaded");
        shootModule(older, "23-module-older");
        shootModule(packaged, "23-module-packaged");
        shootModule(missing, "23-module-no-service");
        shootModule(fresh, "23-module-working", 1, cloop::fail(ErrorCode::cancelled));
        shootModule(fresh, "23-module-failed", 1, cloop::fail(ErrorCode::module_build_failed, "", "Error! Bad return status for module build"));
        shootModule(installed, "23-module-refused", 2, cloop::fail(ErrorCode::module_not_signed));
    }

    /// `click`: which button, whose work ends with `end`, or does not end where that is "cancelled".
    void shootModule(const ModuleFacts &facts, const QString &name, int click = -1, const Status &end = {}) {
        const auto change = [&](ModuleChange, const std::function<void(const std::string &)> &onLine, const std::stop_token &stop) {
            for (const char *line : {"$ dkms add --force /usr/share/cloopsmith/kmod", "$ dkms build cloop/6.0 -k 6.1.0-40-amd64",
                                     "Sign command: /usr/lib/linux-kbuild-6.1/scripts/sign-file", "Building module:", "Cleaning build area..."})
                onLine(line);
            while (!end && end.error().code == ErrorCode::cancelled && !stop.stop_requested()) QThread::msleep(10);
            return end;
        };
        ModuleDialog dialog(nullptr, {[facts](const std::stop_token &) { return facts; }, change});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QSignalSpy shown(&dialog, &ModuleDialog::shown);
        dialog.show();
        shown.wait(5'000);
        if (click >= 0) dialog.findChildren<QPushButton *>()[click]->click();
        shoot(dialog, name);
    }

    void damage() {
        first_ = QDir(file("headers")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).first().toStdString();
        QByteArray bytes = test::read_file(file("live.cloop"));
        for (const double place : {0.12, 0.121, 0.1225, 0.31, 0.45, 0.4505, 0.62, 0.83}) {
            const qsizetype at = qsizetype(place * double(bytes.size()));
            for (int i = 0; i < 4000; ++i) bytes[at + i] = char(bytes[at + i] ^ 0x5A);
        }
        test::write_file(file("live.cloop"), bytes);
    }

    QString target_, prefix_;
    std::string first_;
};

} // namespace

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{"dark", "A dark palette."},
                       {"contrast", "A palette and a map of high contrast."},
                       {"long", "Texts that are two fifths longer."},
                       {"rtl", "From right to left."},
                       {"language", "de, es", "language"},
                       {"size", "WIDTHxHEIGHT", "size", "1180x740"},
                       {"prefix", "Before each name.", "prefix"}});
    parser.addPositionalArgument("folder", "Where the pictures go.");
    parser.process(application);
    if (parser.isSet("dark")) QApplication::setPalette(darkPalette());
    if (parser.isSet("contrast")) QApplication::setPalette(contrastPalette());
    installTranslations(QLocale(parser.isSet("language") ? parser.value("language") : "en"));
    LongLocale wordy;
    if (parser.isSet("long")) QCoreApplication::installTranslator(&wordy);
    if (parser.isSet("rtl")) QApplication::setLayoutDirection(Qt::RightToLeft);
    installMirroredStyle();
    const QStringList size = parser.value("size").split('x');
    QDir().mkpath(parser.positionalArguments().value(0));
    return Tour(parser.positionalArguments().value(0), parser.value("prefix")).run({size[0].toInt(), size[1].toInt()}, parser.isSet("contrast")) ? 0
                                                                                                                                                 : 1;
}
