// SPDX-License-Identifier: GPL-3.0-or-later
// Describes one column of a table.

#pragma once

#include <QString>

namespace cloop::desktop {

/// `Row`: data of a table row. `Key`: sort key.
template <class Row, class Key> struct Column {
    const char *header;              ///< in English, for the model's tr()
    QString (*text)(const Row &);
    Key (*sortKey)(const Row &);
    QString (*widest)();             ///< a text as wide as any in the column
    bool isTrailing;                 ///< at the edge where lines end, as numbers are
    bool isShown = true;             ///< unless the user chose otherwise
};

/// Roles of headerData(): the `widest` of a column.
inline constexpr int widestRole = Qt::UserRole + 100;
inline constexpr int keyRole = widestRole + 1;    ///< its header in English: what settings keep
inline constexpr int shownRole = widestRole + 2;  ///< its `isShown`

} // namespace cloop::desktop
