// SPDX-License-Identifier: GPL-3.0-or-later
// What belongs together, in a frame in the colour of how things stand.

#pragma once

#include "views/looks.h"

#include <QWidget>

class QVBoxLayout;

namespace cloop::desktop {

class Card final : public QWidget {
public:
    explicit Card(QWidget *parent = nullptr);

    void setTone(Tone tone);

    /// Of what is in it, from top to bottom.
    QVBoxLayout *column() const { return column_; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone tone_ = Tone::neutral;
    QVBoxLayout *column_;
};

} // namespace cloop::desktop
