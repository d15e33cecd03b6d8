// SPDX-License-Identifier: GPL-3.0-or-later
// A model whose rows are all made anew at once, while its columns stay.

#pragma once

#include <QStandardItemModel>

#include <functional>

namespace cloop::desktop {

/// Threads: the window's.
class RefilledModel : public QStandardItemModel {
    Q_OBJECT

protected:
    /// A column: its header in English, and a text as wide as any in it.
    struct Head {
        const char *name;
        QString widest;
        bool isTrailing = false;  ///< as in Column
    };

    explicit RefilledModel(QObject *parent) : QStandardItemModel(parent) {}

    /// The columns, with the roles of models/column.h. To be called in the constructor of the class whose tr() knows the headers.
    void setColumns(const QList<Head> &heads);

    /// Each column is aligned as its head.
    QVariant data(const QModelIndex &index, int role) const override;

    /// Calls `fill`, which appends the rows, when there are none any more. Views see one reset, in which their columns stay as they are.
    void refill(const std::function<void()> &fill);
};

} // namespace cloop::desktop
