// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/kept_columns.h"

#include "models/column.h"

#include <QAction>
#include <QHeaderView>
#include <QSettings>

namespace cloop::desktop {

namespace {

QString orderKey() { return QStringLiteral("order"); }
QString widthKey(const QString &column) { return column + QStringLiteral("/width"); }
QString shownKey(const QString &column) { return column + QStringLiteral("/shown"); }

/// Only what differs from the first value, so that a later version's first values hold where nobody chose.
template <class Value> void keep(QSettings &settings, const QString &key, const Value &value, const Value &first) {
    if (value == first) settings.remove(key);
    else settings.setValue(key, value);
}

} // namespace

KeptColumns::KeptColumns(QHeaderView &header, const QString &name)
    : header_(header), group_(QStringLiteral("columns/") + name), firstOrder_(order()) {
    header.setSectionsMovable(true);
    header.setFirstSectionMovable(false);
    header.setContextMenuPolicy(Qt::ActionsContextMenu);
    QSettings settings;
    settings.beginGroup(group_);
    int place = 1;
    for (const QString &key : settings.value(orderKey()).toStringList())
        if (const qsizetype column = firstOrder_.indexOf(key); column > 0) header.moveSection(header.visualIndex(static_cast<int>(column)), place++);
    for (int column = 0; column < header.count(); ++column) {
        firstWidths_.push_back(header.sectionSize(column));
        const int width = settings.value(widthKey(keyOf(column))).toInt();
        if (hasOwnWidth(column) && width >= header.minimumSectionSize()) header.resizeSection(column, width);
        if (column == 0) continue;
        auto *action = new QAction(header.model()->headerData(column, Qt::Horizontal).toString(), &header);
        action->setCheckable(true);
        QObject::connect(action, &QAction::toggled, &header, [&header, column](bool isShown) { header.setSectionHidden(column, !isShown); });
        action->setChecked(true);
        action->setChecked(settings.value(shownKey(keyOf(column)), isShownAtFirst(column)).toBool());
        header.addAction(action);
    }
}

KeptColumns::~KeptColumns() {
    QSettings settings;
    settings.beginGroup(group_);
    keep(settings, orderKey(), order(), firstOrder_);
    for (int column = 0; column < header_.count(); ++column) {
        const QString key = keyOf(column);
        if (column > 0) keep(settings, shownKey(key), !header_.isSectionHidden(column), isShownAtFirst(column));
        if (hasOwnWidth(column)) keep(settings, widthKey(key), header_.sectionSize(column), firstWidths_[static_cast<std::size_t>(column)]);
    }
}

QString KeptColumns::keyOf(int column) const { return header_.model()->headerData(column, Qt::Horizontal, keyRole).toString(); }

bool KeptColumns::isShownAtFirst(int column) const {
    const QVariant isShown = header_.model()->headerData(column, Qt::Horizontal, shownRole);
    return !isShown.isValid() || isShown.toBool();
}

/// Not where it is hidden, or takes what the others leave.
bool KeptColumns::hasOwnWidth(int column) const {
    if (header_.isSectionHidden(column) || header_.sectionResizeMode(column) != QHeaderView::Interactive) return false;
    if (!header_.stretchLastSection()) return true;
    int last = header_.count() - 1;
    while (last > 0 && header_.isSectionHidden(header_.logicalIndex(last))) --last;
    return header_.visualIndex(column) != last;
}

/// The keys of the columns, as they lie beside each other.
QStringList KeptColumns::order() const {
    QStringList keys;
    for (int place = 0; place < header_.count(); ++place) keys << keyOf(header_.logicalIndex(place));
    return keys;
}

} // namespace cloop::desktop
