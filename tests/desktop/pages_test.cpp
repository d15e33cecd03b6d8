// SPDX-License-Identifier: GPL-3.0-or-later
// Each page end to end, with real files, compared with the command; also on failures.

#include "jobs/cluster_use.h"
#include "jobs/job_queue.h"
#include "models/suggested_path.h"
#include "support/box_answer.h"
#include "support/chooser.h"
#include "support/image_builder.h"
#include "support/tar_builder.h"
#include "support/window_folder.h"
#include "views/ask_path.h"
#include "views/ask_verb.h"
#include "views/back_button.h"
#include "views/blocks_view.h"
#include "views/build_choices.h"
#include "views/build_page.h"
#include "views/details_pane.h"
#include "views/export_dialog.h"
#include "views/extracted_drag.h"
#include "views/image_header.h"
#include "views/image_sum.h"
#include "views/inspect_page.h"
#include "views/jobs_popover.h"
#include "views/log_dialog.h"
#include "views/looks.h"
#include "views/map_legend.h"
#include "views/map_panel.h"
#include "views/map_view.h"
#include "views/message_bar.h"
#include "views/mirrored_style.h"
#include "views/output_choice.h"
#include "views/preview_window.h"
#include "views/save_picture.h"
#include "views/save_report.h"
#include "views/source_choices.h"
#include "views/spiral_view.h"
#include "views/start_page.h"
#include "views/state_chip.h"
#include "views/sum_dialog.h"
#include "views/sum_line.h"

#include <QAccessible>
#include <QAccessibleInterface>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QDirIterator>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStatusBar>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QToolTip>
#include <QTranslator>
#include <QTreeView>
#include <QWheelEvent>

using namespace cloop;
using namespace cloop::desktop;
using cloop::test::BoxAnswer;
using cloop::test::Chooser;
using cloop::test::WindowFolder;

namespace {

/// A pseudo-translation: longer texts, right to left.
class PseudoLocale final : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override {
        return QString::fromUtf8("שלום ") + QString::fromUtf8(source) + QString::fromUtf8(" עולם");
    }
};

/// Whether a label in sight says so, with or without places to break its lines.
bool showsText(const QWidget *page, const QString &text) {
    const auto labels = page->findChildren<QLabel *>();
    return std::ranges::any_of(labels, [&](const QLabel *label) {
        return label->isVisible() && label->text().remove(QChar(0x200B)).contains(text);
    });
}

QAbstractButton *buttonIn(const QWidget *page, const QString &text) {
    for (auto *button : page->findChildren<QAbstractButton *>())
        if (button->isVisible() && button->text().remove('&') == text) return button;
    return nullptr;
}

/// What differs from the first pixel.
QRect inkOf(const QImage &image) {
    QRect ink;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixel(x, y) != image.pixel(0, 0)) ink |= QRect(x, y, 1, 1);
    return ink;
}

void walk(QAccessibleInterface *at, const std::function<void(QAccessibleInterface *)> &visit) {
    visit(at);
    for (int i = 0; i < at->childCount(); ++i)
        if (QAccessibleInterface *child = at->child(i); child && !child->tableInterface()) walk(child, visit);
        else if (child) visit(child);
}

} // namespace

class PagesTest : public QObject, protected WindowFolder {
    Q_OBJECT

