// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/refilled_model.h"

#include "models/column.h"

#include <QCoreApplication>

namespace cloop::desktop {

void RefilledModel::setColumns(const QList<Head> &heads) {
    for (int column = 0; column < heads.size(); ++column) {
        auto *head = new QStandardItem(QCoreApplication::translate(metaObject()->className(), heads[column].name));
        head->setData(QLatin1String(heads[column].name), keyRole);
        head->setData(heads[column].widest, widestRole);
        head->setTextAlignment((heads[column].isTrailing ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
        setHorizontalHeaderItem(column, head);
    }
}

QVariant RefilledModel::data(const QModelIndex &index, int role) const {
    return role == Qt::TextAlignmentRole ? headerData(index.column(), Qt::Horizontal, role) : QStandardItemModel::data(index, role);
}

void RefilledModel::refill(const std::function<void()> &fill) {
    beginResetModel();
    {
        // clear() would take the columns too, and with them their widths and order in the views.
        const QSignalBlocker quiet(this);
        removeRows(0, rowCount());
        fill();
    }
    endResetModel();
}

} // namespace cloop::desktop
