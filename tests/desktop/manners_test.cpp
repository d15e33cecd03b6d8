// SPDX-License-Identifier: GPL-3.0-or-later
// What people rely on in every program: it asks before it replaces, tells what it takes, follows the theme, and has one key for each thing.

#include "jobs/job_queue.h"
#include "support/box_answer.h"
#include "support/chooser.h"
#include "support/window_folder.h"
#include "views/blocks_view.h"
#include "views/build_choices.h"
#include "views/build_page.h"
#include "views/damage_view.h"
#include "views/details_pane.h"
#include "views/export_dialog.h"
#include "views/extract_task.h"
#include "views/files_view.h"
#include "views/inspect_page.h"
#include "views/log_dialog.h"
#include "views/map_panel.h"
#include "views/map_view.h"
#include "views/message_bar.h"
#include "views/stick_dialog.h"
#include "views/sum_dialog.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QDragLeaveEvent>
#include <QHelpEvent>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QToolTip>
#include <QTranslator>
#include <QTreeView>

#include <unistd.h>

using namespace cloop;
using namespace cloop::desktop;
using cloop::test::BoxAnswer;
using cloop::test::Chooser;

namespace {

QPalette darkPalette() {
    QPalette dark(QColor(0x2a, 0x2d, 0x31));
    dark.setColor(QPalette::Window, QColor(0x2a, 0x2d, 0x31));
    dark.setColor(QPalette::Base, QColor(0x1f, 0x22, 0x25));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) dark.setColor(role, QColor(0xe6, 0xe8, 0xea));
    return dark;
}

/// Answers the next question box by the button with these words.
class Click final : public QObject {
public:
    explicit Click(const QString &words) {
        connect(&timer_, &QTimer::timeout, this, [this, words] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            if (!box) return;
            for (QAbstractButton *button : box->buttons())
                if (button->text().remove('&') == words) {
                    ++count;
                    button->click();
                    return;
                }
        });
        timer_.start(20);
    }
    int count = 0;

private:
    QTimer timer_;
};

/// The pixels of one picture that are not those of another, as a file.
QString keptDifference(QImage one, const QImage &other, const QString &name) {
    for (int y = 0; y < one.height(); ++y)
        for (int x = 0; x < one.width(); ++x)
            if (one.pixel(x, y) == other.pixel(x, y)) one.setPixel(x, y, 0xff000000);
    const QString path = QDir::temp().filePath("cloopsmith-difference-" + QString(name).remove(',') + ".png");
    one.save(path);
    return path;
}

void addKey(QMultiMap<QChar, QString> &keys, const QString &text) {
    if (const QKeySequence key = QKeySequence::mnemonic(text); !key.isEmpty()) keys.insert(key.toString().back(), text);
}

/// The letters of Alt keys, and what has each.
QMultiMap<QChar, QString> keysOf(const QWidget &window) {
    QMultiMap<QChar, QString> keys;
    const auto add = [&](const QString &text) { addKey(keys, text); };
    if (const auto *bar = window.findChild<QMenuBar *>())
        for (const QAction *menu : bar->actions()) add(menu->text());
    for (const auto *button : window.findChildren<QAbstractButton *>())
        if (button->isVisible() && button->window() == &window) add(button->text());
    for (const auto *label : window.findChildren<QLabel *>())
        if (label->isVisible() && label->buddy() && label->window() == &window) add(label->text());
    return keys;
}

/// The program in another language, during its lifetime.
class Speaking {
public:
    explicit Speaking(const QString &language) {
        if (language == "en") return;
        if (translator_.load(":/i18n/cloopsmith_" + language)) QCoreApplication::installTranslator(&translator_);
    }
    ~Speaking() { QCoreApplication::removeTranslator(&translator_); }

private:
    QTranslator translator_;
};

QStringList doublesOf(const QMultiMap<QChar, QString> &keys) {
    QStringList doubles;
    for (const QChar key : keys.uniqueKeys())
        if (keys.count(key) > 1) doubles << QStringList(keys.values(key)).join(" / ");
    return doubles;
}

} // namespace

class MannersTest : public QObject, protected test::WindowFolder {
    Q_OBJECT