    bool waitForJobs(MainWindow &window) const { return QTest::qWaitFor([&] { return !window.queue().isBusy(); }, 60'000); }

    /// Checks all blocks; false on timeout.
    bool scan(MainWindow &window) const {
        QSignalSpy ended(window.inspectPage(), &InspectPage::scanEnded);
        window.inspectPage()->startScan();
        return ended.wait(30'000);
    }

    /// Asks for the SHA-256 as the menu does.
    SumDialog *showSum(MainWindow &window) const {
        for (QAction *action : window.findChildren<QAction *>())
            if (action->text().contains("HA-256 of")) {
                action->trigger();
                break;
            }
        return window.findChild<SumDialog *>();
    }

public:
    PagesTest() : WindowFolder(BIN_DIR, VECTORS) {}

private slots:
    void initTestCase() {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        QVERIFY(make_tree());
        QVERIFY(test::write_file(file("tree/read me.txt"), "Some words.\n"));
        QVERIFY(make_images());
    }

    void init() { forget_checks(); }
    void cleanup() { QCOMPARE(strays(), QStringList()); }

    // ---- drops

    void a_folder_an_iso_an_archive_and_any_file_become_sources() {
        QCOMPARE(test::run("tar", {"-cf", file("tree.tar"), "-C", file("tree"), "."}).status, 0);
        QVERIFY(test::write_file(file("words.txt"), "no image at all\n"));
        QCOMPARE(test::run("gzip", {"-k", file("tree.tar")}).status, 0);
        for (const char *name : {"tree", "tree.iso", "tree.tar", "tree.tar.gz", "words.txt"}) {
            MainWindow window;
            window.show();
            QVERIFY2(drop(window, name), name);
            QVERIFY2(window.buildPage()->isVisible(), name);
            // Existing names are not suggested.
            QCOMPARE(window.buildPage()->output(), file(name == QString("words.txt") ? "words.cloop" : "tree-2.cloop"));
            QCOMPARE(window.messages()->said(), QString());
        }
    }

    void a_disc_offers_the_image_on_it() {
        MainWindow window;
        window.show();
        QVERIFY(drop(window, "disc.iso"));
        QVERIFY(window.inspectPage()->isVisible());
        QVERIFY2(window.messages()->said().contains("KNOPPIX/KNOPPIX"), qPrintable(window.messages()->said()));
        QCOMPARE(window.inspectPage()->opened().image->block_size(), 4096u);
        // The disc itself can still become the source.
        for (auto *button : window.messages()->findChildren<QPushButton *>())
            if (button->isVisible() && button->text().contains("disc")) button->click();
        QVERIFY(window.buildPage()->isVisible());
    }

    void all_parts_of_a_set_are_one_thing_and_two_things_are_refused() {
        QCOMPARE(cloop({"create", "tree", "set", "--split", "150K", "-B", "4K"}).status, 0);
        MainWindow window;
        window.show();
        QVERIFY(drop(window, {QUrl::fromLocalFile(file("set.001")), QUrl::fromLocalFile(file("set.000"))}));
        QVERIFY(window.inspectPage()->isVisible());
        QVERIFY(!drop(window, {QUrl::fromLocalFile(file("set.000")), QUrl::fromLocalFile(file("tree.cloop"))}));
        QVERIFY(!window.messages()->said().isEmpty());
        QVERIFY(QFile::rename(file("set.002"), file("away")));
        QVERIFY(QFile::exists(file("set.003")));
        QVERIFY(drop(window, "set.000"));
        QVERIFY2(window.messages()->said().contains("set.002"), qPrintable(window.messages()->said()));
    }

    void a_file_inside_is_opened_as_an_image() {
        QCOMPARE(cloop({"create", "disc", "outer.cloop"}).status, 0);
        MainWindow window;
        window.show();
        QVERIFY(take(window, "outer.cloop"));
        QSignalSpy taken(&window, &MainWindow::taken);
        emit window.inspectPage()->files()->openWanted(*window.inspectPage()->opened().filesystem->find("/KNOPPIX/KNOPPIX"));
        QVERIFY(taken.wait(10'000));
        QCOMPARE(window.inspectPage()->opened().image->block_size(), 4096u);
    }

    void a_file_that_is_chosen_again_offers_to_look_inside() {
        QCOMPARE(cloop({"create", "disc", "nested.cloop"}).status, 0);
        MainWindow window;
        window.show();
        QVERIFY(take(window, "nested.cloop"));
        FilesView *files = window.inspectPage()->files();
        const Filesystem &filesystem = *window.inspectPage()->opened().filesystem;
        const NodeId image = *filesystem.find("/KNOPPIX/KNOPPIX"), folder = *filesystem.find("/KNOPPIX");
        for (const NodeId node : {image, folder, image}) files->choose(node);
        QTRY_VERIFY(buttonIn(window.inspectPage()->details(), "Look inside"));
        files->choose(folder);
        QVERIFY(!buttonIn(window.inspectPage()->details(), "Look inside"));
    }

    void damaged_images_are_opened_or_refused_in_a_sentence_data() {
        QTest::addColumn<QByteArray>("bytes");
        const auto bytes = [](const test::Bytes &image) { return QByteArray(reinterpret_cast<const char *>(image.data()), qsizetype(image.size())); };
        const QByteArray sound = bytes(test::build_image(test::make_content(40'960), {}));
        const auto changed = [&](qsizetype at, const QByteArray &with) { return QByteArray(sound).replace(at, with.size(), with); };
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut in the head") << sound.first(130);
        QTest::newRow("cut in the index") << sound.first(150);
        QTest::newRow("cut in the data") << sound.first(sound.size() / 2);
        QTest::newRow("block size 0") << changed(128, QByteArray(4, '\0'));
        QTest::newRow("block size no multiple") << changed(128, QByteArray("\0\0\1\1", 4));
        QTest::newRow("too many blocks") << changed(132, QByteArray(4, '\xFF'));
        QTest::newRow("no blocks") << changed(132, QByteArray(4, '\0'));
        QTest::newRow("an index of zeros") << changed(136, QByteArray(88, '\0'));
        QTest::newRow("an index of ones") << changed(136, QByteArray(88, '\xFF'));
        QTest::newRow("data of zeros") << changed(300, QByteArray(sound.size() - 300, '\0'));
        QTest::newRow("version 0") << bytes(test::build_image(test::make_content(40'960), {.version = Version::v0}));
        QTest::newRow("head last") << bytes(test::build_image(test::make_content(40'960), {.version = Version::v4, .place = HeadPlace::last}));
    }
    void damaged_images_are_opened_or_refused_in_a_sentence() {
        QFETCH(QByteArray, bytes);
        QVERIFY(test::write_file(file("bad.cloop"), bytes));
        MainWindow window;
        window.show();
        QVERIFY(drop(window, "bad.cloop"));
        // A file named like an image never becomes a source silently.
        QVERIFY(!window.buildPage()->isVisible());
        if (window.inspectPage()->isVisible()) QVERIFY(scan(window));
        else QVERIFY2(window.messages()->said().contains("bad.cloop"), qPrintable(window.messages()->said()));
        // The program continues.
        QVERIFY(take(window, "tree.cloop"));
        QVERIFY(window.inspectPage()->isVisible());
    }

    // ---- inspect

    void a_file_lights_its_blocks_and_a_block_names_its_files() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.cloop"));
        InspectPage *page = window.inspectPage();
        page->showView(page->files());
        const Filesystem &filesystem = *page->opened().filesystem;
        const NodeId node = *filesystem.find("/sub/file3");
        const QImage before = page->map()->grab().toImage();
        page->files()->choose(node);
        QCOMPARE(page->files()->chosen(), std::vector{node});
        QVERIFY(page->map()->grab().toImage() != before);
        const std::size_t block = blocks_of(filesystem[node], 4096).front();
        page->map()->choose(block, block + 1);
        const auto labels = page->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) { return label->text().contains("/sub/file3"); }));
        QCOMPARE(page->blocks()->model()->rowOf(block), int(block));
    }

    void pictures_and_text_are_previewed_and_what_is_neither_is_told() {
        QVERIFY(QDir(path()).mkpath("mix"));
        QVERIFY(test::write_file(file("mix/words.txt"), "Some words.\n"));
        QVERIFY(test::write_file(file("mix/bytes"), QByteArray("\0\1\2\xFF", 4).repeated(50'000)));
        QImage red(300, 200, QImage::Format_RGB32);
        red.fill(Qt::red);
        QVERIFY(red.save(file("mix/picture.png")));
        QVERIFY(test::write_file(file("mix/torn.png"), test::read_file(file("mix/picture.png")).left(60)));
        QCOMPARE(cloop({"create", "mix", "mix.cloop", "--force"}).status, 0);
        MainWindow window;
        QVERIFY(take(window, "mix.cloop"));
        const auto &opened = window.inspectPage()->opened();
        const auto show = [&](const char *name) {
            auto *preview = new PreviewWindow(opened.archive, *opened.filesystem->find(name), &window);
            QSignalSpy loaded(preview, &PreviewWindow::loaded);
            return loaded.wait(30'000) ? preview : nullptr;
        };
        PreviewWindow *words = show("/words.txt"), *bytes = show("/bytes");
        QVERIFY(words && bytes);
        QCOMPARE(words->text(), "Some words.\n");
        QVERIFY(bytes->text().startsWith("00000000  00 01 02 ff"));
        QVERIFY2(bytes->note().contains("not text") && bytes->note().contains("beginning"), qPrintable(bytes->note()));
        PreviewWindow *picture = show("/picture.png"), *torn = show("/torn.png");
        QVERIFY(picture && torn);
        QCOMPARE(picture->picture().size(), QSize(300, 200));
        QCOMPARE(picture->picture().pixelColor(150, 100), QColor(Qt::red));
        QVERIFY2(picture->note().contains("300 × 200 pixels"), qPrintable(picture->note()));
        // What looks like a picture and is none is shown as bytes.
        QVERIFY(torn->picture().isNull() && torn->text().startsWith("00000000  89 50 4e 47"));
        // Closed during a read, it deletes itself.
        QPointer<PreviewWindow> closed = new PreviewWindow(opened.archive, *opened.filesystem->find("/bytes"), &window);
        closed->show();
        closed->close();
        QTRY_VERIFY(!closed);
    }

    void what_is_chosen_comes_out_into_a_folder_and_into_archives() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.cloop"));
        InspectPage *page = window.inspectPage();
        page->files()->choose(*page->opened().filesystem->find("/sub"));
        QVERIFY(QDir().mkdir(file("out")));
        page->extract(file("out"), ExtractTo::folder);
        page->extract(file("out.tar.xz"), ExtractTo::archive);
        page->extract(file("out.zip"), ExtractTo::archive);
        QCOMPARE(window.queue().openCount(), 3);
        QVERIFY(waitForJobs(window));
        for (const Job *job : window.queue().jobs()) QVERIFY2(job->state() == Job::State::done, qPrintable(job->outcome()));
        QCOMPARE(test::read_file(file("out/sub/file3")), test::read_file(file("tree/sub/file3")));
        QVERIFY(!QFile::exists(file("out/file0")));
        QCOMPARE(test::run("tar", {"-xJOf", file("out.tar.xz"), "sub/file3"}).out, test::read_file(file("tree/sub/file3")));
        QCOMPARE(test::run("unzip", {"-p", file("out.zip"), "sub/file3"}).out, test::read_file(file("tree/sub/file3")));
    }

    void files_that_are_dragged_out_are_extracted_when_they_are_asked_for() {
        MainWindow window;
        QVERIFY(take(window, "tree.cloop"));
        const auto &filesystem = window.inspectPage()->opened().filesystem;
        const NodeId node = *filesystem->find("/read me.txt"), folder = *filesystem->find("/sub");
        QVERIFY(ExtractedDrag::fits(*filesystem, {node, folder}));
        const ExtractedDrag data(filesystem, {node, folder});
        QVERIFY(data.hasUrls());
        const QList<QUrl> urls = data.urls();
        QCOMPARE(urls.size(), 2);
        QCOMPARE(test::read_file(urls[0].toLocalFile()), "Some words.\n");
        QCOMPARE(test::read_file(urls[1].toLocalFile() + "/file3"), test::read_file(file("tree/sub/file3")));
        QCOMPARE(data.data("text/uri-list").count("file://"), 2);
    }

    void what_is_too_large_to_drag_is_told() {
        QVERIFY(QDir(path()).mkpath("large"));
        QFile hole(file("large/hole"));
        QVERIFY(hole.open(QIODevice::WriteOnly) && hole.resize(qint64(ExtractedDrag::mostBytes) + 1));
        QCOMPARE(cloop({"create", "large", "hollow.cloop", "-B", "1M", "--no-verify"}).status, 0);
        MainWindow window;
        window.show();
        QVERIFY(take(window, "hollow.cloop"));
        const Filesystem &filesystem = *window.inspectPage()->opened().filesystem;
        QVERIFY(!ExtractedDrag::fits(filesystem, {*filesystem.find("/hole")}));
        emit window.inspectPage()->files()->tooLargeToDrag();
        QVERIFY2(window.messages()->said().contains("256.0 MiB, which is too much to drag"), qPrintable(window.messages()->said()));
    }

    void a_menu_of_files_does_what_it_says_data() {
        QTest::addColumn<QString>("node");
        QTest::addColumn<QStringList>("entries");
        QTest::newRow("a file") << "/sub/file3" << QStringList{"Extract…", "Preview", "Look inside", "Show on the map", "Copy the path"};
        QTest::newRow("a folder") << "/sub" << QStringList{"Extract…", "Show on the map", "Copy the path"};
    }
    void a_menu_of_files_does_what_it_says() {
        QFETCH(QString, node);
        QFETCH(QStringList, entries);
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.cloop"));
        FilesView *files = window.inspectPage()->files();
        files->choose(*window.inspectPage()->opened().filesystem->find(node.toStdString()));
        auto *tree = files->findChild<QTreeView *>();
        QStringList shown, done;
        connect(files, &FilesView::previewWanted, this, [&] { done << "Preview"; });
        connect(files, &FilesView::openWanted, this, [&] { done << "Look inside"; });
        connect(files, &FilesView::extractWanted, this, [&] { done << "Extract…"; });
        connect(files, &FilesView::mapWanted, this, [&] { done << "Show on the map"; });
        QVERIFY(QDir().mkpath(file("by menu")));
        const Chooser chooser(file("by menu"));
        for (const QString &entry : entries) {
            // As by the key for it, which the chosen row gets.
            const QPoint place = tree->visualRect(tree->currentIndex()).center();
            QContextMenuEvent asked(QContextMenuEvent::Keyboard, place, tree->viewport()->mapToGlobal(place));
            QApplication::sendEvent(tree->viewport(), &asked);
            auto *menu = files->findChild<QMenu *>();
            QVERIFY(menu && menu->isVisible());
            shown.clear();
            for (QAction *action : menu->actions()) shown << action->text().remove('&');
            for (QAction *action : menu->actions())
                if (action->text().remove('&') == entry) action->trigger();
            menu->close();
            QTRY_VERIFY(!files->findChild<QMenu *>());
        }
        QCOMPARE(shown, entries);
        QCOMPARE(done, entries.first(entries.size() - 1));
        QCOMPARE(chooser.count, 1);
        QVERIFY(waitForJobs(window));
        QCOMPARE(QGuiApplication::clipboard()->text(), node);
        QVERIFY(window.inspectPage()->mapPanel()->isVisible());
    }

    void the_blocks_of_a_chosen_file_are_scrolled_to() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.cloop"));
        InspectPage *page = window.inspectPage();
        page->showView(page->mapPanel());
        MapView *map = page->map();
        map->zoom(20);
        const Filesystem &filesystem = *page->opened().filesystem;
        const auto placeOf = [&](NodeId id) { return filesystem[id].extents.empty() ? 0 : filesystem[id].extents.front().offset; };
        NodeId last = Filesystem::root;
        for (NodeId id = 0; id < filesystem.nodes().size(); ++id)
            if (filesystem[id].kind == NodeKind::file && placeOf(id) > placeOf(last)) last = id;
        QVERIFY(map->verticalScrollBar()->maximum() > 100);
        map->verticalScrollBar()->setValue(0);
        page->files()->choose(last);
        QVERIFY(map->verticalScrollBar()->value() > map->verticalScrollBar()->maximum() / 2);
    }

    void names_that_are_there_are_replaced_skipped_or_kept_beside() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.cloop"));
        QVERIFY(QDir().mkdir(file("full")));
        const auto &opened = window.inspectPage()->opened();
        QCOMPARE(alreadyIn(file("full"), opened, {Filesystem::root}), QStringList());
        QVERIFY(test::write_file(file("full/read me.txt"), "mine"));
        QCOMPARE(alreadyIn(file("full"), opened, {Filesystem::root}), QStringList{"read me.txt"});
        QCOMPARE(alreadyIn(file("full"), opened, {*opened.filesystem->find("/sub")}), QStringList());
        window.inspectPage()->extract(file("full"), ExtractTo::folder, false);
        QVERIFY(waitForJobs(window));
        QCOMPARE(test::read_file(file("full/read me.txt")), "mine");
        window.inspectPage()->extract(file("full"), ExtractTo::folder, true);
        QVERIFY(waitForJobs(window));
        QCOMPARE(test::read_file(file("full/read me.txt")), "Some words.\n");
    }

    void only_what_a_filter_shows_is_extracted() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.cloop"));
        FilesView *files = window.inspectPage()->files();
        QTest::keyClicks(files->findChild<QLineEdit *>(), "file33");
        QTRY_VERIFY(files->scope() == FilesView::Scope::found);
        QVERIFY(QDir().mkdir(file("found")));
        window.inspectPage()->extract(file("found"), ExtractTo::folder);
        QVERIFY(waitForJobs(window));
        QStringList made;
        for (QDirIterator it(file("found"), QDir::Files, QDirIterator::Subdirectories); it.hasNext();) made << it.next();
        QCOMPARE(made, QStringList{file("found/sub/file33")});
        // Archives hold no more than a folder would.
        window.inspectPage()->extract(file("found.tar.xz"), ExtractTo::archive);
        window.inspectPage()->extract(file("found.zip"), ExtractTo::archive);
        QVERIFY(waitForJobs(window));
        QCOMPARE(test::run("tar", {"-tJf", file("found.tar.xz")}).out, "sub/\nsub/file33\n");
        QCOMPARE(test::run("unzip", {"-Z1", file("found.zip")}).out, "sub/\nsub/file33\n");
    }

    void the_whole_files_of_a_damaged_image_are_extracted() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "hurt.cloop"));
        InspectPage *page = window.inspectPage();
        QVERIFY(scan(window));
        QVERIFY(page->damage()->isVisible());
        const int hurt = page->damage()->files()->rowCount();
        QVERIFY(hurt > 0);
        QVERIFY2(page->damage()->headline().contains(QString("%1 of").arg(hurt)), qPrintable(page->damage()->headline()));
        QCOMPARE(page->header()->chip()->tone(), Tone::bad);
        // The chip and the headline tell one number.
        QVERIFY2(page->header()->chip()->text().contains(QString("%1 file").arg(page->damage()->damagedFiles())),
                 qPrintable(page->header()->chip()->text()));
        QVERIFY(QDir().mkdir(file("rescued")));
        page->extractWhole(file("rescued"));
        QVERIFY(waitForJobs(window));
        QVERIFY2(window.queue().jobs().last()->state() == Job::State::done, qPrintable(window.queue().jobs().last()->outcome()));
        int files = 0;
        for (QDirIterator it(file("rescued"), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext(); ++files) {
            const QString path = it.next();
            QCOMPARE(test::read_file(path), test::read_file(file("tree") + path.mid(file("rescued").size())));
        }
        const auto &nodes = page->opened().filesystem->nodes();
        QCOMPARE(files, int(std::ranges::count(nodes, NodeKind::file, &Node::kind)) - hurt);
        // And it says how many were left out.
        const QString outcome = window.queue().jobs().last()->outcome();
        QVERIFY2(outcome.contains(QString("extracted; %1 damaged file(s) left out.").arg(hurt)), qPrintable(outcome));
    }

    void details_tell_what_a_check_has_found_data() {
        QTest::addColumn<bool>("is_block");
        QTest::newRow("of a file") << false;
        QTest::newRow("of a block") << true;
    }
    void details_tell_what_a_check_has_found() {
        QFETCH(bool, is_block);
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.cloop"));
        InspectPage *page = window.inspectPage();
        if (is_block) page->map()->choose(3, 4);
        else page->files()->choose(*page->opened().filesystem->find("/sub/file3"));
        QVERIFY2(page->details()->text().contains("not checked"), qPrintable(page->details()->text()));
        QVERIFY(scan(window));
        QVERIFY2(page->details()->text().contains("sound") && !page->details()->text().contains("not checked"), qPrintable(page->details()->text()));
        QCOMPARE(page->details()->blocks(), is_block ? BlockRange(3, 4) : BlockRange());
    }

    void a_file_that_is_an_image_stays_one_after_a_check() {
        QCOMPARE(cloop({"create", "disc", "nested.cloop", "--force"}).status, 0);
        MainWindow window;
        window.show();
        QVERIFY(take(window, "nested.cloop"));
        window.inspectPage()->files()->choose(*window.inspectPage()->opened().filesystem->find("/KNOPPIX/KNOPPIX"));
        QTRY_VERIFY(buttonIn(window.inspectPage()->details(), "Look inside"));
        QVERIFY(scan(window));
        QVERIFY(buttonIn(window.inspectPage()->details(), "Look inside"));
    }

    void rows_of_damaged_files_fit_their_columns() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "hurt.cloop"));
        QVERIFY(scan(window));
        FilesView *files = window.inspectPage()->files();
        auto *tree = files->findChild<QTreeView *>();
        const QModelIndex row = files->model()->indexOf(*window.inspectPage()->opened().filesystem->find("/sub"));
        QVERIFY(row.data(Qt::FontRole).isValid());
        const QFontMetrics metrics(row.data(Qt::FontRole).value<QFont>().resolve(tree->font()));
        const int around = 2 * (tree->style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, tree) + 1);
        for (int column = 1; column < tree->model()->columnCount(); ++column) {
            const QString text = row.siblingAtColumn(column).data().toString();
            if (!tree->isColumnHidden(column)) QVERIFY2(metrics.horizontalAdvance(text) + around <= tree->columnWidth(column), qPrintable(text));
        }
    }

    void what_is_chosen_moves_no_button() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.cloop"));
        const auto place = [&] { return buttonIn(window.inspectPage()->header(), "Check")->mapTo(&window, QPoint()); };
        const QPoint before = place();
        window.inspectPage()->files()->choose(*window.inspectPage()->opened().filesystem->find("/sub"));
        QVERIFY(buttonIn(window.inspectPage()->header(), "Extract chosen…"));
        QTest::qWait(20);
        QCOMPARE(place(), before);
    }

    void a_stopped_check_is_taken_up_from_its_map_file() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "hurt.cloop"));
        InspectPage *page = window.inspectPage();
        QVERIFY(scan(window));
        const auto counts = page->map()->cells().counts();
        QVERIFY(saveReport(page->report(), file("half.map"), DamageView::Format::map));
        // Half of it is not known.
        QByteArray map = test::read_file(file("half.map"));
        const qsizetype half = qsizetype(page->opened().image->size() / 2 / 4096 * 4096);
        QByteArray cut = "0x0 + 1\n";
        for (const QByteArray &line : map.split('\n')) {
            if (line.startsWith('#')) cut += line + '\n';
            const auto words = line.simplified().split(' ');
            if (words.size() != 3 || words[2].size() != 1 || !line.startsWith("0x")) continue;
            const qint64 begin = words[0].toLongLong(nullptr, 16), size = words[1].toLongLong(nullptr, 16);
            if (words[2] == "1" || begin >= half) continue;
            cut += QByteArray::number(begin) + ' ' + QByteArray::number(std::min<qint64>(size, half - begin)) + ' ' + words[2] + '\n';
        }
        cut += QByteArray::number(half) + ' ' + QByteArray::number(qint64(page->opened().image->size()) - half) + " ?\n";
        QVERIFY(test::write_file(file("half.map"), cut));
        QVERIFY(take(window, "hurt.cloop"));
        QVERIFY(page->takeUp(file("half.map")));
        QVERIFY(page->map()->cells().counts()[std::size_t(BlockState::untested)] > 0);
        QVERIFY(page->map()->cells().counts()[std::size_t(BlockState::sound)] > 0);
        QVERIFY(scan(window));
        QCOMPARE(page->map()->cells().counts(), counts);
        QVERIFY(page->takeUp(file("tree.iso")).error().code == ErrorCode::invalid_map_file);
        QCOMPARE(cloop({"create", VECTORS "/mixed.bin", "other.cloop"}).status, 0);
        QVERIFY(take(window, "other.cloop"));
        const Status other = page->takeUp(file("half.map"));
        QVERIFY(!other && other.error().code == ErrorCode::other_image);
    }

