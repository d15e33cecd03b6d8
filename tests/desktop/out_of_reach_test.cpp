// SPDX-License-Identifier: GPL-3.0-or-later
// The window where a network mount is gone: it waits for nothing that never answers.

#include "support/dead_mount.h"
#include "support/window_folder.h"
#include "views/ask_open.h"
#include "views/build_choices.h"
#include "views/build_page.h"
#include "views/inspect_page.h"
#include "views/message_bar.h"
#include "views/row_button.h"
#include "views/start_page.h"

#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace cloop;
using namespace cloop::desktop;

class OutOfReachTest : public QObject, protected test::WindowFolder {
    Q_OBJECT

    std::optional<test::DeadMount> dead_;

    QPushButton *shownButton(const QWidget *in, const QString &text) const {
        for (auto *button : in->findChildren<QPushButton *>())
            if (button->isVisible() && button->text().remove('&') == text) return button;
        return nullptr;
    }

    static bool says(const QWidget *in, const QString &text) {
        const auto labels = in->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
    }

public:
    OutOfReachTest() : WindowFolder(BIN_DIR, VECTORS) {}

private slots:
    void initTestCase() {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        QVERIFY(make_tree());
        QVERIFY(make_images());
        QVERIFY(QDir().mkdir(file("dead")));
    }

    void init() {
        if (::geteuid() != 0) QSKIP("a mount takes root");
        RecentFiles().clear();
        dead_.emplace(file("dead").toStdString());
        QVERIFY(dead_->is_there());
    }

    void cleanup() { dead_.reset(); }

    void what_hangs_while_it_is_opened_is_given_up() {
        MainWindow window;
        window.show();
        QSignalSpy taken(&window, &MainWindow::taken);
        window.take(file("dead/far.cloop"));
        QTRY_VERIFY(shownButton(window.messages(), "Stop"));
        QVERIFY(window.messages()->said().contains("far.cloop"));
        shownButton(window.messages(), "Stop")->click();
        QTRY_COMPARE(taken.size(), 1);
        QCOMPARE(window.messages()->said(), "far.cloop does not answer, and was given up.");
        // The window is free for what is near.
        QVERIFY(take(window, "tree.cloop"));
        QVERIFY(window.inspectPage()->isVisible());
        QCOMPARE(window.messages()->said(), QString());
    }

    void another_file_takes_the_place_of_what_hangs() {
        MainWindow window;
        window.show();
        window.take(file("dead/far.cloop"));
        QTRY_VERIFY(shownButton(window.messages(), "Stop"));
        QVERIFY(take(window, "tree.cloop"));
        QCOMPARE(window.inspectPage()->opened().path, file("tree.cloop"));
        // What answers too late changes nothing.
        dead_->end();
        QTest::qWait(200);
        QCOMPARE(window.inspectPage()->opened().path, file("tree.cloop"));
        QCOMPARE(window.messages()->said(), QString());
    }

    void the_window_closes_while_something_hangs() {
        auto window = std::make_unique<MainWindow>();
        window->show();
        window->take(file("dead/far.cloop"));
        QTest::qWait(50);
        QVERIFY(window->close());
        window.reset();
    }

    void what_was_open_before_is_shown_beside_what_hangs() {
        QVERIFY(test::write_file(file("near.cloop"), "x"));
        RecentFiles().add(file("near.cloop"));
        QVERIFY(QFile::remove(file("near.cloop")));
        StartPage page;
        page.resize(900, 700);
        page.show();
        page.setRecent({RecentFile{.path = file("dead/far.cloop"), .imageSize = 1}, RecentFiles().list().first()});
        const auto said = [&](int row) { return page.findChildren<RowButton *>()[3 + row]->accessibleDescription(); };
        QTRY_VERIFY(said(1).contains("no longer there"));
        QVERIFY(said(0).contains("not checked"));
    }

    void an_image_is_not_written_where_nobody_answers() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree"));
        BuildPage *page = window.buildPage();
        page->choices()->setOutput(file("dead/far"));
        QVERIFY(says(page, "This place does not answer.") && !shownButton(page, "Build")->isEnabled());
        page->start();
        QVERIFY(!page->isBuilding());
        page->choices()->setOutput(file("near.cloop"));
        QTRY_VERIFY(says(page, "are free") && shownButton(page, "Build")->isEnabled());
        // It answers after all.
        page->choices()->setOutput(file("dead/far"));
        QVERIFY(!shownButton(page, "Build")->isEnabled());
        dead_->end();
        QTRY_VERIFY(shownButton(page, "Build")->isEnabled() && !says(page, "does not answer"));
    }

    void a_chooser_begins_elsewhere_than_where_nobody_answers() {
        QSettings().setValue("folder", file("dead"));
        const QString folder = lastFolder();
        QVERIFY2(folder != file("dead") && QFileInfo(folder).isDir(), qPrintable(folder));
        QSettings().setValue("folder", path());
        QCOMPARE(lastFolder(), path());
    }
};

QTEST_MAIN(OutOfReachTest)
#include "out_of_reach_test.moc"
