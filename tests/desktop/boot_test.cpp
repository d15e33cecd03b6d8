// SPDX-License-Identifier: GPL-3.0-or-later
// Discs that boot, from the window: what is said of a root file system, and what becomes of it.

#include "support/window_folder.h"
#include "views/boot_choice.h"
#include "views/build_choices.h"
#include "views/build_page.h"
#include "views/source_choices.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace cloop;
using namespace cloop::desktop;

class BootTest : public QObject, protected test::WindowFolder {
    Q_OBJECT

    bool put(const QString &path, const QByteArray &bytes) const {
        return QDir().mkpath(QFileInfo(file(path)).path()) && test::write_file(file(path), bytes);
    }

    static QString wordsOf(const QWidget *widget) {
        QString all;
        for (const auto *label : widget->findChildren<QLabel *>())
            if (label->isVisible()) all += label->text().remove(QChar(0x200B)) + '\n';
        return all;
    }

    static QPushButton *button(QWidget *page, const QString &text) {
        for (auto *found : page->findChildren<QPushButton *>())
            if (found->text().remove('&') == text) return found;
        return nullptr;
    }

public:
    BootTest() : WindowFolder(BIN_DIR, VECTORS) {}

private slots:
    void initTestCase() {
        const QString modules = "root/usr/lib/modules/1.0";
        QVERIFY(put("root/boot/vmlinuz-1.0", QByteArray(30'000, 'k')) && put(modules + "/modules.dep", "kernel/fs/erofs/erofs.ko:\n") &&
                put(modules + "/modules.builtin", "kernel/fs/overlayfs/overlay.ko\nkernel/drivers/block/loop.ko\n") &&
                put(modules + "/kernel/fs/erofs/erofs.ko", QByteArray(5000, 'm')) && put("root/usr/sbin/init", "#!/bin/sh\n") &&
                put("root/etc/machine-id", "secret\n") && put("export/bin/bash", "#!/bin/sh\n"));
        QVERIFY(make_tree());
        QCOMPARE(cloop({"create", "tree", "tree.cloop"}).status, 0);
    }

    void a_drop_and_two_clicks_make_a_disc_that_boots() {
        MainWindow window;
        window.show();
        QVERIFY(drop(window, "root"));
        BuildPage *page = window.buildPage();
        BootChoice *boot = page->choices()->boot();
        QVERIFY(boot->isVisible() && !boot->isChosen() && boot->isPossible());
        QCOMPARE(page->output(), file("root.cloop"));
        QTest::mouseClick(boot->findChild<QCheckBox *>(), Qt::LeftButton, {}, QPoint(10, 10));
        QVERIFY(boot->isChosen());
        QTRY_VERIFY(boot->isPossible());
        const QString words = wordsOf(boot);
        QVERIFY2(words.contains("Kernel 1.0 starts") && words.contains("stays at home: /etc/machine-id."), qPrintable(words));
        QCOMPARE(page->output(), file("root.iso"));
        QSignalSpy built(page, &BuildPage::built);
        QTest::mouseClick(button(page, "Build"), Qt::LeftButton);
        QVERIFY(built.wait(60'000));
        QVERIFY(built[0][1].toBool());
        const QString result = wordsOf(page);
        QVERIFY2(result.contains("Starts kernel 1.0 by BIOS and UEFI. Secure Boot must be off."), qPrintable(result));
        QVERIFY2(result.contains("the disc has"), qPrintable(result));
        QVERIFY(button(page, "Try it in a window")->isVisible());
        // Those without an icon would be lower, and stand out of line.
        for (const char *text : {"Copy SHA-256 of the image", "Write to a stick…", "Try it in a window"})
            QCOMPARE(button(page, text)->height(), button(page, "Show in folder")->height());
        const QByteArray report = test::run("xorriso", {"-indev", file("root.iso"), "-report_el_torito", "plain"}).out;
        QVERIFY2(report.contains("BIOS") && report.contains("UEFI"), report);
        QCOMPARE(cloop({"ls", "root.iso:/live/root.cloop", "/etc"}).out, QByteArray());
    }

    void what_can_not_start_is_said_and_not_built() {
        MainWindow window;
        window.show();
        QVERIFY(drop(window, "export"));
        BuildPage *page = window.buildPage();
        page->choices()->boot()->setChosen(true);
        QTRY_VERIFY(wordsOf(page->choices()->boot()).contains("has no kernel in /boot"));
        QVERIFY(!page->choices()->boot()->isPossible() && !button(page, "Build")->isEnabled());
        page->start();
        QVERIFY(!page->isBuilding());
        page->choices()->boot()->setChosen(false);
        QVERIFY(button(page, "Build")->isEnabled());
        QCOMPARE(page->output(), file("export.cloop"));
    }

    void the_choice_is_not_carried_to_the_next_source() {
        MainWindow window;
        window.show();
        QVERIFY(drop(window, "root"));
        BuildPage *page = window.buildPage();
        page->choices()->setSplit(650 << 20);
        page->choices()->boot()->setChosen(true);
        QVERIFY(!page->choices()->task().build.split);  // a disc is one file
        QVERIFY(!page->choices()->ofSource()->filesystemBox()->isEnabled());
        QVERIFY(drop(window, "export"));
        QVERIFY(!page->choices()->boot()->isChosen() && page->choices()->ofSource()->filesystemBox()->isEnabled());
        // Of a file nothing is made that boots.
        page->setSource(file("tree.cloop"));
        QVERIFY(page->choices()->boot()->isHidden());
    }
};

QTEST_MAIN(BootTest)
#include "boot_test.moc"