    void the_map_of_a_copied_disc_is_laid_over() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "disc.iso"));
        InspectPage *page = window.inspectPage();
        QVERIFY(page->opened().places.has_value());
        // The image's place on the disc, by another reader.
        const QByteArray listing = test::run("xorriso", {"-indev", file("disc.iso"), "-find", "/KNOPPIX/KNOPPIX", "-exec", "report_lba", "--"}).out;
        const qsizetype line = listing.indexOf("File data lba:");
        const qint64 begin = listing.mid(line).split(',')[1].trimmed().toLongLong() * 2048;
        const BlockRef hit = page->opened().image->index()[20];
        const qint64 bad = begin + qint64(hit.offset) / 512 * 512;
        const QByteArray map = "0x0 + 1\n0 " + QByteArray::number(bad) + " +\n" + QByteArray::number(bad) + " 512 -\n" +
                               QByteArray::number(bad + 512) + " " + QByteArray::number(QFileInfo(file("disc.iso")).size() - bad - 512) + " +\n";
        QVERIFY(test::write_file(file("disc.map"), map));
        QVERIFY(page->layOver(file("disc.map"), 0));
        QSet<int> shown;
        for (std::size_t block = 0; block < page->map()->cells().size(); ++block)
            if (page->map()->cells()[block].state == BlockState::unreadable) shown << int(block);
        QVERIFY(shown.contains(20));
        QVERIFY(shown.size() <= 3);
        // What the drive said is not known, and no cause is made up.
        QVERIFY(saveReport(page->report(), file("overlaid.txt"), DamageView::Format::text));
        const QByteArray text = test::read_file(file("overlaid.txt"));
        QVERIFY2(text.contains("The medium can't be read there. Another") && !text.contains("Input/output"), text.constData());
        // The check finds the block readable.
        QVERIFY(scan(window));
        QVERIFY(page->map()->cells()[20].state == BlockState::sound);
    }

    void a_stopped_check_keeps_what_it_found_and_no_report_calls_it_sound() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "hurt.cloop"));
        InspectPage *page = window.inspectPage();
        QVERIFY(saveReport(page->report(), file("unchecked.txt"), DamageView::Format::text));
        QVERIFY(!test::read_file(file("unchecked.txt")).contains("No damage"));
        // A map file with damage and unknown blocks is as a check that was stopped.
        QVERIFY(saveReport(page->report(), file("unchecked.map"), DamageView::Format::map));
        QByteArray stopped;
        for (const QByteArray &line : test::read_file(file("unchecked.map")).split('\n'))
            if (line.startsWith('#')) stopped += line + '\n';
        QVERIFY(test::write_file(file("stopped.map"), stopped + "0x0 + 1\n0 40960 +\n40960 4096 -\n45056 " +
                                                          QByteArray::number(qint64(page->opened().image->size()) - 45056) + " ?\n"));
        QVERIFY(page->takeUp(file("stopped.map")));
        QCOMPARE(page->damage()->model()->rowCount(), 1);
        QCOMPARE(page->damage()->model()->index(0, 0).data(DamageModel::firstBlockRole).toInt(), 10);
        QVERIFY(saveReport(page->report(), file("stopped.txt"), DamageView::Format::text));
        const QByteArray text = test::read_file(file("stopped.txt"));
        QVERIFY2(!text.contains("No damage") && text.contains("Block 10 "), text.constData());
        // Nothing is written onto the image itself.
        QVERIFY(saveReport(page->report(), file("hurt.cloop"), DamageView::Format::text).error().code == ErrorCode::same_file);
        QVERIFY(savePicture(page->opened(), *page->map(), file("hurt.cloop")).error().code == ErrorCode::same_file);
    }

    void one_image_after_the_other_keeps_its_own_damage() {
        // Two images with the same damage by their index, but other files.
        QVERIFY(QDir(path()).mkpath("few"));
        QVERIFY(test::write_file(file("few/only"), mixed()));
        QCOMPARE(cloop({"create", "few", "few.cloop", "-B", "4K", "--force"}).status, 0);
        for (const char *name : {"few.cloop", "tree.cloop"}) {
            QByteArray bytes = test::read_file(file(name));
            bytes.replace(136 + 8 * 60, 8, QByteArray(8, '\0'));
            QVERIFY(test::write_file(file(QString("cut-") + name), bytes));
        }
        MainWindow window;
        window.show();
        const auto firstPath = [&] {
            const DamageModel *model = window.inspectPage()->damage()->model();
            return model->index(0, 0, model->index(0, 0)).data(DamageModel::copyRole).toString();
        };
        QVERIFY(take(window, "cut-tree.cloop"));
        const QString first = firstPath();
        QVERIFY(take(window, "cut-few.cloop"));
        QCOMPARE(firstPath(), "/only");
        QVERIFY(first != "/only");
    }

    void a_choice_in_one_image_says_nothing_of_the_next_data() {
        QTest::addColumn<QString>("find");
        QTest::addColumn<bool>("only_damaged");
        QTest::newRow("a row of the tree") << QString() << false;
        QTest::newRow("a row of what was found") << "file" << false;
        QTest::newRow("a row of what is damaged") << QString() << true;
        QTest::newRow("both") << "file" << true;
    }
    void a_choice_in_one_image_says_nothing_of_the_next() {
        QFETCH(QString, find);
        QFETCH(bool, only_damaged);
        QVERIFY(QDir(path()).mkpath("single"));
        QVERIFY(test::write_file(file("single/only"), mixed()));
        QCOMPARE(cloop({"create", "single", "single.cloop", "-B", "4K", "--force"}).status, 0);
        QCOMPARE(cloop({"create", file("single/only"), "no-files.cloop", "--force"}).status, 0);
        MainWindow window;
        window.show();
        // All transitions between images with many files and damage, one file, and no files.
        for (const char *name :
             {"hurt.cloop", "no-files.cloop", "hurt.cloop", "single.cloop", "hurt.cloop", "tree.cloop", "no-files.cloop", "single.cloop"}) {
            QVERIFY2(take(window, name), name);
            FilesView *contents = window.inspectPage()->files();
            QVERIFY(contents->chosen().empty());
            QCOMPARE(contents->findChild<QLineEdit *>()->text(), QString());
            if (!window.inspectPage()->opened().filesystem) continue;
            window.inspectPage()->showView(contents);
            if (only_damaged) QVERIFY(scan(window));
            window.inspectPage()->showView(contents);
            contents->findChild<QCheckBox *>()->setChecked(only_damaged);
            auto *tree = contents->findChild<QTreeView *>();
            if (!find.isEmpty()) {
                const int all = tree->model()->rowCount();
                QTest::keyClicks(contents->findChild<QLineEdit *>(), find);
                if (all > 2) QTest::qWait(250);
            }
            tree->expandAll();
            // The last row, which a smaller image does not have.
            QModelIndex last = tree->model()->index(tree->model()->rowCount() - 1, 0);
            while (tree->model()->rowCount(last) > 0) last = tree->model()->index(tree->model()->rowCount(last) - 1, 0, last);
            tree->setCurrentIndex(last);
        }
    }

    void images_follow_each_other_in_every_view_with_jobs_running() {
        QVERIFY(QDir(path()).mkpath("small-tree"));
        QVERIFY(test::write_file(file("small-tree/only"), mixed()));
        QCOMPARE(cloop({"create", "small-tree", "shorter.cloop", "-B", "4K", "--force"}).status, 0);
        QCOMPARE(cloop({"create", file("small-tree/only"), "bare.cloop", "--force"}).status, 0);
        QFile hole(file("hole"));
        QVERIFY(hole.open(QIODevice::WriteOnly) && hole.resize(128 << 20));
        QCOMPARE(cloop({"create", "hole", "huge.cloop", "-B", "512", "--no-verify", "--force"}).status, 0);
        const QStringList images{"tree.cloop", "shorter.cloop", "bare.cloop", "huge.cloop", "hurt.cloop"};
        MainWindow window;
        window.show();
        InspectPage *page = window.inspectPage();
        const QList<QWidget *> views{page->files(), page->mapPanel(), page->blocks(), page->damage()};
        // Yes to a question whether a check may be stopped.
        QTimer yes;
        connect(&yes, &QTimer::timeout, this, [] {
            if (auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget())) box->buttons().first()->click();
        });
        yes.start(20);
#ifdef CLOOPSMITH_CHECKED
        constexpr int every = 4;  // a minute less; each pair meets one of the views
#else
        constexpr int every = 1;
