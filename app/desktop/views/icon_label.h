// SPDX-License-Identifier: GPL-3.0-or-later
// An icon beside a text that says the same: nothing for a screen reader, nothing to click.

#pragma once

#include "views/looks.h"

#include <QWidget>

namespace cloop::desktop {

class IconLabel final : public QWidget {
public:
    /// `side`: in logical pixels.
    explicit IconLabel(int side, QWidget *parent = nullptr);

    /// An icon of our family, in the colour of the text; with a tone other than neutral in the tone's.
    void setIcon(const char *name, Tone tone = Tone::neutral);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QIcon icon_;
    Tone tone_ = Tone::neutral;
};

} // namespace cloop::desktop
