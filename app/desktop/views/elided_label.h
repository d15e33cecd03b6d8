// SPDX-License-Identifier: GPL-3.0-or-later
// A line of text that gives way: its middle is left out where there is no room.

#pragma once

#include <QLabel>

namespace cloop::desktop {

/// text() is always whole, for screen readers and the tooltip.
class ElidedLabel final : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace cloop::desktop
