// SPDX-License-Identifier: GPL-3.0-or-later
// All that is known of one column of a table, in one place.

#pragma once

#include <QString>

namespace cloop::desktop {

/// `Row`: what a row of the table is made from. `Key`: what rows are sorted by.
template <class Row, class Key> struct Column {
    const char *header;              ///< in English, for the model's tr()
    QString (*text)(const Row &);
    Key (*sortKey)(const Row &);
    QString (*widest)();             ///< a text as wide as any that comes
    bool isNumber;                   ///< numbers end at the same place
};

/// Role of headerData(): the `widest` of a column.
inline constexpr int widestRole = Qt::UserRole + 100;

} // namespace cloop::desktop