#endif
        int turn = 0;
        for (QWidget *view : views)
            for (const QString &from : images)
                for (const QString &to : images) {
                    if (from == to || (turn++ + int(views.indexOf(view))) % every != 0) continue;
                    QVERIFY2(take(window, from.toUtf8().constData()), qPrintable(from));
                    page->showView(view);
                    // Something is chosen, found and under way wherever that can be.
                    if (page->opened().filesystem) {
                        page->files()->choose(page->opened().filesystem->nodes()[Filesystem::root].children.front());
                        page->files()->findChild<QLineEdit *>()->setText("o");
                        page->extract(path(), ExtractTo::folder);
                    }
                    page->map()->choose(page->map()->cells().size() - 1, page->map()->cells().size());
                    page->startScan();
                    QVERIFY2(take(window, to.toUtf8().constData()), qPrintable(to));
                    QVERIFY(page->opened().path.endsWith(to));
                    QVERIFY(page->map()->chosen().is_empty());
                    QVERIFY(page->files()->chosen().empty());
                    QCOMPARE(page->map()->cells().size(), page->opened().image->block_count());
                    QVERIFY2(page->details()->text().contains("Choose a file"), qPrintable(page->details()->text()));
                }
        window.queue().cancelAll();
        QVERIFY(waitForJobs(window));
    }

    void what_is_no_image_inside_is_not_looked_for_outside() {
        QVERIFY(QDir(path()).mkpath("like/etc"));
        QVERIFY(test::write_file(file("like/etc/hostname"), "a name\n"));
        QCOMPARE(cloop({"create", "like", "like.cloop", "--force"}).status, 0);
        MainWindow window;
        window.show();
        QVERIFY(take(window, "like.cloop"));
        QSignalSpy taken(&window, &MainWindow::taken);
        emit window.inspectPage()->files()->openWanted(*window.inspectPage()->opened().filesystem->find("/etc/hostname"));
        QVERIFY(taken.wait(10'000));
        QVERIFY2(window.messages()->said().contains("not a cloop image"), qPrintable(window.messages()->said()));
        for (const auto *button : window.messages()->findChildren<QPushButton *>())
            QVERIFY(!button->isVisible() || !button->text().contains("Build"));
    }

    void a_suffix_that_was_written_is_kept() {
        const QList<SaveKind> kinds{{"All", ".tar.xz"}, {"Simple", ".zip"}};
        QCOMPARE(withSuffix("/a/x.tar.xz", "/a/x.tar.xz", kinds, kinds[0]), "/a/x.tar.xz");
        QCOMPARE(withSuffix("/a/x.tar.xz", "/a/x.tar.xz", kinds, kinds[1]), "/a/x.zip");
        QCOMPARE(withSuffix("/a/y.zip", "/a/x.tar.xz", kinds, kinds[0]), "/a/y.zip");
        QCOMPARE(withSuffix("/a/y", "/a/x.tar.xz", kinds, kinds[1]), "/a/y.zip");
    }

    void new_files_are_proposed_where_they_can_be() {
        QCOMPARE(suggestedPath(file("disc.iso"), ".iso"), file("disc-2.iso"));
        QCOMPARE(suggestedPath(file("disc.iso") + ":/KNOPPIX/KNOPPIX", ".iso"), file("KNOPPIX.iso"));
        QVERIFY(!suggestedPath("/dev/sr0", ".iso").startsWith("/dev/"));
        // Not after the drive, but after the disc in it.
        QVERIFY(suggestedPath("/dev/sr0", ".cloop", {}).endsWith("/sr0.cloop"));
        QVERIFY(suggestedPath("/dev/sr0", ".cloop", "Debian 12.5 i386/1").endsWith("/Debian 12.5 i386-1.cloop"));
        QVERIFY(suggestedPath("/dev/sr0", ".cloop", "../a\nb").endsWith("/-a-b.cloop"));
        QVERIFY(suggestedPath("/dev/sr0", ".cloop", " . ").endsWith("/sr0.cloop"));
        QVERIFY(test::write_file(file("a%1b.iso"), "x") && test::write_file(file("a%1b.cloop"), "x"));
        QCOMPARE(suggestedPath(file("a%1b.iso"), ".cloop"), file("a%1b-2.cloop"));
    }

    void a_folder_with_its_own_files_chosen_comes_out_once() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.cloop"));
        FilesView *contents = window.inspectPage()->files();
        window.inspectPage()->showView(contents);
        auto *tree = contents->findChild<QTreeView *>();
        tree->expandAll();
        tree->selectAll();
        const Filesystem &filesystem = *window.inspectPage()->opened().filesystem;
        QCOMPARE(contents->chosen().size(), filesystem[Filesystem::root].children.size());
    }

    void names_are_found_anywhere_in_the_tree() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.cloop"));
        FilesView *contents = window.inspectPage()->files();
        window.inspectPage()->showView(contents);
        auto *tree = contents->findChild<QTreeView *>();
        const int all = tree->model()->rowCount();
        QTest::keyClicks(contents->findChild<QLineEdit *>(), "file33");
        QTRY_COMPARE(tree->model()->rowCount(), 1);
        QCOMPARE(tree->model()->rowCount(tree->model()->index(0, 0)), 1);
        contents->findChild<QLineEdit *>()->clear();
        QTRY_COMPARE(tree->model()->rowCount(), all);
    }

    void the_block_under_the_pointer_stays_there_when_the_map_zooms() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.cloop"));
        window.inspectPage()->showView(window.inspectPage()->mapPanel());
        MapView *map = window.inspectPage()->map();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const QPoint point(map->viewport()->width() / 3, map->viewport()->height() / 3);
        const auto blockThere = [&] {
            QTest::mouseClick(map->viewport(), Qt::LeftButton, Qt::NoModifier, point);
            return map->chosen();
        };
        const BlockRange before = blockThere();
        QVERIFY(!before.is_empty());
        for (const int turn : {120, 120, 120, 120, -120, -120, 120}) {
            QWheelEvent wheel(point, map->viewport()->mapToGlobal(point), {}, {0, turn}, Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(map->viewport(), &wheel);
            const BlockRange now = blockThere();
            QVERIFY2(now.first <= before.first && before.first < now.last, qPrintable(QString::number(now.first)));
        }
    }

    void the_spiral_shows_each_block_where_it_is_stored() {
        const std::vector<std::uint64_t> ends{100, 100, 300, 1000};
        std::vector<std::size_t> pixels(ends.size());
        std::size_t all = 0;
        for (int y = 0; y < 400; ++y)
            for (int x = 0; x < 400; ++x)
                if (const BlockRange blocks = blocksOnSpiral(ends, 400, x, y, 0); !blocks.is_empty()) {
                    QCOMPARE(blocks.count(), std::size_t(1));
                    ++pixels[blocks.first];
                    ++all;
                }
        // As many bytes on each millimetre: a block's share of the area is its share of the bytes.
        QVERIFY(all > 50'000);
        QCOMPARE(pixels[1], std::size_t(0));
        for (const auto &[block, share] : {std::pair{0, 0.1}, {2, 0.2}, {3, 0.7}})
            QVERIFY2(std::abs(double(pixels[std::size_t(block)]) / double(all) - share) < 0.02,
                     qPrintable(QString::number(pixels[std::size_t(block)])));
        QVERIFY(blocksOnSpiral(ends, 400, 200, 200, 1).is_empty() && blocksOnSpiral(ends, 400, 1, 1, 1).is_empty());
        QVERIFY(blocksOnSpiral({}, 400, 200, 100, 1).is_empty());
    }

    void one_lost_block_of_a_million_is_seen_on_the_spiral() {
#ifdef CLOOPSMITH_CHECKED
        constexpr std::size_t count = 100'000;
#else
        constexpr std::size_t count = 1'000'000;
#endif
        std::vector<std::uint64_t> ends(count);
        for (std::size_t block = 0; block < count; ++block) ends[block] = 1000 * (block + 1);
        BlockCells cells(count);
        for (std::size_t block = 0; block < count; ++block) cells.set(block, {100, BlockState::sound});
        SpiralView spiral;
        spiral.resize(200, 200);
        spiral.setBlocks(&cells, ends);
        const QImage sound = spiral.grab().toImage();
        QVERIFY(spiral.grab().toImage() == sound);
        QRandomGenerator random(11);
        for (std::size_t block : {std::size_t(0), std::size_t(random.bounded(int(count))), std::size_t(random.bounded(int(count))),
                                  std::size_t(random.bounded(int(count))), std::size_t(random.bounded(int(count))), count - 1}) {
            cells.setState(block, BlockState::damaged);
            spiral.refresh({});
            QVERIFY2(spiral.grab().toImage() != sound, qPrintable(QString::number(block)));
            cells.setState(block, BlockState::sound);
        }
    }

    void the_map_goes_no_further_away_than_the_whole_image() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.cloop"));
        MapView *map = window.inspectPage()->map();
        for (int i = 0; i < 200; ++i) map->zoom(-1);
        QVERIFY(map->fitsAll());
        for (int i = 0; i < 50; ++i) map->zoom(1);
        QVERIFY(!map->fitsAll());
    }

    void the_sum_of_an_image_is_shown_copied_and_saved_beside_it() {
        // The image of a disc is summed with the disc.
        MainWindow window;
        window.show();
        QVERIFY(take(window, "disc.iso"));
        const QString sum = QString::fromLatin1(test::run("sha256sum", {"disc.iso"}, {}, path()).out.left(64));
        SumDialog *dialog = showSum(window);
        QVERIFY(dialog);
        QTRY_VERIFY(buttonIn(dialog, "Save beside the image")->isEnabled());
        QCOMPARE(window.queue().jobs().last()->outcome(), sum);
        // The dialog is enough.
        QVERIFY(!window.findChild<JobsPopover *>()->isVisible());
        auto *line = dialog->findChild<SumLine *>()->findChild<QLineEdit *>();
        QVERIFY(line->isVisible() && line->isReadOnly());
        QCOMPARE(line->text(), sum);
        QCOMPARE(line->accessibleName(), "SHA-256 of disc.iso");
        line->selectAll();
        QCOMPARE(line->selectedText(), sum);
        // All of it is in sight.
        QVERIFY(line->fontMetrics().horizontalAdvance(sum) < line->width());
        QGuiApplication::clipboard()->clear();
        buttonIn(dialog, "Copy")->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), sum);
        QAbstractButton *save = buttonIn(dialog, "Save beside the image");
        save->click();
        QTRY_VERIFY(showsText(dialog, "The sum is saved: "));
        QCOMPARE(test::run("sha256sum", {"--strict", "-c", "disc.iso.sha256"}, {}, path()).status, 0);
        // Asked for once more, it is the same dialog, which asks before it replaces.
        QCOMPARE(showSum(window), dialog);
        QCOMPARE(window.queue().jobs().size(), 1);
        QVERIFY(test::write_file(file("disc.iso.sha256"), "mine"));
        {
            const BoxAnswer no(QMessageBox::RejectRole);
            save->click();
            QCOMPARE(no.count, 1);
            QCOMPARE(test::read_file(file("disc.iso.sha256")), "mine");
        }
        const BoxAnswer yes(QMessageBox::AcceptRole);
        save->click();
        QTRY_COMPARE(test::run("sha256sum", {"--strict", "-c", "disc.iso.sha256"}, {}, path()).status, 0);
        QFile::remove(file("disc.iso.sha256"));
    }

    void a_sum_that_can_not_be_saved_says_why() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.cloop"));
        SumDialog *dialog = showSum(window);
        QTRY_VERIFY(buttonIn(dialog, "Save beside the image")->isEnabled());
        QVERIFY(QDir().mkdir(file("tree.cloop.sha256")));
        const BoxAnswer yes(QMessageBox::AcceptRole);
        buttonIn(dialog, "Save beside the image")->click();
        QTRY_VERIFY(showsText(dialog, "tree.cloop.sha256: "));
        QVERIFY(QDir().rmdir(file("tree.cloop.sha256")));
    }

    void of_a_set_no_sum_is_saved() {
        QCOMPARE(cloop({"create", "tree", "parts.cloop", "--split", "200K"}).status, 0);
        MainWindow window;
        window.show();
        QVERIFY(take(window, "parts.cloop.000"));
        SumDialog *dialog = showSum(window);
        QTRY_VERIFY(buttonIn(dialog, "Copy"));
        QVERIFY(!buttonIn(dialog, "Save beside the image"));
    }

    void a_sum_is_stopped() {
        MainWindow window;
        window.show();
        QVERIFY(QFile::copy(file("tree.cloop"), file("large.cloop")) && QFile::resize(file("large.cloop"), qint64(4) << 30));
        QVERIFY(take(window, "large.cloop"));
        SumDialog *dialog = showSum(window);
        Job *job = window.queue().jobs().last();
        // Held at its first report, and so in its midst.
        job->setPaused(true);
        QVERIFY(dialog->findChild<QToolButton *>()->isVisible());
        for (auto *button : dialog->findChildren<QToolButton *>())
            if (button->toolTip() == "Stop") button->click();
        QTRY_VERIFY(job->hasEnded());
        QVERIFY(job->state() == Job::State::stopped);
        QVERIFY(showsText(dialog, "Stopped.") && !buttonIn(dialog, "Copy"));
        QVERIFY(!buttonIn(dialog, "Save beside the image")->isEnabled());
    }

    void the_log_is_copied_and_saved() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.cloop"));
        QVERIFY(scan(window));
        QTRY_VERIFY(!window.queue().isBusy());
        LogDialog log(window.queue(), &window);
        log.setAttribute(Qt::WA_DeleteOnClose, false);
        log.show();
        const QString all = window.queue().log().join('\n');
        QVERIFY(all.contains("Check tree.cloop: started.") && all.contains("Check tree.cloop: No damage was found."));
        auto *text = log.findChild<QPlainTextEdit *>();
        QCOMPARE(text->toPlainText(), all);
        QVERIFY(text->isReadOnly() && text->textInteractionFlags() & Qt::TextSelectableByKeyboard);
        buttonIn(&log, "Copy")->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), all);
        {
            const Chooser chooser(file("saved.log"));
            buttonIn(&log, "Save…")->click();
            QCOMPARE(chooser.count, 1);
        }
        QCOMPARE(QString::fromUtf8(test::read_file(file("saved.log"))), all + '\n');
        const Chooser chooser("/proc/saved.log");
        buttonIn(&log, "Save…")->click();
        QVERIFY(text->toPlainText().contains("/proc/saved.log can't be written: "));
        // What happens meanwhile is added.
        window.queue().add(JobOrder{.title = "another"}, [](const std::stop_token &, const ProgressSink &) -> Result<int> { return 1; },
                           [](const Result<int> &) { return QString("done"); });
        QTRY_VERIFY(text->toPlainText().endsWith("another: done"));
    }

    void too_little_room_for_an_archive_is_asked_about_before_the_start_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("tar.xz") << "all.tar.xz";
        QTest::newRow("zip") << "all.zip";
    }
    void too_little_room_for_an_archive_is_asked_about_before_the_start() {
        if (::geteuid() != 0) QSKIP("a small disc takes root");
        QFETCH(QString, name);
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.cloop"));
        InspectPage *page = window.inspectPage();
        QVERIFY(QDir().mkpath(file("narrow")));
        QCOMPARE(test::run("mount", {"-t", "tmpfs", "-o", "size=64k", "tmpfs", file("narrow")}).status, 0);
        qsizetype jobs = -1, jobsAfter = -1;
        QString asked;
        int count = 0;
        {
            QTimer::singleShot(200, &window, [&] {
                if (auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget())) asked = box->text();
            });
            const BoxAnswer no(QMessageBox::RejectRole, 400);
            page->extract(file("narrow/" + name), ExtractTo::archive);
            count = no.count;
            jobs = window.queue().jobs().size();
        }
        {
            const BoxAnswer yes(QMessageBox::AcceptRole);
            page->extract(file("narrow/" + name), ExtractTo::archive);
            jobsAfter = window.queue().jobs().size();
        }
        const bool hasEnded = waitForJobs(window);
        const QStringList left = QDir(file("narrow")).entryList(QDir::Files | QDir::Hidden);
        test::run("umount", {file("narrow")});
        QCOMPARE(count, 1);
        QVERIFY2(asked.startsWith("There is probably not enough room on the disc: about "), qPrintable(asked));
        QCOMPARE(jobs, 0);
        QCOMPARE(jobsAfter, 1);
        QVERIFY(hasEnded);
        QVERIFY2(window.queue().jobs().last()->outcome().contains("not enough room"), qPrintable(window.queue().jobs().last()->outcome()));
        QCOMPARE(left, QStringList());
        // Where there is room, nothing is asked.
        const BoxAnswer none(QMessageBox::RejectRole);
        page->extract(file(name), ExtractTo::archive);
        QVERIFY(waitForJobs(window));
        QCOMPARE(none.count, 0);
        QVERIFY(QFile::remove(file(name)));
    }

    void the_check_button_keeps_its_width() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.cloop"));
        ImageHeader *header = window.inspectPage()->header();
        QAbstractButton *check = buttonIn(header, "Check"), *next = buttonIn(header, "Mount");
        QVERIFY(check && next);
        const int width = check->width(), x = next->x();
        for (const auto &[isChecking, canGoOn] : {std::pair{true, false}, {false, true}, {false, false}}) {
            header->setChecking(isChecking, canGoOn);
            header->layout()->activate();
            QCOMPARE(check->width(), width);
            QCOMPARE(next->x(), x);
        }
    }

    void a_sum_is_compared_with_the_one_that_came_with_the_image() {
        JobQueue queue;
        QVERIFY(test::write_file(file("right.sha256"), test::run("sha256sum", {"disc.iso"}, {}, path()).out));
        QVERIFY(test::write_file(file("wrong.sha256"), QByteArray(64, '0') + "  disc.iso\n"));
        for (const char *sums : {"right.sha256", "wrong.sha256"}) addSumOfImage(queue, file("disc.iso") + ":/KNOPPIX/KNOPPIX", file(sums));
        QVERIFY(QTest::qWaitFor([&] { return !queue.isBusy(); }, 30'000));
        QVERIFY2(queue.jobs()[0]->outcome().startsWith("The same as in the file: "), qPrintable(queue.jobs()[0]->outcome()));
        QVERIFY(queue.jobs()[1]->state() == Job::State::failed);
    }

    void pages_can_be_reached_again() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.cloop"));
        QVERIFY(take(window, "tree"));
        QVERIFY(window.buildPage()->isVisible());
        for (QAction *action : window.findChildren<QAction *>())
            if (action->shortcut() == QKeySequence(Qt::ALT | Qt::Key_1)) action->trigger();
        QVERIFY(window.inspectPage()->isVisible());
        for (QAction *action : window.findChildren<QAction *>())
            if (action->shortcut() == QKeySequence(Qt::ALT | Qt::Key_2)) action->trigger();
        QVERIFY(window.buildPage()->isVisible());
    }

    void reports_and_pictures_are_saved() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "hurt.cloop"));
        QVERIFY(scan(window));
        InspectPage *page = window.inspectPage();
        for (const auto &[format, name] : {std::pair{DamageView::Format::text, "r.txt"},
                                           {DamageView::Format::json, "r.json"},
                                           {DamageView::Format::csv, "r.csv"},
                                           {DamageView::Format::map, "r.map"}}) {
            QVERIFY(saveReport(page->report(), file(name), format));
            QVERIFY2(QFileInfo(file(name)).size() > 100, name);
        }
        QVERIFY(!saveReport(page->report(), "/nowhere/r.txt", DamageView::Format::text));
        // What was saved is told.
        for (const auto &[menu, name] : {std::pair{"Save as &text…", "told.txt"}, {"Save the &map as a picture…", "told.png"}}) {
            const Chooser chooser(file(name));
            for (QAction *action : window.findChildren<QAction *>())
                if (action->text() == menu) {
                    action->trigger();
                    break;
                }
            QCOMPARE(chooser.count, 1);
            QVERIFY2(window.messages()->said().contains(" is saved: ") && window.messages()->said().contains(name),
                     qPrintable(window.messages()->said()));
        }
        QVERIFY(savePicture(page->opened(), *page->map(), file("map.png")));
        QCOMPARE(QImage(file("map.png")).size(), QSize(1600, 1000));
        QVERIFY(savePicture(page->opened(), *page->map(), file("map.svg")));
        QVERIFY(test::read_file(file("map.svg")).contains("<svg"));
        QVERIFY(!savePicture(page->opened(), *page->map(), "/nowhere/map.png"));
    }

    // ---- export and convert

    void the_content_is_exported_verified_with_its_sum() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.cloop"));
        auto *dialog = new ExportDialog(window.inspectPage()->opened(), window.queue(), &window);
        dialog->setOutput(file("exported.iso"));
        dialog->start();
        QVERIFY(waitForJobs(window));
        QVERIFY2(window.queue().jobs().last()->outcome().contains("verified"), qPrintable(window.queue().jobs().last()->outcome()));
        QVERIFY(test::read_file(file("exported.iso")) == test::read_file(file("tree.iso")));
        QCOMPARE(test::run("sha256sum", {"-c", "exported.iso.sha256"}, {}, path()).status, 0);
    }

    void an_export_of_a_damaged_image_has_zeros_and_lists_them() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "hurt.cloop"));
        auto *dialog = new ExportDialog(window.inspectPage()->opened(), window.queue(), &window);
        dialog->setOutput(file("rest.iso"));
        dialog->start();
        QVERIFY(waitForJobs(window));
        QCOMPARE(cloop({"extract", "hurt.cloop", "expected.iso", "--keep-going"}).status, 2);
        QVERIFY(test::read_file(file("rest.iso")) == test::read_file(file("expected.iso")));
        QVERIFY(window.queue().jobs().last()->outcome().contains("Block "));
    }

    void an_export_never_goes_onto_its_image() {
        MainWindow window;
        window.show();
        QVERIFY(QFile::copy(file("tree.cloop"), file("own.cloop")));
        QVERIFY(take(window, "own.cloop"));
        auto *dialog = new ExportDialog(window.inspectPage()->opened(), window.queue(), &window);
        dialog->setOutput(file("own.cloop"));
        const BoxAnswer yes(QMessageBox::AcceptRole);
        dialog->start();
        QCOMPARE(yes.count, 1);
        QVERIFY(waitForJobs(window));
        QVERIFY(window.queue().jobs().last()->state() == Job::State::failed);
        QVERIFY(test::read_file(file("own.cloop")) == test::read_file(file("tree.cloop")));
    }

    void a_block_of_a_build_tells_of_itself_when_it_is_clicked() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.iso"));
        BuildPage *page = window.buildPage();
        page->choices()->setOutput(file("clicked.cloop"));
        page->start();
        QTRY_VERIFY(page->map()->cells().size() > 2 && !page->map()->cells()[2].isPending());
        page->map()->choose(2, 3);
        QVERIFY(showsText(page, "At 131,072 of the content, 64.0 KiB stored in "));
        QVERIFY(showsText(page, ", " + QString::fromLatin1(encoder_info(page->choices()->options()[0].encoding.encoder).name.data())));
        page->map()->choose(0, 0);
        QVERIFY(!showsText(page, "of the content, 64.0 KiB"));
        QVERIFY(waitForJobs(window));
        QFile::remove(file("clicked.cloop"));
    }

    void little_room_is_told_while_it_builds_where_no_estimate_told_it_before() {
        if (::geteuid() != 0) QSKIP("a small disc takes root");
        MainWindow window;
        window.show();
        QVERIFY(QDir().mkpath(file("small")));
        QCOMPARE(test::run("mount", {"-t", "tmpfs", "-o", "size=64k", "tmpfs", file("small")}).status, 0);
        BuildPage *page = window.buildPage();
        QVERIFY(take(window, "tree.iso"));
        page->choices()->clearEstimates();
        page->choices()->setOutput(file("small/x.cloop"));
        const BoxAnswer none(QMessageBox::RejectRole);
        page->start();
        // Held at its first report, so that it does not fail before it is seen.
        window.queue().jobs().last()->setPaused(true);
        const bool isTold = QTest::qWaitFor([&] { return showsText(page, "There is probably not enough room on the disc: about "); }, 20'000);
        window.queue().cancelAll();
        QVERIFY(waitForJobs(window));
        test::run("umount", {file("small")});
        QVERIFY(QDir().rmdir(file("small")));
        QVERIFY(isTold);
        QCOMPARE(none.count, 0);
    }

    void what_appears_while_a_job_waits_is_not_replaced_data() {
        QTest::addColumn<QString>("output");
        for (const char *output : {"late.cloop", "late.cloop.sha256", "late.iso", "late.iso.sha256", "late.tar.xz", "late.zip"})
            QTest::newRow(output) << output;
    }
    void what_appears_while_a_job_waits_is_not_replaced() {
        QFETCH(QString, output);
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.cloop"));
        // Two that read leave no place for a third; a build is held at its first report.
        window.inspectPage()->startScan();
        const QString folder = file("late");
        QVERIFY(QDir().mkpath(folder));
        window.inspectPage()->extract(folder, ExtractTo::folder, true);
        if (output.contains(".cloop")) {
            BuildPage *page = window.buildPage();
            page->setSource(window.inspectPage()->opened());
            page->choices()->setOutput(file("late.cloop"));
            for (auto *box : page->choices()->findChildren<QCheckBox *>())
                if (box->text().contains("256")) box->setChecked(true);
            page->start();
        } else if (output.contains(".iso")) {
            auto *dialog = new ExportDialog(window.inspectPage()->opened(), window.queue(), &window);
            dialog->setOutput(file("late.iso"));
            dialog->start();
        } else {
            window.inspectPage()->extract(file(output), ExtractTo::archive);
        }
        Job *job = window.queue().jobs().last();
        job->setPaused(true);
        QVERIFY(test::write_file(file(output), "of somebody else"));
        job->setPaused(false);
        QVERIFY(waitForJobs(window));
        QCOMPARE(test::read_file(file(output)), "of somebody else");
        QString said = job->outcome();
        for (const auto *label : window.buildPage()->findChildren<QLabel *>()) said += label->text();
        QVERIFY2(said.contains("already exists. Choose another name."), qPrintable(said));
        for (const char *name : {"late.cloop", "late.cloop.sha256", "late.iso", "late.iso.sha256", "late.tar.xz", "late.zip"})
            QFile::remove(file(name));
        QDir(folder).removeRecursively();
    }

    void a_build_tells_how_other_computers_help() {
        if (!ClusterUse::isPossible()) QSKIP("built without it");
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.iso"));
        BuildPage *page = window.buildPage();
        page->choices()->setOutput(file("helped.cloop"));
        page->choices()->setUsesCluster(true);
        QVERIFY(page->choices()->task().usesCluster);
        QSignalSpy built(page, &BuildPage::built);
        page->start();
        // Held at its first report; the server runs before that.
        window.queue().jobs().last()->setPaused(true);
        QTRY_VERIFY_WITH_TIMEOUT(showsText(page, "cloop worker nats://"), 30'000);
        QVERIFY(showsText(page, "No other computer helps yet."));
        window.queue().jobs().last()->setPaused(false);
        QVERIFY(built.wait(60'000));
        QCOMPARE(cloop({"extract", "helped.cloop", "-"}).out, test::read_file(file("tree.iso")));
        page->choices()->setSource("x", "y", "disc", SourceKind::file, "z");
        QVERIFY(!page->choices()->task().usesCluster);
        QFile::remove(file("helped.cloop"));
    }

    void an_image_is_converted() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.cloop"));
        BuildPage *page = window.buildPage();
        page->setSource(window.inspectPage()->opened());
        QCOMPARE(page->output(), file("tree-converted.cloop"));
        page->choices()->setCustom(ImageFormat::v4, EncoderId::xz, 6, 65536);
        QSignalSpy built(page, &BuildPage::built);
        page->start();
        QVERIFY(built.wait(30'000));
        const QJsonObject info = json(cloop({"info", "tree-converted.cloop", "--json"}));
        QCOMPARE(info["block_size"].toInt(), 65536);
        QCOMPARE(cloop({"extract", "tree-converted.cloop", "-"}).out, test::read_file(file("tree.iso")));
    }

    // ---- build

    void custom_choices_are_what_is_built() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree"));
        BuildPage *page = window.buildPage();
        page->choices()->setOutput(file("custom.cloop"));
        page->choices()->setCustom(ImageFormat::v4_stream, EncoderId::lz4hc, 12, 16384);
        QSignalSpy built(page, &BuildPage::built);
        page->start();
        QVERIFY(built.wait(30'000));
        const QJsonObject info = json(cloop({"info", "custom.cloop", "--json"}));
        QCOMPARE(info["head"].toString(), "last");
        QCOMPARE(info["block_size"].toInt(), 16384);
        QVERIFY(info["codecs"].toObject().contains("lz4"));
    }

    void what_is_chosen_to_be_left_out_is() {
        QVERIFY(QDir(path()).mkpath("system/var/cache/old") && QDir(path()).mkpath("system/mounted"));
        QVERIFY(test::write_file(file("system/kept.c"), "int main;\n") && test::write_file(file("system/left.o"), "object") &&
                test::write_file(file("system/var/cache/old/x"), "x"));
        QVERIFY(test::write_file(file("patterns.txt"), "# built\n*.o\r\n"));
        if (::geteuid() == 0) QCOMPARE(::chown(QFile::encodeName(file("system/kept.c")).constData(), 1000, 1000), 0);
        MainWindow window;
        window.show();
        QVERIFY(take(window, "system"));
        BuildPage *page = window.buildPage();
        SourceChoices *choices = page->choices()->ofSource();
        // An invalid pattern is reported beside the patterns, and nothing is built.
        choices->setPatterns("/");
        QCOMPARE(choices->filter().error().code, ErrorCode::invalid_pattern);
        page->start();
        QVERIFY(!page->isBuilding());
        choices->setPatterns(QString::fromStdString(SourceFilter::read_list(file("patterns.txt").toStdString()).value()) +
                             "/var/cache/*\n/no/such/place");
        for (auto *box : choices->findChildren<QCheckBox *>()) box->setChecked(true);
        choices->filesystemBox()->setCurrentIndex(1);
        const bool isRoot = ::geteuid() == 0;
        if (isRoot) {
            QCOMPARE(test::run("mount", {"-t", "tmpfs", "tmpfs", file("system/mounted")}).status, 0);
            QVERIFY(test::write_file(file("system/mounted/left"), "elsewhere"));
        }
        QSignalSpy built(page, &BuildPage::built);
        page->start();
        const bool isBuilt = built.wait(30'000);
        if (isRoot) test::run("umount", {file("system/mounted")});
        QVERIFY(isBuilt);
        const QByteArray listing = cloop({"ls", "-lR", "system.cloop"}).out;
        QVERIFY2(listing.contains("kept.c") && listing.contains("cache") && listing.contains("mounted"), listing.constData());
        QVERIFY2(!listing.contains("left") && !listing.contains("old"), listing.constData());
        const QJsonArray nodes = QJsonDocument::fromJson(cloop({"ls", "-lR", "--json", "system.cloop"}).out).array();
        QVERIFY(!nodes.isEmpty());
        for (const QJsonValue &node : nodes) QCOMPARE(node["uid"].toInt(-1), 0);
        // What matched nothing is told with the result.
        QVERIFY(showsText(page, "/no/such/place"));
        QVERIFY(cloop({"info", "system.cloop"}).out.contains("EROFS"));
        // Another source begins without all that.
        QVERIFY(take(window, "tree"));
        QVERIFY(choices->filter()->is_empty() && !choices->owner() && choices->filesystem() == TreeKind::iso9660);
    }

    void a_split_image_is_built_and_opened() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree"));
        BuildPage *page = window.buildPage();
        page->choices()->setOutput(file("parts"));
        page->choices()->setSplit(400 << 10);
        QSignalSpy built(page, &BuildPage::built);
        page->start();
        QVERIFY(built.wait(30'000));
        QCOMPARE(built[0][0].toString(), file("parts.000"));
        QVERIFY(QFileInfo(file("parts.000")).size() < 400 << 10);
        QVERIFY(take(window, "parts.000"));
        QVERIFY(window.inspectPage()->isVisible());
    }

    void estimates_come_for_every_preset_and_come_close() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree"));
        QSignalSpy estimated(window.buildPage(), &BuildPage::estimated);
        QVERIFY(estimated.wait(40'000));
        const auto labels = window.buildPage()->choices()->findChildren<QLabel *>();
        QCOMPARE(std::ranges::count_if(labels, [](const QLabel *label) { return label->text().contains("iB\n"); }), 3);
    }

    void what_is_there_is_replaced_only_when_one_says_so() {
        MainWindow window;
        window.show();
        QVERIFY(test::write_file(file("there.cloop"), "mine"));
        QVERIFY(take(window, "tree"));
        BuildPage *page = window.buildPage();
        page->choices()->setOutput(file("there.cloop"));
        {
            const BoxAnswer no(QMessageBox::RejectRole);
            page->start();
            QCOMPARE(no.count, 1);
        }
        QVERIFY(!page->isBuilding());
        QCOMPARE(test::read_file(file("there.cloop")), "mine");
        const BoxAnswer yes(QMessageBox::AcceptRole);
        QSignalSpy built(page, &BuildPage::built);
        page->start();
        QVERIFY(built.wait(30'000));
        QVERIFY(test::read_file(file("there.cloop")).startsWith("#!/bin/sh"));
    }

    void stopping_asks_only_where_much_would_be_lost() {
        const BoxAnswer no(QMessageBox::RejectRole);
        QVERIFY(mayStop(nullptr, "Build", 59));
        QCOMPARE(no.count, 0);
        QVERIFY(!mayStop(nullptr, "Build", 61));
        QCOMPARE(no.count, 1);
        JobQueue queue;
        Job *job = queue.add(JobOrder{.title = "fresh", .kind = JobKind::sum}, [](const std::stop_token &stop, const ProgressSink &) -> Result<int> {
            while (!stop.stop_requested()) QThread::msleep(1);
            return cloop::fail(ErrorCode::cancelled);
        }, [](const Result<int> &) { return QString(); });
        stopJob(nullptr, *job);
        QTRY_VERIFY(job->state() == Job::State::stopped);
        QCOMPARE(no.count, 1);
    }

    void no_room_and_no_permission_are_told_in_the_window() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree"));
        BuildPage *page = window.buildPage();
        page->choices()->setOutput("/proc/nowhere/x.cloop");
        QSignalSpy failed(page, &BuildPage::failed);
        page->start();
        QVERIFY(!failed.isEmpty() || failed.wait(10'000));
        // At one place alone: on the page.
        QVERIFY(showsText(page, "/proc/nowhere") && showsText(page, "Not built"));
        QCOMPARE(window.messages()->said(), QString());
        // A disc that is too small is asked about, where there is an estimate already, and told when it is full.
        const BoxAnswer yes(QMessageBox::AcceptRole);
        if (::geteuid() != 0) QSKIP("a small disc takes root");
        QVERIFY(QDir().mkdir(file("small")));
        QCOMPARE(test::run("mount", {"-t", "tmpfs", "-o", "size=64k", "tmpfs", file("small")}).status, 0);
        page->choices()->setOutput(file("small/x.cloop"));
        failed.clear();
        page->start();
        const bool hasFailed = !failed.isEmpty() || failed.wait(20'000);
        const QStringList left = QDir(file("small")).entryList(QDir::Files | QDir::Hidden);
        test::run("umount", {file("small")});
        QVERIFY(hasFailed);
        QVERIFY(showsText(page, "not enough room"));
        QCOMPARE(left, QStringList());
    }

    void choices_for_one_source_are_not_carried_to_the_next() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree"));
        BuildChoices *choices = window.buildPage()->choices();
        const BuildTask before = choices->task();
        for (auto *box : choices->findChildren<QCheckBox *>()) box->toggle();
        choices->setSplit(700 << 20);
        choices->setCustom(ImageFormat::v4, EncoderId::xz, 6, 16384);
        for (auto *more : choices->findChildren<QToolButton *>()) more->setChecked(true);
        QVERIFY(buttonIn(choices, "Go on past what can't be read"));
        for (auto *threads : choices->findChildren<QSpinBox *>()) threads->stepUp();
        QVERIFY(choices->task().build.keep_going && !choices->task().build.options.verify && choices->task().build.split);
        QVERIFY(take(window, "tree.iso"));
        const BuildTask after = choices->task();
        QCOMPARE(choices->preset(), 0);
        QVERIFY(!buttonIn(choices, "Go on past what can't be read"));
        QCOMPARE(choices->options().size(), std::size_t(3));
        choices->setPreset(BuildChoices::custom);
        QVERIFY(choices->options()[3].format == ImageFormat::v2 && choices->options()[3].block_size == 65536);
        QVERIFY(!after.build.keep_going && !after.build.split && !after.writeSum && !after.build.owner);
        QVERIFY(after.build.options.verify);
        QCOMPARE(after.build.options.threads, before.build.options.threads);
    }

    void more_options_are_in_sight_when_they_are_opened() {
        MainWindow window;
        window.resize(1024, 600);
        window.show();
        QVERIFY(take(window, "tree"));
        buttonIn(window.buildPage(), "More options")->click();
        const auto isInSight = [&](const QString &text) {
            const QAbstractButton *button = buttonIn(window.buildPage(), text);
            return button && button->visibleRegion().boundingRect() == button->rect();
        };
        QTRY_VERIFY(isInSight("More options") && isInSight("All files belong to root"));
    }

    void a_name_with_a_number_says_why() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree"));
        BuildPage *page = window.buildPage();
        QVERIFY(page->output() != file("tree.cloop"));
        QVERIFY(showsText(page, "tree.cloop exists already"));
        page->choices()->setOutput(file("mine.cloop"));
        QVERIFY(!showsText(page, "exists already"));
        QVERIFY(test::write_file(file("fresh.txt"), "words"));
        QVERIFY(take(window, "fresh.txt"));
        QVERIFY(!showsText(page, "exists already"));
    }

    void an_arrow_leads_back_from_a_build_data() {
        QTest::addColumn<bool>("is_built");
        QTest::newRow("the choices") << false;
        QTest::newRow("the result") << true;
    }
    void an_arrow_leads_back_from_a_build() {
        QFETCH(bool, is_built);
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree"));
        BuildPage *page = window.buildPage();
        page->choices()->setOutput(file("left.cloop"));
        QSignalSpy built(page, &BuildPage::built);
        if (is_built) {
            page->start();
            QVERIFY(built.wait(30'000));
        }
        auto *back = page->findChild<BackButton *>();
        QVERIFY(back && back->isVisible());
        back->click();
        QVERIFY(window.startPage()->isVisible());
        QFile::remove(file("left.cloop"));
    }

    void a_wheel_that_passes_changes_no_choice() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree"));
        for (auto *spin : window.buildPage()->choices()->findChildren<QSpinBox *>()) {
            const int before = spin->value();
            const QPointF point(4, 4);
            for (const int turn : {120, -120, -120}) {
                QWheelEvent wheel(point, spin->mapToGlobal(point), {}, {0, turn}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
                QApplication::sendEvent(spin, &wheel);
            }
            QCOMPARE(spin->value(), before);
        }
    }

    void a_name_without_a_suffix_gets_one_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("taken");
        QTest::newRow("none") << "/tmp/a/debian" << "/tmp/a/debian.cloop";
        QTest::newRow("digits are none") << "/tmp/a/debian-12.5" << "/tmp/a/debian-12.5.cloop";
        QTest::newRow("its own") << "/tmp/a/debian.cloop" << "/tmp/a/debian.cloop";
        QTest::newRow("another") << "/tmp/a/debian.img" << "/tmp/a/debian.img";
        QTest::newRow("a folder") << "/tmp/" << "/tmp/";
        QTest::newRow("a folder without a slash") << "/tmp" << "/tmp";
    }
    void a_name_without_a_suffix_gets_one() {
        QFETCH(QString, typed);
        QFETCH(QString, taken);
        OutputChoice place;
        place.setPath(typed);
        place.complete();
        QCOMPARE(place.path(), taken);
        // Parts have numbers instead.
        place.setSplit(true);
        place.setPath(typed);
        place.complete();
        QCOMPARE(place.path(), typed);
    }

    void a_place_that_can_not_be_is_told_before_the_start() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree"));
        BuildPage *page = window.buildPage();
        QAbstractButton *build = buttonIn(page, "Build");
        QVERIFY(build && build->isEnabled());
        page->choices()->setOutput(file("tree/sub/inside.cloop"));
        QVERIFY(!build->isEnabled() && showsText(page, "the image would contain itself"));
        page->choices()->setOutput("relative.cloop");
        QVERIFY(!build->isEnabled() && showsText(page, "needs its folder"));
        page->start();
        QVERIFY(!page->isBuilding());
        page->choices()->setOutput(file("tree-beside.cloop"));
        QVERIFY(build->isEnabled() && showsText(page, "are free"));
        // Of a file nothing lies inside.
        QVERIFY(take(window, "tree.iso"));
        page->choices()->setOutput(file("tree/sub/inside.cloop"));
        QVERIFY(build->isEnabled());
    }

    void a_rough_estimate_waits_for_a_closer_one() {
        BuildChoices choices;
        choices.show();
        choices.setPreset(0);
        choices.beginEstimates();
        QVERIFY(showsText(&choices, "estimating"));
        choices.showEstimate(0, {.content_size = 9000, .image_size = 5000, .low = 1000, .high = 8000, .sampled = 5});
        QCOMPARE(choices.likelySize(), std::uint64_t(0));
        choices.showEstimate(0, {.content_size = 9000, .image_size = 5120, .low = 4096, .high = 6000, .sampled = 50});
        QCOMPARE(choices.likelySize(), std::uint64_t(5120));
        QVERIFY(showsText(&choices, "4.0 KiB to 5.9 KiB"));
        // What stays rough is shown when no better one will come.
        choices.showEstimate(1, {.content_size = 9000, .image_size = 5000, .low = 1024, .high = 8192, .sampled = 5});
        QVERIFY(!showsText(&choices, "1.0 KiB to 8.0 KiB"));
        choices.endEstimates();
        QVERIFY(showsText(&choices, "1.0 KiB to 8.0 KiB"));
    }

    void too_little_room_is_seen_before_the_start() {
        BuildChoices choices;
        choices.show();
        choices.setOutput(file("large.cloop"));
        const auto room = [&] {
            for (const QLabel *label : choices.findChildren<QLabel *>())
                if (label->text().contains("are free")) return label;
            return static_cast<const QLabel *>(nullptr);
        };
        QVERIFY(room());
        choices.showEstimate(0, {.image_size = 1 << 20, .low = 1 << 20, .high = 1 << 20, .sampled = 100});
        QVERIFY(room()->text().contains("1.0 MiB"));
        QCOMPARE(room()->palette().color(QPalette::WindowText), toneColour(QApplication::palette(), Tone::neutral));
        choices.showEstimate(0, {.image_size = 1ull << 60, .low = 1ull << 60, .high = 1ull << 60, .sampled = 100});
        QCOMPARE(room()->palette().color(QPalette::WindowText), toneColour(QApplication::palette(), Tone::bad));
    }

    void what_can_not_be_read_is_named_and_can_be_left_out() {
        std::vector<test::TarEntry> entries{{"x", "1"}};
        for (int i = 0; i < 23; ++i) entries.push_back({"x/" + QByteArray::number(i), "2"});
        entries.push_back({"whole", "3"});
        QVERIFY(test::write_file(file("odd.tar"), test::tar_of(entries)));
        MainWindow window;
        window.show();
        QVERIFY(take(window, "odd.tar"));
        BuildPage *page = window.buildPage();
        QSignalSpy failed(page, &BuildPage::failed), built(page, &BuildPage::built);
        page->start();
        QVERIFY(!failed.isEmpty() || failed.wait(10'000));
        QVERIFY(showsText(page, "1 part(s) of the source can't be read") && showsText(page, "x/0") && buttonIn(page, "Try again"));
        QCOMPARE(window.messages()->said(), QString());
        QVERIFY(buttonIn(page, "Build without them"));
        buttonIn(page, "Build without them")->click();
        QVERIFY(built.wait(20'000));
        QVERIFY(showsText(page, "23 part(s) of the source") && showsText(page, "x/19") && showsText(page, "and 3 more, in the log"));
        QVERIFY(showsText(page, "Verified") && !showsText(page, "x/20") && !buttonIn(page, "Build without them"));
        QCOMPARE(cloop({"cat", "odd.cloop", "/whole"}).out, QByteArray("3"));
        // Each of them is in the log, and what was asked for.
        const QString log = window.queue().log().join('\n');
        QVERIFY2(log.contains("x/22") && log.contains("--keep-going") && log.contains("Source: " + file("odd.tar")) && log.contains("Cloopsmith "),
                 qPrintable(log));
        // For this build alone.
        QVERIFY(!page->choices()->task().build.keep_going);
    }

    void a_result_is_verified_and_its_sum_can_be_copied() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree"));
        BuildPage *page = window.buildPage();
        page->choices()->setOutput(file("summed"));
        QSignalSpy built(page, &BuildPage::built);
        page->start();
        QVERIFY(built.wait(30'000));
        QCOMPARE(built[0][0].toString(), file("summed.cloop"));
        QVERIFY(showsText(page, "Verified") && buttonIn(page, "Show in folder"));
        QTRY_VERIFY(!page->isBuilding());
        buttonIn(page, "Copy SHA-256 of the image")->click();
        QVERIFY(waitForJobs(window));
        const QByteArray sum = test::run("sha256sum", {"summed.cloop"}, {}, path()).out.left(64);
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), QString::fromLatin1(sum));
        // The form comes back with a name that is not taken.
        buttonIn(page, "Build another")->click();
        QVERIFY(buttonIn(page, "Build"));
        QCOMPARE(page->output(), file("summed-2.cloop"));
    }

    void a_second_build_waits_for_the_first_which_stays_in_sight() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree"));
        BuildPage *page = window.buildPage();
        page->choices()->setOutput(file("first.cloop"));
        page->start();
        // Held, so that it is not done before the second is asked for.
        Job *first = window.queue().jobs().last();
        first->setPaused(true);
        QCOMPARE(page->job(), first);
        // The form is free for another, which takes no place that is taken.
        QVERIFY(take(window, "tree.iso"));
        QVERIFY(buttonIn(page, "Build") && showsText(page, "first.cloop is being built"));
        page->choices()->setOutput(file("first.cloop"));
        page->start();
        QVERIFY(showsText(page, "Another build writes to that place"));
        page->choices()->setOutput(file("second.cloop"));
        QSignalSpy built(page, &BuildPage::built);
        page->start();
        QCOMPARE(window.queue().jobs().size(), 2);
        QCOMPARE(page->job(), first);
        QVERIFY(showsText(page, "Next: second.cloop"));
        first->setPaused(false);
        QTRY_COMPARE_WITH_TIMEOUT(built.size(), 2, 60'000);
        QVERIFY(QFile::exists(file("first.cloop")) && QFile::exists(file("second.cloop")));
        QCOMPARE(page->job(), first);
    }

    void a_block_of_the_build_says_how_it_is_stored() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree"));
        BuildPage *page = window.buildPage();
        page->choices()->setOutput(file("told.cloop"));
        QSignalSpy built(page, &BuildPage::built);
        page->start();
        QVERIFY(built.wait(30'000));
        QHelpEvent help(QEvent::ToolTip, QPoint(3, 3), page->map()->viewport()->mapToGlobal(QPoint(3, 3)));
        QApplication::sendEvent(page->map()->viewport(), &help);
        QTRY_VERIFY(QToolTip::text().startsWith("Block 0: stored in "));
    }

    void the_map_of_a_build_counts_what_is_stored_and_what_is_verified_data() {
        QTest::addColumn<bool>("is_verified");
        QTest::newRow("verified") << true;
        QTest::newRow("not verified") << false;
    }
    void the_map_of_a_build_counts_what_is_stored_and_what_is_verified() {
        QFETCH(bool, is_verified);
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree"));
        BuildPage *page = window.buildPage();
        page->choices()->setOutput(file(is_verified ? "verified.cloop" : "unverified.cloop"));
        for (auto *box : page->choices()->findChildren<QCheckBox *>())
            if (box->text().contains("compare")) box->setChecked(is_verified);
        auto *legend = page->findChild<MapLegend *>();
        QSignalSpy built(page, &BuildPage::built);
        page->start();
        // Held at one report after the other, until the first of the blocks is told of, so that it is not done before it was looked at.
        Job *job = window.queue().jobs().last();
        const auto step = [&] {
            job->setPaused(false);
            job->setPaused(true);
            return legend->accessibleName().contains("not stored yet");
        };
        QVERIFY(QTest::qWaitFor(step, 30'000));
        QVERIFY(page->map()->describe(page->map()->cells().size() - 1, page->map()->cells().size()).contains("not stored yet"));
        job->setPaused(false);
        QVERIFY(built.wait(30'000));
        const QString all = QLocale().toString(qulonglong(page->map()->cells().size()));
        QCOMPARE(legend->accessibleName(), is_verified ? "Legend: stored in 0 to 100 %, " + all + " sound, 0 damaged"
                                                       : "Legend: stored in 0 to 100 %, " + all + " not checked");
        const QString told = page->map()->describe(0, 2);
        QVERIFY2(told.startsWith("Blocks 0 to 1: stored in ") && told.endsWith(is_verified ? "sound" : "not checked"), qPrintable(told));
    }

    void a_source_that_changes_under_way_is_told() {
        MainWindow window;
        window.show();
        QVERIFY(QFile::copy(file("tree.iso"), file("growing.iso")));
        QVERIFY(take(window, "growing.iso"));
        BuildPage *page = window.buildPage();
        page->choices()->setPreset(2);
        QSignalSpy failed(page, &BuildPage::failed);
        page->start();
        QTest::qWait(50);
        QFile grown(file("growing.iso"));
        QVERIFY(grown.open(QIODevice::Append));
        grown.write(QByteArray(100'000, 'x'));
        grown.close();
        QVERIFY(failed.wait(30'000));
        QVERIFY(showsText(page, "changed while"));
        QVERIFY(!QFile::exists(file("growing.cloop")));
    }

    // ---- jobs

    void every_kind_of_job_is_stopped_at_random_moments() {
        MainWindow window;
        window.show();
        QRandomGenerator random(5);
        QVERIFY(take(window, "tree.cloop"));
        QVERIFY(QDir().mkpath(file("stopped")));
        InspectPage *page = window.inspectPage();
        for (int round = 0; round < 3; ++round) {
            const QList<std::function<void()>> starts{
                [&] { page->startScan(); },
                [&] { page->extract(file("stopped"), ExtractTo::folder); },
                [&] { page->extract(file("stopped.tar.xz"), ExtractTo::archive); },
                [&] { page->extract(file("stopped.zip"), ExtractTo::archive); },
                [&] {
                    auto *dialog = new ExportDialog(page->opened(), window.queue(), &window);
                    dialog->setOutput(file("stopped.iso"));
                    dialog->start();
                },
                [&] {
                    window.buildPage()->setSource(page->opened());
                    window.buildPage()->choices()->setOutput(file("stopped.cloop"));
                    window.buildPage()->choices()->setPreset(2);
                    window.buildPage()->start();
                },
            };
            for (const auto &start : starts) {
                start();
                QTest::qWait(int(random.bounded(120)));
                window.queue().cancelAll();
                QVERIFY(QTest::qWaitFor([&] { return !window.queue().isBusy(); }, 30'000));
                const Job *job = window.queue().jobs().last();
                QVERIFY2(job->state() != Job::State::failed, qPrintable(job->title() + job->outcome()));
                const QString output = job->output();
                if (job->state() == Job::State::stopped && output != file("stopped"))
                    QVERIFY2(output.isEmpty() || !QFile::exists(output), qPrintable(output));
                if (output != file("stopped")) QFile::remove(output);
                QFile::remove(output + ".sha256");
            }
        }
        QCOMPARE(strays(), QStringList());
    }

    void jobs_open_above_their_button_and_close_again() {
        MainWindow window;
        window.resize(1024, 600);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(take(window, "tree.cloop"));
        auto *popover = window.findChild<JobsPopover *>();
        QAbstractButton *button = buttonIn(&window, "Jobs");
        QVERIFY(popover && button && !popover->isVisible());
        button->click();
        QVERIFY(popover->isVisible() && showsText(popover, "No job is running."));
        QTest::keyClick(&window, Qt::Key_Escape);
        QVERIFY(!popover->isVisible());
        for (int i = 0; i < 9; ++i) {
            QVERIFY(QDir().mkpath(file("rows")));
            window.inspectPage()->extract(file("rows"), ExtractTo::folder);
        }
        // It opens by itself for what no page shows.
        QTRY_VERIFY(popover->isVisible());
        QVERIFY(waitForJobs(window));
        QTRY_VERIFY(popover->height() > 200);
        QVERIFY(popover->height() <= 360 && popover->width() == 420);
        QVERIFY(window.rect().contains(popover->geometry()));
        for (const auto *tool : popover->findChildren<QToolButton *>()) QVERIFY(!tool->accessibleName().isEmpty() && !tool->toolTip().isEmpty());
        QTest::mouseClick(window.inspectPage()->map()->viewport(), Qt::LeftButton, Qt::NoModifier, QPoint(50, 50));
        QVERIFY(!popover->isVisible() && !button->isChecked());
        button->click();
        buttonIn(popover, "Remove ended")->click();
        QTRY_VERIFY(showsText(popover, "No job is running."));
        buttonIn(popover, "Log…")->click();
        auto *log = window.findChild<LogDialog *>();
        QVERIFY(log && showsText(log, window.queue().logFile().path()));
        QVERIFY(QFile::exists(window.queue().logFile().path()));
    }

    void the_last_job_is_not_told_beside_another_image() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.cloop"));
        QVERIFY(scan(window));
        QVERIFY(showsText(window.statusBar(), "Check tree.cloop"));
        QVERIFY(take(window, "hurt.cloop"));
        QVERIFY(!showsText(window.statusBar(), "tree.cloop"));
        QVERIFY(scan(window));
        QVERIFY(showsText(window.statusBar(), "Check hurt.cloop"));
        QVERIFY(take(window, "tree"));
        QVERIFY(!showsText(window.statusBar(), "hurt.cloop"));
    }

    void a_folder_that_nothing_can_show_is_named() {
        // A handler that isn't there is as no file manager.
        QDesktopServices::setUrlHandler("file", this, "nothing");
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree"));
        BuildPage *page = window.buildPage();
        page->choices()->setOutput(file("unseen.cloop"));
        QSignalSpy built(page, &BuildPage::built);
        page->start();
        QVERIFY(built.wait(30'000));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression("No such method"));
        buttonIn(page, "Show in folder")->click();
        QTRY_COMPARE(window.messages()->said().remove(QChar(0x2066)).remove(QChar(0x2069)), "No file manager was found that opens " + path() + ".");
        QDesktopServices::unsetUrlHandler("file");
        QFile::remove(file("unseen.cloop"));
    }

    void leaving_with_jobs_asks() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree"));
        window.buildPage()->choices()->setOutput(file("leaving.cloop"));
        window.buildPage()->choices()->setPreset(2);
        window.buildPage()->start();
        // Paused, so that it does not end before the question.
        window.queue().jobs().last()->setPaused(true);
        {
            const BoxAnswer no(QMessageBox::RejectRole);
            QVERIFY(!window.close());
            QCOMPARE(no.count, 1);
        }
        QVERIFY(window.isVisible());
        const BoxAnswer yes(QMessageBox::AcceptRole);
        QVERIFY(window.close());
        QCOMPARE(yes.count, 1);
        QTRY_VERIFY(!window.queue().isBusy());
        QFile::remove(file("leaving.cloop"));
    }

    // ---- accessibility and languages

    void a_screen_reader_finds_names_roles_and_the_damage() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "hurt.cloop"));
        InspectPage *page = window.inspectPage();
        QVERIFY(scan(window));
        QStringList nameless;
        int seen = 0;
        walk(QAccessible::queryAccessibleInterface(&window), [&](QAccessibleInterface *at) {
            if (!at->state().focusable || at->state().invisible || at->role() == QAccessible::Window) return;
            ++seen;
            if (at->text(QAccessible::Name).isEmpty())
                nameless << QString("%1 %2").arg(at->role()).arg(at->object() ? at->object()->metaObject()->className() : "");
        });
        QVERIFY(seen > 10);
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join("\n")));
        // The list of what is lost is the check's own.
        const auto lists = page->damage()->findChildren<QTreeView *>();
        auto *tree = *std::ranges::find(lists, static_cast<const QAbstractItemModel *>(page->damage()->model()), &QTreeView::model);
        QAccessibleTableInterface *table = QAccessible::queryAccessibleInterface(tree)->tableInterface();
        QVERIFY(table);
        QSet<QString> read;
        for (int row = 0; row < table->rowCount(); ++row) read << table->cellAt(row, 0)->text(QAccessible::Name);
        int ranges = 0;
        for (const QJsonValue &range : json(cloop({"verify", "hurt.cloop", "--json"}))["damaged_ranges"].toArray()) {
            const int first = range["first_block"].toInt(), last = range["last_block"].toInt();
            const QString name = first == last ? QString("Block %1").arg(QLocale().toString(first))
                                               : QString("Blocks %1 to %2").arg(QLocale().toString(first), QLocale().toString(last));
            QVERIFY2(read.contains(name), qPrintable(name));
            ++ranges;
        }
        QCOMPARE(page->damage()->model()->rowCount(), ranges);
        QVERIFY(page->map()->accessibleDescription().contains("damaged"));
    }

    void it_works_from_right_to_left_in_a_longer_language() {
        PseudoLocale pseudo;
        QCoreApplication::installTranslator(&pseudo);
        QApplication::setLayoutDirection(Qt::RightToLeft);
        {
            MainWindow window;
            window.resize(1180, 740);
            window.show();
            QVERIFY(take(window, "hurt.cloop"));
            InspectPage *page = window.inspectPage();
            QVERIFY(scan(window));
            // The details are on the left; the map still runs from left to right, as the disc does.
            page->showView(page->mapPanel());
            QVERIFY(page->details()->mapTo(&window, QPoint()).x() < page->map()->mapTo(&window, QPoint()).x());
            QVERIFY(page->map()->layoutDirection() == Qt::LeftToRight);
            QTest::mouseClick(page->map()->viewport(), Qt::LeftButton, Qt::NoModifier, QPoint(3, 3));
            QCOMPARE(page->map()->chosen().first, std::size_t(0));
            // All texts are translated, and none is lost.
            for (const QPushButton *button : page->findChildren<QPushButton *>())
                if (!button->text().isEmpty()) QVERIFY2(button->text().contains(QString::fromUtf8("שלום")), qPrintable(button->text()));
            QVERIFY(take(window, "tree"));
            QVERIFY(window.buildPage()->isVisible());
            QVERIFY(window.minimumSizeHint().width() <= 1180);
        }
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QCoreApplication::removeTranslator(&pseudo);
    }

    void words_of_a_wide_button_stand_in_its_middle_data() {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("left to right") << Qt::LeftToRight;
        QTest::newRow("right to left") << Qt::RightToLeft;
    }
    void words_of_a_wide_button_stand_in_its_middle() {
        QFETCH(Qt::LayoutDirection, direction);
        MirroredStyle style;
        QPushButton button(icon("folder"), "&Show in folder");
        button.setStyle(&style);
        button.setLayoutDirection(direction);
        button.resize(400, 32);
        const QImage shown = button.grab().toImage();
        button.setIcon({});
        button.setText({});
        const QImage empty = button.grab().toImage();
        QRect ink;
        for (int y = 0; y < shown.height(); ++y)
            for (int x = 0; x < shown.width(); ++x)
                if (shown.pixel(x, y) != empty.pixel(x, y)) ink |= QRect(x, y, 1, 1);
        QVERIFY(ink.width() > 60);
        QVERIFY2(std::abs(ink.left() - (399 - ink.right())) <= 8, qPrintable(QString("%1 to %2").arg(ink.left()).arg(ink.right())));
    }

    void labels_stand_where_lines_begin_whatever_they_say_data() {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<QString>("name");
        // Words of the other direction than the window.
        QTest::newRow("right to left") << Qt::RightToLeft << "folder";
        QTest::newRow("left to right") << Qt::LeftToRight << QString::fromUtf8("שלום");
    }
    void labels_stand_where_lines_begin_whatever_they_say() {
        QFETCH(Qt::LayoutDirection, direction);
        QFETCH(QString, name);
        QVERIFY(QDir().mkpath(file(name)) && test::write_file(file(name + "/file"), "x"));
        QApplication::setLayoutDirection(direction);
        QStringList wrong;
        int count = 0;
        {
            MainWindow window;
            window.resize(1180, 740);
            window.show();
            BuildPage *page = window.buildPage();
            const bool isTaken = take(window, name);
            page->choices()->ofSource()->setPatterns("/");
            for (auto *button : page->choices()->findChildren<QToolButton *>()) button->setChecked(true);
            QCoreApplication::processEvents();
            if (!isTaken) wrong << "not taken";
            for (QLabel *label : page->findChildren<QLabel *>()) {
                // Estimates end at the other edge.
                if (!label->isVisible() || label->text().isEmpty() || label->text().contains('\n')) continue;
                const QRect ink = inkOf(label->grab().toImage());
                const int left = ink.left(), right = label->width() - 1 - ink.right();
                // One that is as wide as its words stands everywhere.
                if (left + right < 8) continue;
                ++count;
                if (direction == Qt::RightToLeft ? right > left : left > right)
                    wrong << QString("%1: %2 left of it, %3 right").arg(label->text()).arg(left).arg(right);
            }
        }
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
        QVERIFY2(count > 10, qPrintable(QString::number(count)));
    }

    void a_small_screen_has_room_for_every_page() {
        MainWindow window;
        window.resize(1024, 560);
        window.show();
        QVERIFY(take(window, "tree"));
        const QAbstractButton *build = buttonIn(&window, "Build");
        QVERIFY(build && build->visibleRegion().boundingRect() == build->rect());
        QCOMPARE(window.size(), QSize(1024, 560));
        QVERIFY2(window.minimumSizeHint().width() <= 1024 && window.minimumSizeHint().height() <= 560,
                 qPrintable(QString("%1 x %2").arg(window.minimumSizeHint().width()).arg(window.minimumSizeHint().height())));
    }
};

QTEST_MAIN(PagesTest)
#include "pages_test.moc"
