// SPDX-License-Identifier: GPL-3.0-or-later
// The one button of a page that goes on.

#pragma once

#include <QPushButton>

namespace cloop::desktop {

class AccentButton final : public QPushButton {
public:
    explicit AccentButton(const QString &text, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace cloop::desktop