    bool waitForJobs(MainWindow &window) const { return QTest::qWaitFor([&] { return !window.queue().isBusy(); }, 60'000); }

    bool scan(MainWindow &window) const {
        QSignalSpy ended(window.inspectPage(), &InspectPage::scanEnded);
        window.inspectPage()->startScan();
        return ended.wait(30'000);
    }

    /// One of the pages, as it is used.
    bool goTo(MainWindow &window, const QString &page) const {
        if (page == "start") return true;
        if (page.startsWith("buil")) {
            if (!take(window, "tree")) return false;
            for (auto *button : window.buildPage()->choices()->findChildren<QToolButton *>()) button->setChecked(page == "build, all");
            window.buildPage()->choices()->setPreset(page == "build, all" ? int(BuildChoices::custom) : 0);
            return true;
        }
        InspectPage *image = window.inspectPage();
        if (!take(window, "hurt.cloop") || !scan(window)) return false;
        image->files()->choose(*image->opened().filesystem->find("/sub/file3"));
        image->showView(page == "files"    ? static_cast<QWidget *>(image->files())
                        : page == "map"    ? static_cast<QWidget *>(image->mapPanel())
                        : page == "damage" || page == "checking" ? static_cast<QWidget *>(image->damage())
                                           : static_cast<QWidget *>(image->blocks()));
        return true;
    }

    void addPages() const {
        QTest::addColumn<QString>("page");
        for (const char *page : {"start", "files", "map", "blocks", "damage", "build", "build, all"}) QTest::newRow(page) << page;
    }

public:
    MannersTest() : WindowFolder(BIN_DIR, VECTORS) {}

private slots:
    void initTestCase() {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        QApplication::setCursorFlashTime(0);
        QVERIFY(make_tree());
        QVERIFY(make_images());
    }

    void init() { forget_checks(); }

    void a_drag_shows_that_it_will_be_taken_data() {
        QTest::addColumn<QString>("page");
        for (const char *page : {"start", "map", "build"}) QTest::newRow(page) << page;
    }
    void a_drag_shows_that_it_will_be_taken() {
        QFETCH(QString, page);
        MainWindow window;
        window.show();
        QVERIFY(goTo(window, page));
        const QImage before = window.grab().toImage();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file("tree.cloop"))});
        QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &enter);
        QVERIFY(enter.isAccepted());
        QVERIFY(window.grab().toImage() != before);
        QDragLeaveEvent leave;
        QApplication::sendEvent(&window, &leave);
        QVERIFY(window.grab().toImage() == before);
        // What can't be taken is told at once.
        QMimeData foreign;
        foreign.setUrls({QUrl("https://example.org/disc.iso")});
        QDragEnterEvent refused(QPoint(200, 200), Qt::CopyAction, &foreign, Qt::LeftButton, Qt::NoModifier);
        refused.ignore();
        QApplication::sendEvent(&window, &refused);
        QVERIFY(!refused.isAccepted());
        QVERIFY(window.messages()->said().startsWith("Drop one file or folder"));
    }

    void no_two_things_of_a_page_have_the_same_key_data() {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("language");
        for (const char *language : {"en", "de", "es"})
            for (const char *page : {"start", "files", "map", "blocks", "damage", "checking", "build", "build, all", "built"})
                QTest::addRow("%s, %s", page, language) << page << language;
    }
    void no_two_things_of_a_page_have_the_same_key() {
        QFETCH(QString, page);
        QFETCH(QString, language);
        const Speaking speaking(language);
        MainWindow window;
        window.resize(1180, 740);
        window.show();
        QVERIFY(goTo(window, page));
        window.messages()->offer("A message", "Act", [] {});
        if (page == "checking") {
            window.inspectPage()->startScan();
            window.queue().jobs().last()->setPaused(true);
        }
        if (page == "built") {
            window.buildPage()->choices()->setOutput(file("keys " + language + ".cloop"));
            window.buildPage()->start();
            QVERIFY(waitForJobs(window));
        }
        QCoreApplication::processEvents();
        const auto keys = keysOf(window);
        QVERIFY2(keys.size() >= 5, qPrintable(QString::number(keys.size())));
        const QStringList doubles = doublesOf(keys);
        QVERIFY2(doubles.isEmpty(), qPrintable(doubles.join('\n')));
    }

    void no_two_things_of_a_dialog_or_a_menu_have_the_same_key_data() {
        QTest::addColumn<QString>("language");
        for (const char *language : {"en", "de", "es"}) QTest::newRow(language) << language;
    }
    void no_two_things_of_a_dialog_or_a_menu_have_the_same_key() {
        QFETCH(QString, language);
        const Speaking speaking(language);
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.cloop"));
        QStringList doubles;
        for (QDialog *dialog : {static_cast<QDialog *>(new ExportDialog(window.inspectPage()->opened(), window.queue(), &window)),
                                static_cast<QDialog *>(new StickDialog(window.inspectPage()->opened().image, "tree", window.queue(), &window)),
                                static_cast<QDialog *>(new LogDialog(window.queue(), &window)),
                                static_cast<QDialog *>(new SumDialog(window.queue(), file("tree.cloop"), &window))}) {
            dialog->show();
            QVERIFY(waitForJobs(window));
            doubles << doublesOf(keysOf(*dialog));
        }
        for (const QMenu *menu : window.findChildren<QMenu *>()) {
            QMultiMap<QChar, QString> keys;
            for (const QAction *action : menu->actions())
                addKey(keys, action->text());
            doubles << doublesOf(keys);
        }
        QVERIFY2(doubles.isEmpty(), qPrintable(doubles.join('\n')));
    }

    void each_page_follows_the_theme_while_it_is_open_data() { addPages(); }
    void each_page_follows_the_theme_while_it_is_open() {
        QFETCH(QString, page);
        const QPalette light = QApplication::palette();
        const auto seen = [](MainWindow &window) {
            // Layouts within layouts take their turns.
            QTest::qWait(100);
            // Without the status bar, which tells what is mounted on this machine, also by tests beside this one.
            return window.grab(QRect(0, 0, window.width(), window.statusBar()->y())).toImage();
        };
        const auto prepare = [&](MainWindow &window) {
            window.resize(1180, 740);
            window.show();
            if (!goTo(window, page)) return false;
            // What was open before is looked at meanwhile.
            if (page == "start") QTest::qWait(500);
            // Estimates and free room are never the same twice; this place lies inside of the source, which is told in the colour of what is wrong.
            QSignalSpy estimated(window.buildPage(), &BuildPage::estimated);
            if (page.startsWith("build") && !estimated.wait(40'000)) return false;
            while (page.startsWith("build") && estimated.wait(1'500)) {}
            for (auto *list : window.findChildren<QAbstractItemView *>()) list->scrollToTop();
            window.buildPage()->choices()->clearEstimates();
            window.buildPage()->choices()->setOutput(file("tree/inside.cloop"));
            return true;
        };
        QImage before, dark, after, fresh;
        {
            MainWindow window;
            QVERIFY(prepare(window));
            before = seen(window);
            QApplication::setPalette(darkPalette());
            dark = seen(window);
            QApplication::setPalette(light);
            after = seen(window);
        }
        {
            QApplication::setPalette(darkPalette());
            MainWindow window;
            const bool isReady = prepare(window);
            fresh = seen(window);
            QApplication::setPalette(light);
            QVERIFY(isReady);
        }
        const auto corner = [](const QImage &image) { return image.pixelColor(image.width() - 3, image.height() - 3).lightness(); };
        QVERIFY(corner(dark) < 100 && corner(before) > 150);
        // Nothing of the other theme stays behind.
        for (const auto &[is, shouldBe] : {std::pair{after, before}, {dark, fresh}}) {
            const QString difference = is == shouldBe ? QString() : keptDifference(is, shouldBe, page);
            QVERIFY2(difference.isEmpty(), qPrintable("They differ: see " + difference));
        }
    }

    void the_colours_of_the_map_can_be_chosen_and_stay() {
        QList<QImage> looks;
        MapScheme last = MapScheme::blue;
        {
            MainWindow window;
            window.show();
            QVERIFY(goTo(window, "map"));
            for (const char *name : {"&Blue", "&Violet to yellow", "&High contrast"})
                for (QAction *action : window.findChildren<QAction *>())
                    if (action->text() == name) {
                        action->trigger();
                        looks << window.inspectPage()->map()->grab().toImage();
                    }
            last = window.inspectPage()->map()->scheme();
        }
        QCOMPARE(looks.size(), 3);
        QVERIFY(looks[0] != looks[1] && looks[1] != looks[2] && looks[0] != looks[2]);
        QVERIFY(last == MapScheme::contrast);
        MainWindow later;
        QVERIFY(later.inspectPage()->map()->scheme() == MapScheme::contrast && later.buildPage()->map()->scheme() == MapScheme::contrast);
        for (QAction *action : later.findChildren<QAction *>())
            if (action->text() == "&Blue") action->trigger();
    }

    void a_block_under_the_pointer_tells_all_that_is_known_and_stays_when_it_is_clicked() {
        MainWindow window;
        window.resize(1180, 740);
        window.show();
        QVERIFY(goTo(window, "map"));
        InspectPage *page = window.inspectPage();
        MapView *map = page->map();
        const QPoint point(map->viewport()->width() / 2, map->viewport()->height() / 3);
        QHelpEvent help(QEvent::ToolTip, point, map->viewport()->mapToGlobal(point));
        QApplication::sendEvent(map->viewport(), &help);
        const QString told = QToolTip::text();
        QToolTip::hideText();
        QTest::mouseClick(map->viewport(), Qt::LeftButton, Qt::NoModifier, point);
        const BlockRange chosen = map->chosen();
        QCOMPARE(chosen.count(), std::size_t(1));
        const std::size_t block = chosen.first;
        const BlockRef ref = page->opened().image->index()[block];
        const QLocale locale;
        QStringList wanted{"Block " + locale.toString(qulonglong(block)), "State", "sound", "Offset in the content",
                           locale.toString(qulonglong(block * page->opened().image->block_size())), "Offset in the file",
                           locale.toString(qulonglong(ref.offset)), "Stored size", locale.toString(ref.size), "Ratio", "Codec", "zlib"};
        const QStringList files = page->opened().pathsIn(block, block + 1, 10);
        QVERIFY(!files.isEmpty());
        for (const QString &words : wanted + files) {
            QVERIFY2(told.contains(words), qPrintable(words + " in " + told));
            if (words != wanted.first()) QVERIFY2(page->details()->text().contains(words), qPrintable(words));
        }
        // It stays while the pointer goes elsewhere.
        QTest::mouseMove(map->viewport(), point + QPoint(60, 60));
        QCOMPARE(page->details()->blocks().first, block);
    }

    void from_a_file_one_comes_to_its_blocks() {
        MainWindow window;
        window.resize(1180, 740);
        window.show();
        QVERIFY(goTo(window, "map"));
        InspectPage *page = window.inspectPage();
        const QImage unlit = page->map()->grab().toImage();
        const NodeId node = *page->opened().filesystem->find("/sub/file5");
        page->showView(page->files());
        page->files()->choose(node);
        const BlockRange blocks = BlockRange::of((*page->opened().filesystem)[node].extents.front(), page->opened().image->block_size());
        const QLocale locale;
        for (const std::size_t number : {blocks.first, blocks.last - 1})
            QVERIFY2(page->details()->text().contains(locale.toString(qulonglong(number))), qPrintable(page->details()->text()));
        for (auto *button : page->details()->findChildren<QToolButton *>())
            if (button->text() == "&On the map") button->click();
        QVERIFY(page->mapPanel()->isVisible());
        QVERIFY(page->map()->grab().toImage() != unlit);
    }

    void damaged_blocks_are_copied_with_all_that_is_known() {
        MainWindow window;
        window.show();
        QVERIFY(goTo(window, "damage"));
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        DamageView *damage = window.inspectPage()->damage();
        for (auto *button : damage->findChildren<QToolButton *>())
            if (button->text() == "By bloc&k") button->click();
        QTreeView *list = nullptr;
        for (auto *one : damage->findChildren<QTreeView *>())
            if (one->isVisible()) list = one;
        QVERIFY(list);
        list->setFocus();
        list->selectAll();
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(list, Qt::Key_C, Qt::ControlModifier);
        const QString copied = QGuiApplication::clipboard()->text();
        const QLocale locale;
        int count = 0;
        for (const QJsonValue &range : json(cloop({"verify", "hurt.cloop", "--json"}))["damaged_ranges"].toArray()) {
            const auto first = qulonglong(range["first_block"].toInt());
            const auto offset = first * window.inspectPage()->opened().image->block_size();
            for (const QString &words : {locale.toString(first), locale.toString(offset)})
                QVERIFY2(copied.contains(words) || copied.contains(QString(words).remove(',')), qPrintable(words + " in " + copied));
            ++count;
        }
        QVERIFY(count >= 3);
        QVERIFY2(copied.contains("can't be decompressed"), qPrintable(copied));
        QVERIFY2(copied.contains("/file") || copied.contains("/sub"), qPrintable(copied));
    }

    void an_export_tells_its_exact_size_and_the_disc_that_takes_it() {
        constexpr std::uint64_t cd = 333'000ull * 2048;
        QVERIFY2(mediumText(cd).contains("681,984,000 bytes") && mediumText(cd).contains("fits a CD of 650 MB"), qPrintable(mediumText(cd)));
        const QString more = mediumText(cd + 1);
        QVERIFY2(more.contains("681,984,001 bytes") && more.contains("fits a CD of 700 MB"), qPrintable(more));
        QVERIFY(mediumText(360'001ull * 2048).contains("a DVD of 4.7 GB") && mediumText(2'295'105ull * 2048).contains("a DVD of 8.5 GB"));
        QVERIFY(mediumText(60'000'000'000).contains("too large for any disc"));
        MainWindow window;
        QVERIFY(take(window, "tree.cloop"));
        ExportDialog dialog(window.inspectPage()->opened(), window.queue(), nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        const QString said = mediumText(window.inspectPage()->opened().image->size());
        const auto labels = dialog.findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [&](const QLabel *label) { return label->isVisible() && label->text() == said; }));
    }

    void names_that_are_there_are_asked_about_data() {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("isExtracted");
        QTest::newRow("skip") << "Skip" << QByteArray("mine") << true;
        QTest::newRow("replace") << "Replace" << test::read_file(file("tree/file0")) << true;
        QTest::newRow("keep both") << "Keep both, in a new folder" << QByteArray("mine") << true;
        QTest::newRow("cancel") << "Cancel" << QByteArray("mine") << false;
    }
    void names_that_are_there_are_asked_about() {
        QFETCH(QString, words);
        QFETCH(bool, isExtracted);
        const QString folder = file("there " + words.left(4));
        QVERIFY(QDir().mkpath(folder) && test::write_file(folder + "/file0", "mine"));
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.cloop"));
        {
            const Chooser chooser(folder);
            const Click answer(words);
            window.inspectPage()->askExtract(ExtractTo::folder);
            QCOMPARE(chooser.count, 1);
            QCOMPARE(answer.count, 1);
        }
        QCOMPARE(window.queue().jobs().size(), isExtracted ? 1 : 0);
        QVERIFY(waitForJobs(window));
        QTEST(test::read_file(folder + "/file0"), "content");
        const QString other = words.startsWith("Keep") ? folder + "/tree" : folder;
        QCOMPARE(QFile::exists(other + "/file2"), isExtracted);
        QVERIFY(!words.startsWith("Keep") || test::read_file(other + "/file0") == test::read_file(file("tree/file0")));
    }

    void too_little_room_is_told_before_anything_is_written_data() {
        QTest::addColumn<QString>("job");
        QTest::newRow("extract") << "extract";
        QTest::newRow("export") << "export";
    }
    void too_little_room_is_told_before_anything_is_written() {
        if (::geteuid() != 0) QSKIP("a small disc takes root");
        QFETCH(QString, job);
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.cloop"));
        QVERIFY(QDir().mkpath(file("narrow")));
        QCOMPARE(test::run("mount", {"-t", "tmpfs", "-o", "size=64k", "tmpfs", file("narrow")}).status, 0);
        int asked = 0;
        if (job == "extract") {
            window.inspectPage()->extract(file("narrow"), ExtractTo::folder);
        } else {
            auto *dialog = new ExportDialog(window.inspectPage()->opened(), window.queue(), &window);
            dialog->setOutput(file("narrow/tree.iso"));
            dialog->show();
            const BoxAnswer no(QMessageBox::RejectRole);
            dialog->start();
            asked = no.count;
            dialog->close();
        }
        const QStringList left = QDir(file("narrow")).entryList(QDir::Files | QDir::Hidden);
        const auto jobs = window.queue().jobs().size();
        test::run("umount", {file("narrow")});
        QCOMPARE(left, QStringList());
        QCOMPARE(jobs, 0);
        if (job == "extract") QVERIFY2(window.messages()->said().contains("There is not enough room on the disc (at least "),
                                       qPrintable(window.messages()->said()));
        else QCOMPARE(asked, 1);
    }
};

QTEST_MAIN(MannersTest)
#include "manners_test.moc"
