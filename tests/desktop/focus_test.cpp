// SPDX-License-Identifier: GPL-3.0-or-later
// Tab leads through every control of each page, and each shows that it has the focus.

#include "support/window_folder.h"
#include "views/blocks_view.h"
#include "views/build_choices.h"
#include "views/build_page.h"
#include "views/damage_view.h"
#include "views/files_view.h"
#include "views/inspect_page.h"
#include "views/map_panel.h"
#include "views/map_view.h"
#include "views/message_bar.h"

#include <QAbstractButton>
#include <QApplication>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace cloop;
using namespace cloop::desktop;

class FocusTest : public QObject, protected test::WindowFolder {
    Q_OBJECT

    static QString nameOf(const QWidget *widget) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        return QStringLiteral("%1 “%2%3”").arg(widget->metaObject()->className(), widget->accessibleName(), button ? button->text() : QString());
    }

    /// What is seen of the widget and close around it.
    static QImage seen(const QWidget *widget) {
        const QRect place(widget->mapTo(widget->window(), QPoint()), widget->size());
        return widget->window()->grab(place.adjusted(-4, -4, 4, 4)).toImage();
    }

    /// Whether the widget, which has the focus, looks as without it.
    static bool hidesFocus(QWidget *widget) {
        const QImage with = seen(widget);
        widget->clearFocus();
        QCoreApplication::processEvents();
        const bool isSame = with == seen(widget);
        widget->setFocus(Qt::TabFocusReason);
        return isSame;
    }

    /// All that Tab has to reach: of radio buttons the chosen one alone.
    static QList<QWidget *> controls(const QWidget &window) {
        QList<QWidget *> controls;
        for (QWidget *widget : window.findChildren<QWidget *>()) {
            const auto *radio = qobject_cast<const QRadioButton *>(widget);
            if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible() || !widget->isEnabled() || widget->focusProxy()) continue;
            if (widget->window() == &window && (!radio || radio->isChecked())) controls << widget;
        }
        return controls;
    }

    /// What is wrong with the window as it is: empty, as it should be.
    static QStringList faults(QWidget &window) {
        QStringList faults;
        QList<QWidget *> reached;
        // Once around; a stop may hold several links.
        for (int presses = 0; presses < 300; ++presses) {
            QTest::keyClick(window.focusWidget() ? window.focusWidget() : &window, Qt::Key_Tab);
            QCoreApplication::processEvents();
            QWidget *at = window.focusWidget();
            if (!at) return {"Tab leads nowhere"};
            if (reached.size() > 1 && at == reached.first()) break;
            if (reached.contains(at)) continue;
            reached << at;
            if (hidesFocus(at)) faults << "not shown: " + nameOf(at);
        }
        for (QWidget *control : controls(window))
            if (!reached.contains(control)) faults << "not reached: " + nameOf(control);
        return faults;
    }

public:
    FocusTest() : WindowFolder(BIN_DIR, VECTORS) {}

private slots:
    void initTestCase() {
        QApplication::setCursorFlashTime(0);
        QVERIFY(make_tree());
        QVERIFY(make_images());
    }

    void init() { forget_checks(); }

    void tab_leads_through_every_page_data() {
        QTest::addColumn<QString>("page");
        for (const char *page : {"start", "files", "map", "spiral", "blocks", "damage by file", "damage by block", "a chosen file", "chosen blocks",
                                 "jobs", "build", "all choices", "built", "failed"})
            QTest::newRow(page) << page;
    }
    void tab_leads_through_every_page() {
        QFETCH(QString, page);
        RecentFiles().clear();
        RecentFiles().add(file("tree.cloop"));
        MainWindow window;
        window.resize(1024, 600);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        InspectPage *image = window.inspectPage();
        BuildPage *build = window.buildPage();
        const QStringList ofImages{"files", "map", "spiral", "blocks", "damage by file", "damage by block", "a chosen file", "chosen blocks", "jobs"};
        if (ofImages.contains(page)) {
            QVERIFY(take(window, "hurt.cloop"));
            if (page.startsWith("damage") || page == "jobs") {
                QSignalSpy ended(image, &InspectPage::scanEnded);
                image->startScan();
                QVERIFY(ended.wait(30'000));
            }
            image->showView(page == "map" || page == "spiral" || page == "chosen blocks" ? static_cast<QWidget *>(image->mapPanel())
                            : page == "blocks"                                           ? static_cast<QWidget *>(image->blocks())
                            : page.startsWith("damage")                                  ? static_cast<QWidget *>(image->damage())
                                                                                         : image->files());
            for (auto *button : image->mapPanel()->findChildren<QToolButton *>())
                if (page == "spiral" && button->isCheckable()) button->click();
            if (page == "a chosen file") image->files()->choose(*image->opened().filesystem->find("/sub/file3"));
            if (page == "chosen blocks") image->map()->choose(3, 60);
            for (auto *button : window.findChildren<QToolButton *>())
                if (page == "jobs" && button->text() == "&Jobs") button->click();
            for (auto *button : image->damage()->findChildren<QToolButton *>())
                if (page == "damage by block" && button->text() == "By bloc&k") button->click();
        } else if (page != "start") {
            QVERIFY(take(window, "tree"));
            if (page == "all choices") {
                build->choices()->setPreset(BuildChoices::custom);
                for (auto *button : build->choices()->findChildren<QToolButton *>()) button->setChecked(true);
            }
            build->choices()->setOutput(page == "failed" ? "/proc/nowhere/x.cloop" : file("focus.cloop"));
            QSignalSpy built(build, &BuildPage::built), failed(build, &BuildPage::failed);
            if (page == "built" || page == "failed") build->start();
            if (page == "built") QVERIFY(built.wait(30'000));
            if (page == "failed") QVERIFY(!failed.isEmpty() || failed.wait(10'000));
            QFile::remove(file("focus.cloop"));
        }
        // What was opened is scrolled to first.
        QCoreApplication::processEvents();
        const QStringList found = faults(window);
        QVERIFY2(found.isEmpty(), qPrintable(found.join("\n")));
    }
};

QTEST_MAIN(FocusTest)
#include "focus_test.moc"
