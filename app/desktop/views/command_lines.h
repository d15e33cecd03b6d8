// SPDX-License-Identifier: GPL-3.0-or-later
// Lines to be typed in a terminal, with a button that copies them.

#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;

namespace cloop::desktop {

class CommandLines final : public QWidget {
    Q_OBJECT

public:
    explicit CommandLines(QWidget *parent = nullptr);

    /// Hidden where there are none.
    void setLines(const QStringList &lines);

private:
    QStringList lines_;
    QLabel *text_;
};

} // namespace cloop::desktop
