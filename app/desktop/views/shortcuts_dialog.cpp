// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shortcuts_dialog.h"

#include "views/labels.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QMenu>
#include <QMenuBar>
#include <QVBoxLayout>

namespace cloop::desktop {

namespace {

QString shownKey(const QKeySequence &key) { return key.toString(QKeySequence::NativeText); }

} // namespace

ShortcutsDialog::ShortcutsDialog(const QMenuBar &menus, QWidget *parent) : QDialog(parent) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard shortcuts"));
    QList<std::pair<QString, QString>> rows;
    for (const QAction *menu : menus.actions())
        for (const QAction *action : menu->menu()->actions())
            if (!action->shortcut().isEmpty()) rows << std::pair{QString(action->text()).remove(QLatin1Char('&')), shownKey(action->shortcut())};
    const auto keys = [](std::initializer_list<Qt::Key> all) {
        QStringList names;
        for (const Qt::Key key : all) names << shownKey(QKeySequence(key));
        return names.join(QLatin1Char(' '));
    };
    const QList<std::pair<QString, QString>> map{
        {tr("Another block"),
         keys({Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down, Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Home, Qt::Key_End})},
        {tr("Next and previous damaged block"), keys({Qt::Key_N}) + QLatin1Char(' ') + shownKey(QKeySequence(Qt::SHIFT | Qt::Key_N))},
        {tr("Zoom in, out, the whole image"), keys({Qt::Key_Plus, Qt::Key_Minus, Qt::Key_0})},
        {tr("Zoom under the pointer"), tr("Ctrl and the wheel")},
        {tr("The block's details"), keys({Qt::Key_Return})},
        {tr("No block"), keys({Qt::Key_Escape})},
    };
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(apart, apart, apart, apart);
    column->setSpacing(rhythm);
    const auto add = [&](const QString &title, const QList<std::pair<QString, QString>> &list) {
        auto *table = textLabel();
        table->setText(factTable(list));
        column->addWidget(headline(title));
        column->addWidget(table);
        column->addSpacing(rhythm);
    };
    add(tr("In the window"), rows);
    add(tr("On the map"), map);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    column->addWidget(buttons);
    setMinimumWidth(440);
}

} // namespace cloop::desktop
