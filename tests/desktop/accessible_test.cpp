// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen reader finds on each page, compared with what was read through by a person: tests/desktop/accessible/*.txt. After a change that is
// wanted, CLOOPSMITH_WRITE_ACCESSIBLE=1 writes them anew, to be read through again.

#include "support/window_folder.h"
#include "views/blocks_view.h"
#include "views/build_page.h"
#include "views/inspect_page.h"
#include "views/map_panel.h"
#include "views/map_view.h"
#include "views/module_dialog.h"

#include <QAccessible>
#include <QAccessibleInterface>
#include <QMetaEnum>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace cloop;
using namespace cloop::desktop;

class AccessibleTest : public QObject, protected test::WindowFolder {
    Q_OBJECT

    /// A line for each thing that is read out; places, numbers and times stand as signs.
    QString told(QAccessibleInterface *at, int depth = 0) const {
        if (!at || at->state().invisible) return {};
        QString lines;
        QString name = at->text(QAccessible::Name);
        if (name.isEmpty() && at->role() == QAccessible::EditableText) name = at->text(QAccessible::Value);
        const QString description = at->text(QAccessible::Description);
        const bool isSaid = !name.isEmpty() || !description.isEmpty() || at->state().focusable;
        if (isSaid)
            lines = QString(2 * depth, ' ') + QMetaEnum::fromType<QAccessible::Role>().valueToKey(at->role()) + ": " + name +
                    (description.isEmpty() ? QString() : " (" + description + ")") + "\n";
        // Rows of lists are data.
        if (!at->tableInterface())
            for (int i = 0; i < at->childCount(); ++i) lines += told(at->child(i), depth + isSaid);
        return lines;
    }

    QString plain(QString text) const {
        text.replace(path(), "FOLDER");
        text.replace(QRegularExpression("<[^>]*>"), " ");
        text.replace(QRegularExpression("[0-9][0-9.,:/]*( [AP]M)?"), "#");
        text.replace(QRegularExpression("# (bytes|[KMG]iB)"), "# SIZE");
        text.replace(QRegularExpression("a moment|about # (s|min|h)"), "TIME");
        return text.replace(QRegularExpression("[^\\S\\n]+(?=\\n)"), QString());
    }

    void compare(MainWindow &window, const char *page) const { compare(*window.centralWidget(), page); }
    void compare(QWidget &widget, const char *page) const {
        QTest::qWait(50);
        const QString found = plain(told(QAccessible::queryAccessibleInterface(&widget)));
        const QString name = QStringLiteral(SOURCE_DIR "/tests/desktop/accessible/%1.txt").arg(page);
        if (qEnvironmentVariableIsSet("CLOOPSMITH_WRITE_ACCESSIBLE")) QVERIFY(test::write_file(name, found.toUtf8()));
        QCOMPARE(found, QString::fromUtf8(test::read_file(name)));
    }

public:
    AccessibleTest() : WindowFolder(BIN_DIR, VECTORS) {}

private slots:
    void initTestCase() {
        QAccessible::setActive(true);
        forget_checks();
        QVERIFY(make_tree());
        QCOMPARE(cloop({"create", "tree", "tree.cloop", "-B", "4K"}).status, 0);
        QByteArray bytes = test::read_file(file("tree.cloop"));
        for (const int at : {200'000, 400'000}) bytes[at] = char(bytes[at] ^ 0x55);
        QVERIFY(test::write_file(file("hurt.cloop"), bytes));
    }

    void each_page_is_told_as_it_was_read_through() {
        MainWindow window;
        window.resize(1180, 740);
        window.show();
        QTest::qWait(300);
        compare(window, "start");
        QVERIFY(take(window, "tree"));
        QSignalSpy estimated(window.buildPage(), &BuildPage::estimated);
        QVERIFY(estimated.wait(40'000));
        compare(window, "build");
        QSignalSpy built(window.buildPage(), &BuildPage::built);
        window.buildPage()->start();
        QVERIFY(built.wait(30'000));
        compare(window, "built");
        QVERIFY(take(window, "hurt.cloop"));
        InspectPage *page = window.inspectPage();
        compare(window, "files");
        page->showView(page->mapPanel());
        page->map()->choose(3, 4);
        compare(window, "map");
        page->showView(page->blocks());
        compare(window, "blocks");
        QSignalSpy ended(page, &InspectPage::scanEnded);
        page->startScan();
        QVERIFY(ended.wait(30'000));
        compare(window, "damage");
    }

    void so_is_the_page_of_the_kernel_module() {
        const auto facts = [](const std::stop_token &) { return ModuleFacts{.kernel = "6.1", .version = "6.0", .missing = {"dkms"}}; };
        ModuleDialog dialog(nullptr, {facts, {}});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QSignalSpy shown(&dialog, &ModuleDialog::shown);
        dialog.show();
        QVERIFY(shown.wait(30'000));
        compare(dialog, "module");
    }
};

QTEST_MAIN(AccessibleTest)
#include "accessible_test.moc"
