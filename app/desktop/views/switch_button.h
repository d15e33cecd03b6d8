// SPDX-License-Identifier: GPL-3.0-or-later
// One of several buttons in a row, of which one is chosen.

#pragma once

#include <QToolButton>

namespace cloop::desktop {

/// The chosen one has a line below it in the accent's colour, which shows in every theme: a pressed look does not in dark ones.
class SwitchButton final : public QToolButton {
    Q_OBJECT

public:
    /// `iconName`: as for icon(); null for none.
    SwitchButton(const char *iconName, const QString &words, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace cloop::desktop
