// SPDX-License-Identifier: GPL-3.0-or-later
// A line for the path to write to.

#pragma once

#include <QLineEdit>

namespace cloop::desktop {

/// In a sandbox a program may write only where its user let it in the desktop's dialog. So there the line can't be edited, and shows a name; what it
/// was set to is only a suggestion until ask().
class PathEdit final : public QLineEdit {
    Q_OBJECT

public:
    explicit PathEdit(QWidget *parent = nullptr);

    QString path() const { return isReadOnly() ? path_ : text(); }
    void setPath(const QString &path);

    /// Whether other files are to be written beside it.
    void setBeside(bool hasBeside) { hasBeside_ = hasBeside; }

    /// Whether it may be written to.
    bool isGiven() const;

    /// Asks for a path by the desktop's dialog. `filter`: as for QFileDialog. False: cancelled.
    bool choose(const QString &title, const QString &filter);

    /// The same where the path is not given yet.
    bool ask(const QString &title, const QString &filter) { return isGiven() || choose(title, filter); }

private:
    QString path_;
    bool hasBeside_ = false;
};

} // namespace cloop::desktop
