// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a list as they were left: which are shown, how wide they are, and in which order.

#pragma once

#include <QString>

#include <vector>

class QHeaderView;

namespace cloop::desktop {

/// Each column but the first can be moved, and hidden in the header's menu. The destructor keeps in the settings what was changed, each under the
/// column's key (see models/column.h), so that settings of a version with other columns do no harm.
class KeptColumns final {
public:
    /// Pre: the header, which outlives this, has its model and its first widths. `name`: of the list in the settings.
    KeptColumns(QHeaderView &header, const QString &name);
    ~KeptColumns();
    KeptColumns(const KeptColumns &) = delete;
    KeptColumns &operator=(const KeptColumns &) = delete;

private:
    QString keyOf(int column) const;
    bool isShownAtFirst(int column) const;
    bool hasOwnWidth(int column) const;
    QStringList order() const;

    QHeaderView &header_;
    QString group_;
    std::vector<int> firstWidths_;
    QStringList firstOrder_;
};

} // namespace cloop::desktop
