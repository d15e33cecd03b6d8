// SPDX-License-Identifier: GPL-3.0-or-later
// Common labels and tables of the window.

#pragma once

#include "views/looks.h"

#include <QLabel>
#include <QList>
#include <QString>

#include <utility>

class QHeaderView;

namespace cloop::desktop {

/// The title of a part of a page.
QLabel *headline(const QString &text);

/// A label that wraps and whose text can be selected.
QLabel *textLabel();

/// Each label of the program stands at the edge where its line begins, or at the one where it ends, whatever the writing direction of its words, by
/// which Qt would go: a path in a window from right to left, or a name of another alphabet.
class LeadingLabels final : public QObject {
public:
    explicit LeadingLabels(QObject *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

/// The text with places to break a line within long words, such as sums and paths; to be shown, not to be copied.
QString breakable(const QString &text);

/// Names on the left, values on the right edge, in figures of one width: HTML for a label.
QString factTable(const QList<std::pair<QString, QString>> &rows);

/// Makes each column as wide as its header and the widest text of its model (see widestRole).
void fitColumns(QHeaderView &header, int padding);

} // namespace cloop::desktop
