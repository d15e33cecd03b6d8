// SPDX-License-Identifier: GPL-3.0-or-later
// The window end to end: real images, drags, keys and mouse, on a virtual screen.

#include "jobs/job_queue.h"
#include "platform/desktop_services.h"
#include "support/window_folder.h"
#include "views/blocks_view.h"
#include "views/build_choices.h"
#include "views/build_page.h"
#include "views/details_pane.h"
#include "views/damage_view.h"
#include "views/image_header.h"
#include "views/inspect_page.h"
#include "views/map_legend.h"
#include "views/map_panel.h"
#include "views/map_view.h"
#include "views/message_bar.h"
#include "views/mounted_row.h"
#include "views/mounts_popover.h"
#include "views/row_button.h"
#include "views/spiral_view.h"
#include "views/start_page.h"
#include "views/state_chip.h"

#include <QClipboard>
#include <QDBusConnection>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenuBar>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QSignalSpy>
#include <QSplitter>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <mutex>

#include <unistd.h>

#include <QTemporaryFile>

using namespace cloop;
using namespace cloop::desktop;
using cloop::test::WindowFolder;

/// Stands in for the desktop's notifications.
class Notifications : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QStringList told;  ///< titles

public slots:
    uint Notify(const QString &, uint, const QString &, const QString &title, const QString &, const QStringList &, const QVariantMap &, int) {
        told << title;
        return uint(told.size());
    }
};

class WindowTest : public QObject, protected WindowFolder {
    Q_OBJECT

public:
    WindowTest() : WindowFolder(BIN_DIR, VECTORS) {}

private slots:
    void initTestCase() {
        QVERIFY(make_tree());
        QCOMPARE(cloop({"create", "tree", "tree.cloop", "-B", "4K"}).status, 0);
        QCOMPARE(cloop({"create", VECTORS "/mixed.bin", "mixed.cloop"}).status, 0);
        QVERIFY(test::write_file(file("text.txt"), "no image at all\n"));
        QByteArray bytes = test::read_file(file("tree.cloop"));
        for (const int at : {200'000, 200'100, 400'000, 600'000}) bytes[at] = char(bytes[at] ^ 0x55);
        QVERIFY(test::write_file(file("hurt.cloop"), bytes));
    }

    void init() { forget_checks(); }

    void the_start_page_says_what_to_do() {
        MainWindow window;
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(window.startPage()->isVisible());
        QCOMPARE(window.windowTitle(), QString("Cloopsmith"));
    }

    void one_click_leads_from_the_start_page_to_what_is_wanted() {
        StartPage page;
        page.setDrives({{"/dev/sr0", "R&B", 4'000'000'000}});
        page.resize(900, 700);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QSignalSpy build(&page, &StartPage::buildWanted), open(&page, &StartPage::openWanted), drive(&page, &StartPage::driveWanted);
        for (RowButton *row : page.findChildren<RowButton *>()) {
            QVERIFY(row->isVisible());
            QVERIFY(!row->accessibleDescription().isEmpty());
            QTest::mouseClick(row, Qt::LeftButton);
        }
        QCOMPARE(build, (QList<QVariantList>{{true}, {false}}));
        QCOMPARE(open.size(), 1);
        QTRY_COMPARE(drive, (QList<QVariantList>{{"/dev/sr0"}}));
        QCOMPARE(page.findChildren<RowButton *>().last()->text(), "Disc in the drive: R&&B");
        page.setDrives({});
        QCOMPARE(page.findChildren<RowButton *>().size(), 3);
    }

    void what_was_open_before_says_how_it_is() {
        StartPage page;
        page.resize(900, 700);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        RecentFile whole{.path = file("tree.cloop"), .imageSize = 700'000'000, .known = RecentFile::Known::whole};
        whole.size = QFileInfo(whole.path).size();
        whole.modified = QFileInfo(whole.path).lastModified();
        RecentFile changed = whole, gone = whole;
        changed.path = file("hurt.cloop");
        changed.size = 1;
        gone.path = file("gone.cloop");
        page.setRecent({whole, changed, gone});
        const auto said = [&](int row) { return page.findChildren<RowButton *>()[3 + row]->accessibleDescription(); };
        QVERIFY(said(2).contains("checked: whole"));
        QTRY_VERIFY(said(2).contains("no longer there"));
        QTRY_VERIFY(said(1).contains("changed since"));
        QVERIFY(said(0).contains("checked: whole"));
        QVERIFY(said(0).contains(path()));
        // Filled again, what was seen last is said at once.
        page.setRecent({gone});
        QTRY_COMPARE(page.findChildren<RowButton *>().size(), 4);
        QVERIFY(said(0).contains("no longer there"));
    }

    void the_keyboard_opens_and_removes_what_was_open_before() {
        RecentFiles recent;
        recent.clear();
        for (const char *name : {"hurt.cloop", "text.txt", "tree.cloop"}) recent.add(file(name));
        MainWindow window;
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto row = [&](int number) -> RowButton * {
            int at = 0;
            for (RowButton *button : window.startPage()->findChildren<RowButton *>())
                if (button->isVisible() && !button->toolTip().isEmpty() && at++ == number) return button;
            return nullptr;
        };
        QVERIFY(row(2) && !row(3));
        row(0)->setFocus();
        QTest::keyClick(row(0), Qt::Key_Down);
        QVERIFY(row(1)->hasFocus());
        QTest::keyClick(row(1), Qt::Key_Delete);
        QCOMPARE(recent.list().size(), 2);
        QTRY_VERIFY(!row(2));
        QVERIFY(row(1)->hasFocus());
        QCOMPARE(row(1)->text(), "hurt.cloop");
        const auto buttons = window.startPage()->findChildren<QToolButton *>();
        const auto forget = std::ranges::find_if(buttons, [](auto *button) { return button->accessibleName() == "Remove hurt.cloop from the list"; });
        QVERIFY(forget != buttons.end());
        QTest::mouseClick(*forget, Qt::LeftButton);
        QTRY_VERIFY(!row(1));
        QSignalSpy taken(&window, &MainWindow::taken);
        QTest::keyClick(row(0), Qt::Key_Return);
        QVERIFY(taken.wait(30'000));
        QVERIFY(window.inspectPage()->isVisible());
    }

    void the_end_of_a_job_is_notified_where_nobody_looks_data() {
        QTest::addColumn<bool>("isInFront");
        QTest::addColumn<QStringList>("told");
        QTest::newRow("behind") << false << QStringList{"Check tree.cloop"};
        QTest::newRow("in front") << true << QStringList();
    }
    void the_end_of_a_job_is_notified_where_nobody_looks() {
        QFETCH(bool, isInFront);
        QFETCH(QStringList, told);
        Notifications desktop;
        QDBusConnection bus = QDBusConnection::sessionBus();
        QVERIFY(bus.registerObject("/org/freedesktop/Notifications", &desktop, QDBusConnection::ExportAllSlots));
        QVERIFY(bus.registerService("org.freedesktop.Notifications"));
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.cloop"));
        QApplication::setActiveWindow(isInFront ? &window : nullptr);
        QSignalSpy ended(window.inspectPage(), &InspectPage::scanEnded);
        window.inspectPage()->startScan();
        QVERIFY(ended.wait(30'000));
        QTRY_VERIFY(!window.queue().isBusy());
        // Messages arrive in order.
        notify("the last", "");
        QTRY_VERIFY(desktop.told.contains("the last"));
        bus.unregisterService("org.freedesktop.Notifications");
        bus.unregisterObject("/org/freedesktop/Notifications");
        QCOMPARE(desktop.told, told + QStringList{"the last"});
    }

    void a_drop_on_the_patterns_is_one_on_the_window() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree"));
        auto *patterns = window.buildPage()->findChild<QPlainTextEdit *>();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file("tree.cloop"))});
        QSignalSpy taken(&window, &MainWindow::taken);
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(patterns->viewport(), &enter);
        QDropEvent dropped(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(patterns->viewport(), &dropped);
        QVERIFY(taken.wait(30'000));
        QVERIFY(window.inspectPage()->isVisible());
        QCOMPARE(patterns->toPlainText(), QString());
    }

    void what_is_missing_for_a_mount_is_told_with_the_command_to_copy() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "mixed.cloop"));
        // On this bus is no service.
        emit window.startPage()->mountWanted(file("mixed.cloop"));
        QTRY_VERIFY2(window.messages()->said().contains("Install it: apt install cloop-helper."), qPrintable(window.messages()->said()));
        QGuiApplication::clipboard()->clear();
        const auto buttons = window.messages()->findChildren<QPushButton *>();
        (*std::ranges::find(buttons, "Copy the command", &QPushButton::text))->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), "sudo apt install cloop-helper");
    }

    void what_a_check_found_is_told_where_the_image_is_offered_again() {
        MainWindow window;
        window.show();
        for (const char *name : {"hurt.cloop", "tree.cloop"}) {
            QVERIFY(take(window, name));
            QVERIFY(RecentFiles().list()[0].known == RecentFile::Known::unchecked);
            QSignalSpy ended(window.inspectPage(), &InspectPage::scanEnded);
            window.inspectPage()->startScan();
            QVERIFY(ended.wait(30'000));
        }
        const auto files = RecentFiles().list();
        QVERIFY(files[0].known == RecentFile::Known::whole);
        QVERIFY(files[1].known == RecentFile::Known::damaged);
        qint64 damaged = 0;
        for (const auto &range : json(cloop({"verify", "hurt.cloop", "--json"}))["damaged_ranges"].toArray())
            damaged += range.toObject()["last_block"].toInt() - range.toObject()["first_block"].toInt() + 1;
        QCOMPARE(files[1].damagedBlocks, damaged);
        QCOMPARE(files[0].imageSize, QFileInfo(file("tree.cloop")).size());
        RecentFiles().clear();
    }

    void the_file_menu_opens_what_was_open_before() {
        RecentFiles().clear();
        RecentFiles().add(file("tree.cloop"));
        MainWindow window;
        window.show();
        QMenu *menu = window.menuBar()->actions().first()->menu();
        emit menu->aboutToShow();
        QMenu *recent = nullptr, *discs = nullptr;
        for (QAction *action : menu->actions()) {
            if (action->text() == "Open &recent") recent = action->menu();
            if (action->text() == "Open &disc") discs = action->menu();
        }
        QVERIFY(recent && discs);
        QVERIFY(recent->isEnabled());
        emit recent->aboutToShow();
        QCOMPARE(recent->actions().size(), 3);
        QSignalSpy taken(&window, &MainWindow::taken);
        recent->actions().first()->trigger();
        QVERIFY(taken.wait(30'000));
        QVERIFY(window.inspectPage()->isVisible());
        recent->actions().last()->trigger();
        QVERIFY(RecentFiles().list().isEmpty());
        emit menu->aboutToShow();
        QVERIFY(!recent->isEnabled());
    }

    void the_start_page_needs_no_large_screen() {
        StartPage page;
        page.setRecent(QList<RecentFile>(10, {.path = file("tree.cloop")}));
        QVERIFY(page.minimumSizeHint().height() < 200);
        page.resize(400, 300);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QVERIFY(page.widget()->height() > page.viewport()->height());
        QCOMPARE(page.widget()->width(), page.viewport()->width());
        MainWindow window;
        QVERIFY(window.width() <= window.screen()->availableSize().width());
        QVERIFY(window.height() < window.screen()->availableSize().height());
    }

    void an_image_that_is_dropped_is_opened_and_mapped() {
        MainWindow window;
        window.show();
        QVERIFY(drop(window, "tree.cloop"));
        QVERIFY(window.inspectPage()->isVisible());
        QVERIFY(window.windowTitle().startsWith("tree.cloop"));
        MapView *map = window.inspectPage()->map();
        QCOMPARE(map->cells().size(), window.inspectPage()->opened().image->block_count());
        QVERIFY(map->accessibleDescription().contains("0 damaged"));
        QCOMPARE(window.messages()->said(), QString());
    }

    void rubbish_is_named_in_the_window() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "nothing.cloop"));
        QVERIFY2(window.messages()->said().contains("nothing.cloop"), qPrintable(window.messages()->said()));
        QVERIFY(window.startPage()->isVisible());
        QVERIFY(!drop(window, {QUrl("https://example.org/x.cloop")}));
        QVERIFY(!window.messages()->said().isEmpty());
        // The program continues.
        QVERIFY(take(window, "tree.cloop"));
        QVERIFY(window.inspectPage()->isVisible());
        QCOMPARE(window.messages()->said(), QString());
    }

    void a_drive_that_may_not_be_read_is_named_in_one_sentence() {
        // It lies where drives do, and nobody may read it.
        QTemporaryFile drive("/dev/shm/drive-XXXXXX");
        QVERIFY(drive.open() && !drive.fileName().isEmpty() && drive.setPermissions({}));
        MainWindow window;
        window.show();
        QSignalSpy taken(&window, &MainWindow::taken);
        // Root may read everything, so for a moment this is nobody.
        const bool isRoot = ::geteuid() == 0;
        if (isRoot) QCOMPARE(::seteuid(65534), 0);
        window.take(drive.fileName());
        const bool isTaken = taken.wait(30'000);
        if (isRoot) QCOMPARE(::seteuid(0), 0);
        QVERIFY(isTaken);
        const QString said = window.messages()->said();
        QVERIFY2(said.startsWith(drive.fileName() + " can't be read, because you have no right"), qPrintable(said));
        QCOMPARE(said.count(". "), 0);
        QVERIFY(window.startPage()->isVisible());
    }

    void keys_and_mouse_choose_blocks() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.cloop"));
        MapView *map = window.inspectPage()->map();
        QTest::keyClick(map, Qt::Key_End);
        QCOMPARE(map->chosen().last, map->cells().size());
        QTest::keyClick(map, Qt::Key_Escape);
        QTest::keyClick(map, Qt::Key_Right);
        QCOMPARE(map->chosen().first, std::size_t(0));
        QTest::keyClick(map, Qt::Key_Home);
        QCOMPARE(map->chosen().first, std::size_t(0));
        const std::size_t one = map->chosen().last;
        QTest::keyClick(map, Qt::Key_Right);
        QCOMPARE(map->chosen().first, one);
        QTest::keyClick(map, Qt::Key_End);
        QCOMPARE(map->chosen().last, map->cells().size());
        QTest::keyClick(map, Qt::Key_Escape);
        QCOMPARE(map->chosen().first, map->chosen().last);
        QTest::mouseClick(map->viewport(), Qt::LeftButton, Qt::NoModifier, QPoint(3, 3));
        QCOMPARE(map->chosen().first, std::size_t(0));
        QVERIFY(map->fitsAll());
        QTest::keyClick(map, Qt::Key_Plus);
        QVERIFY(!map->fitsAll());
        QTest::keyClick(map, Qt::Key_0);
        QVERIFY(map->fitsAll());
    }

    void each_key_of_the_map_does_what_it_says_data() {
        using Holds = std::function<bool(MapView &, std::ptrdiff_t)>;
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<Holds>("holds");  // of the map, and how many blocks further the choice is
        const auto add = [](const char *name, Qt::Key key, const Holds &holds, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
            QTest::newRow(name) << key << modifiers << holds;
        };
        const auto isBadNow = [](MapView &map) { return isBad(map.cells()[map.chosen().first].state); };
        add("Left", Qt::Key_Left, [](MapView &, std::ptrdiff_t moved) { return moved == -1; });
        add("Up", Qt::Key_Up, [](MapView &map, std::ptrdiff_t moved) {
            QTest::keyClick(&map, Qt::Key_Down);
            return moved < -1 && map.chosen().first == 300;
        });
        add("Down", Qt::Key_Down, [](MapView &map, std::ptrdiff_t moved) {
            QTest::keyClick(&map, Qt::Key_Up);
            return moved > 1 && map.chosen().first == 300;
        });
        const auto row = [](MapView &map) {
            map.choose(300, 301);
            QTest::keyClick(&map, Qt::Key_Down);
            return static_cast<std::ptrdiff_t>(map.chosen().first) - 300;
        };
        add("Page up", Qt::Key_PageUp, [row](MapView &map, std::ptrdiff_t moved) { return moved < -row(map); });
        add("Page down", Qt::Key_PageDown, [row](MapView &map, std::ptrdiff_t moved) { return moved > row(map); });
        add("N", Qt::Key_N, [isBadNow](MapView &map, std::ptrdiff_t moved) { return moved > 0 && isBadNow(map); });
        add("Shift+N", Qt::Key_N, [isBadNow](MapView &map, std::ptrdiff_t moved) { return moved < 0 && isBadNow(map); }, Qt::ShiftModifier);
        add("Minus", Qt::Key_Minus, [](MapView &map, std::ptrdiff_t moved) {
            const QImage nearer = map.grab().toImage();
            QTest::keyClick(&map, Qt::Key_Plus);
            return moved == 0 && map.grab().toImage() != nearer;
        });
        add("Enter", Qt::Key_Return, [](MapView &, std::ptrdiff_t moved) { return moved == 0; });
    }
    void each_key_of_the_map_does_what_it_says() {
        QFETCH(Qt::Key, key);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        using Holds = std::function<bool(MapView &, std::ptrdiff_t)>;
        QFETCH(Holds, holds);
        MainWindow window;
        window.show();
        QVERIFY(take(window, "hurt.cloop"));
        QSignalSpy ended(window.inspectPage(), &InspectPage::scanEnded);
        window.inspectPage()->startScan();
        QVERIFY(ended.wait(30'000));
        MapView *map = window.inspectPage()->map();
        map->zoom(1);
        map->choose(300, 301);
        QSignalSpy inspector(map, &MapView::inspectorWanted);
        QTest::keyClick(map, key, modifiers);
        QCOMPARE(inspector.size(), key == Qt::Key_Return ? 1 : 0);
        QVERIFY(holds(*map, static_cast<std::ptrdiff_t>(map->chosen().first) - 300));
    }

    void the_spiral_takes_the_same_keys_as_the_map_data() {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<std::ptrdiff_t>("least");  // how many blocks further the choice is
        QTest::addColumn<std::ptrdiff_t>("most");
        constexpr std::ptrdiff_t any = 100'000;
        const auto add = [](const char *name, Qt::Key key, std::ptrdiff_t least, std::ptrdiff_t most, Qt::KeyboardModifiers modifiers = {}) {
            QTest::newRow(name) << key << modifiers << least << most;
        };
        add("Left", Qt::Key_Left, -1, -1);
        add("Right", Qt::Key_Right, 1, 1);
        add("Up", Qt::Key_Up, -60, -2);
        add("Down", Qt::Key_Down, 2, 60);
        add("Page up", Qt::Key_PageUp, -any, -10);
        add("Page down", Qt::Key_PageDown, 10, any);
        add("Home", Qt::Key_Home, -300, -300);
        add("End", Qt::Key_End, 100, any);
        add("N", Qt::Key_N, 1, any);
        add("Shift+N", Qt::Key_N, -any, -1, Qt::ShiftModifier);
        add("Enter", Qt::Key_Return, 0, 0);
        add("Plus", Qt::Key_Plus, 0, 0);
    }
    void the_spiral_takes_the_same_keys_as_the_map() {
        QFETCH(Qt::Key, key);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        QFETCH(std::ptrdiff_t, least);
        QFETCH(std::ptrdiff_t, most);
        MainWindow window;
        window.show();
        QVERIFY(take(window, "hurt.cloop"));
        QSignalSpy ended(window.inspectPage(), &InspectPage::scanEnded);
        window.inspectPage()->startScan();
        QVERIFY(ended.wait(30'000));
        MapPanel *panel = window.inspectPage()->mapPanel();
        window.inspectPage()->showView(panel);
        for (auto *button : panel->findChildren<QToolButton *>())
            if (button->isCheckable()) button->click();
        auto *spiral = panel->findChild<SpiralView *>();
        QVERIFY(spiral->isVisible());
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        panel->setFocus();
        QVERIFY(spiral->hasFocus());
        MapView *map = panel->map();
        map->choose(300, 301);
        QSignalSpy inspector(map, &MapView::inspectorWanted);
        QTest::keyClick(spiral, key, modifiers);
        const std::ptrdiff_t moved = static_cast<std::ptrdiff_t>(map->chosen().first) - 300;
        QVERIFY2(moved >= least && moved <= most, qPrintable(QString::number(moved)));
        QCOMPARE(map->chosen().count(), std::size_t(1));
        QCOMPARE(inspector.size(), key == Qt::Key_Return ? 1 : 0);
        if (key == Qt::Key_N) QVERIFY(isBad(map->cells()[map->chosen().first].state));
        // A screen reader hears where it is.
        QCOMPARE(spiral->accessibleName(), "The image as a spiral on a disc");
        QVERIFY2(spiral->accessibleDescription().startsWith(QString("Block %1, ").arg(QLocale().toString(qulonglong(map->chosen().first)))),
                 qPrintable(spiral->accessibleDescription()));
    }

    void where_nothing_can_be_proved_the_window_says_so_data() {
        QTest::addColumn<QString>("codec");
        QTest::newRow("lz4") << "lz4";
        QTest::newRow("none") << "none";
    }
    void where_nothing_can_be_proved_the_window_says_so() {
        QFETCH(QString, codec);
        QFile::remove(file("unproved.cloop"));
        QCOMPARE(cloop({"create", "tree", "unproved.cloop", "-f", "v4", "-c", codec}).status, 0);
        MainWindow window;
        window.show();
        QVERIFY(take(window, "unproved.cloop"));
        QSignalSpy ended(window.inspectPage(), &InspectPage::scanEnded);
        window.inspectPage()->startScan();
        QVERIFY(ended.wait(30'000));
        const QString number = QLocale().toString(window.inspectPage()->map()->cells().counts()[std::size_t(BlockState::unverifiable)]);
        QVERIFY(number != "0");
        QCOMPARE(window.inspectPage()->header()->chip()->text(), QString("cannot tell: no check in %1 block(s)").arg(number));
        QCOMPARE(window.inspectPage()->damage()->headline(), "No damage was found.");
        const auto *legend = window.inspectPage()->findChild<MapLegend *>();
        QVERIFY2(legend->accessibleName().contains(number + " unverifiable"), qPrintable(legend->accessibleName()));
    }

    void a_check_names_exactly_the_damage() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "hurt.cloop"));
        InspectPage *page = window.inspectPage();
        QSignalSpy ended(page, &InspectPage::scanEnded);
        page->startScan();
        QVERIFY(ended.wait(30'000));
        // The command gives the same result.
        QSet<int> expected, shown;
        for (const auto &range : json(cloop({"verify", "hurt.cloop", "--json"}))["damaged_ranges"].toArray())
            for (int block = range.toObject()["first_block"].toInt(); block <= range.toObject()["last_block"].toInt(); ++block) expected << block;
        for (std::size_t block = 0; block < page->map()->cells().size(); ++block)
            if (isBad(page->map()->cells()[block].state)) shown << int(block);
        QVERIFY(expected.size() >= 3);
        QCOMPARE(shown, expected);
        QVERIFY(page->damage()->isVisible());
        QVERIFY(page->damage()->model()->rowCount() > 0);
        QVERIFY(page->map()->chooseNextBad());
        QVERIFY(expected.contains(int(page->map()->chosen().first)));
    }

    void a_check_stops_at_once() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.cloop"));
        QSignalSpy ended(window.inspectPage(), &InspectPage::scanEnded);
        window.inspectPage()->startScan();
        window.inspectPage()->cancelScan();
        QVERIFY(!ended.isEmpty() || ended.wait(10'000));
        QVERIFY(!window.inspectPage()->isScanning());
    }

    void a_folder_that_is_dropped_becomes_an_image() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree"));
        BuildPage *page = window.buildPage();
        QVERIFY(page->isVisible());
        QCOMPARE(page->output(), file("tree-2.cloop"));
        // Dropping it again restarts the estimate.
        page->setSource(file("tree"));
        page->choices()->setOutput(file("built.cloop"));
        QSignalSpy estimated(page, &BuildPage::estimated);
        QVERIFY(estimated.wait(20'000));
        QSignalSpy built(page, &BuildPage::built);
        page->start();
        QVERIFY(built.wait(60'000));
        QVERIFY(test::read_file(file("built.cloop")).startsWith("#!/bin/sh\n#V2.0"));
        QCOMPARE(cloop({"cat", "built.cloop", "/file4"}).out, test::read_file(file("tree/file4")));
        QCOMPARE(page->map()->cells().size(), std::size_t(json(cloop({"info", "built.cloop", "--json"}))["blocks"].toInt()));
        QFile::remove(file("built.cloop"));
    }

    void a_part_of_an_archive_that_is_dropped_becomes_an_image_of_all() {
        const QByteArray tar = test::run("tar", {"-cf", "-", "-C", file("tree"), "file4"}).out;
        QVERIFY(!tar.isEmpty());
        for (const int part : {0, 1})
            QVERIFY(test::write_file(file("packed.tar.00") + QString::number(part + 1), part ? tar.mid(tar.size() / 2) : tar.left(tar.size() / 2)));
        MainWindow window;
        window.show();
        QVERIFY(take(window, "packed.tar.002"));
        BuildPage *page = window.buildPage();
        QVERIFY(page->isVisible());
        QCOMPARE(page->output(), file("packed.cloop"));
        QSignalSpy built(page, &BuildPage::built);
        page->start();
        QVERIFY(built.wait(60'000));
        QCOMPARE(cloop({"cat", "packed.cloop", "/file4"}).out, test::read_file(file("tree/file4")));
        for (const char *name : {"packed.tar.001", "packed.tar.002", "packed.cloop"}) QFile::remove(file(name));
    }

    void a_build_that_is_stopped_leaves_nothing() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree"));
        BuildPage *page = window.buildPage();
        page->choices()->setOutput(file("stopped.cloop"));
        page->choices()->setPreset(2);
        page->start();
        page->job()->setPaused(true);
        QTest::qWait(300);
        page->job()->cancel();
        QTRY_VERIFY(!page->isBuilding());
        QVERIFY(!QFile::exists(file("stopped.cloop")));
        QCOMPARE(strays(), QStringList());
    }

    void the_window_comes_back_as_it_was_left() {
        QSettings().clear();
        const auto listsOf = [](const InspectPage *page) {
            QList<QHeaderView *> headers{page->files()->findChild<QTreeView *>()->header(),
                                         page->blocks()->findChild<QTableView *>()->horizontalHeader()};
            for (const auto *list : page->damage()->findChildren<QTreeView *>()) headers << list->header();
            return headers;
        };
        QSize size;
        int details = 0;
        {
            MainWindow window;
            window.show();
            QVERIFY(take(window, "tree.cloop"));
            InspectPage *page = window.inspectPage();
            QVERIFY(page->files()->isVisible());
            for (QHeaderView *list : listsOf(page)) {
                QCOMPARE(list->visualIndex(2), 2);
                list->resizeSection(1, 333);
                list->moveSection(2, 1);
                list->actions()[1]->setChecked(false);
            }
            window.resize(1000, 600);
            size = window.size();
            QTest::qWait(20);
            auto *between = page->findChild<QSplitter *>();
            between->setSizes({600, 400});
            details = between->sizes()[1];
            for (auto *button : page->findChildren<QToolButton *>())
                if (button->text() == "&Blocks") button->click();
            QVERIFY(window.close());
        }
        MainWindow window;
        window.show();
        QCOMPARE(window.size(), size);
        QVERIFY(take(window, "tree.cloop"));
        InspectPage *page = window.inspectPage();
        QVERIFY(page->blocks()->isVisible());
        QCOMPARE(window.focusWidget(), page->blocks()->findChild<QTableView *>());
        QCOMPARE(page->findChild<QSplitter *>()->sizes()[1], details);
        for (const QHeaderView *list : listsOf(page)) {
            QCOMPARE(list->sectionSize(1), 333);
            QCOMPARE(list->visualIndex(2), 1);
            QVERIFY(list->isSectionHidden(2) && !list->isSectionHidden(1));
        }
        // What is damaged is shown first; the next image is shown as before.
        QByteArray bytes = test::read_file(file("tree.cloop"));
        QVERIFY(test::write_file(file("no-entry.cloop"), bytes.replace(136 + 8 * 60, 8, QByteArray(8, '\0'))));
        QVERIFY(take(window, "no-entry.cloop"));
        QVERIFY(page->damage()->isVisible());
        // Its list has the columns that were chosen, also when it was filled.
        QVERIFY(listsOf(page)[2]->isSectionHidden(2));
        QCOMPARE(listsOf(page)[2]->sectionSize(1), 333);
        QVERIFY(take(window, "tree.cloop"));
        QVERIFY(page->blocks()->isVisible());
    }

    void settings_of_another_version_do_no_harm_data() {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        QTest::newRow("a view that is gone") << "view" << QVariant("tree");
        QTest::newRow("a column of before") << "columns/Size" << QVariant(false);
        QTest::newRow("an order with columns that are gone") << "columns/files/order" << QVariant(QStringList{"Gone", "Rights", "Rights", "Name"});
        QTest::newRow("an order that is none") << "columns/files/order" << QVariant(7);
        QTest::newRow("no width") << "columns/files/Size/width" << QVariant("wide");
        QTest::newRow("a width of nothing") << "columns/files/Size/width" << QVariant(0);
        QTest::newRow("a width without end") << "columns/files/Size/width" << QVariant(2'000'000'000);
        QTest::newRow("no geometry") << "window" << QVariant(QByteArray("x"));
        QTest::newRow("no splitter") << "detailsSplitter" << QVariant(QByteArray("x"));
    }
    void settings_of_another_version_do_no_harm() {
        QFETCH(QString, key);
        QFETCH(QVariant, value);
        QSettings().clear();
        QSettings().setValue(key, value);
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.cloop"));
        const InspectPage *page = window.inspectPage();
        QVERIFY(page->files()->isVisible() && page->details()->width() > 100);
        const auto *header = page->files()->findChild<QTreeView *>()->header();
        QCOMPARE(header->visualIndex(ContentsModel::name), 0);
        QVERIFY(!header->isSectionHidden(ContentsModel::size));
        QVERIFY(header->sectionSize(ContentsModel::size) > 20 && header->sectionSize(ContentsModel::size) < 500);
        QVERIFY(window.width() > 500);
    }

    void what_stays_mounted_keeps_its_row() {
        const auto mounted = [&](const QString &name, const char *device) {
            return Attachment{.way = Way::fuse, .image = file(name).toStdString(), .device = device, .folders = {"/media/" + name.toStdString()},
                              .owner = ::getuid()};
        };
        std::vector<Attachment> list{mounted("one.cloop", "/dev/loop1"), mounted("two.cloop", "/dev/loop2")};
        std::mutex mutex;
        MainWindow window([&] {
            const std::lock_guard lock(mutex);
            return list;
        });
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto *popover = window.findChild<MountsPopover *>();
        const auto rows = [&] { return popover->findChildren<MountedRow *>(); };
        QTRY_COMPARE(rows().size(), 2);
        for (auto *button : window.findChildren<QToolButton *>())
            if (button->text().startsWith("Mounted")) button->click();
        QVERIFY(popover->isVisible());
        MountedRow *second = rows()[1];
        auto *eject = second->findChildren<QToolButton *>()[1];
        eject->setFocus();
        // Another one comes before it, and the first goes.
        {
            const std::lock_guard lock(mutex);
            list[0] = mounted("zero.cloop", "/dev/loop0");
            list[1].folders = {"/media/elsewhere"};
        }
        window.mounts().mount(file("nothing.cloop"));
        QTRY_VERIFY(std::ranges::any_of(popover->findChildren<QLabel *>(), [](const QLabel *label) { return label->text().contains("elsewhere"); }));
        QTRY_COMPARE(rows().size(), 2);
        QVERIFY(rows().contains(second) && eject->hasFocus());
        for (const MountedRow *row : rows()) QVERIFY(row == second || row->y() < second->y());
        // The button that has the focus goes with its row.
        {
            const std::lock_guard lock(mutex);
            list.pop_back();
        }
        window.mounts().mount(file("nothing.cloop"));
        QTRY_COMPARE(rows().size(), 1);
        QVERIFY(popover->isAncestorOf(window.focusWidget()));
    }

    void every_control_has_a_name_data() {
        QTest::addColumn<bool>("isOpen");
        QTest::newRow("start page") << false;
        QTest::newRow("image") << true;
    }
    void every_control_has_a_name() {
        QFETCH(bool, isOpen);
        RecentFiles().add(file("tree.cloop"));
        MainWindow window;
        window.show();
        if (isOpen) QVERIFY(take(window, "tree.cloop"));
        for (const QWidget *widget : window.findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()) continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const auto *label = qobject_cast<const QLabel *>(widget);
            const bool hasName = (label && !label->text().isEmpty()) || !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            QVERIFY2(hasName, widget->metaObject()->className());
        }
    }
};

QTEST_MAIN(WindowTest)
#include "window_test.moc"
