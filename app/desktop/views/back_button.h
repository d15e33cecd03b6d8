// SPDX-License-Identifier: GPL-3.0-or-later
// The arrow that leads from a page back to the start page.

#pragma once

#include <QToolButton>

namespace cloop::desktop {

class BackButton final : public QToolButton {
    Q_OBJECT

public:
    explicit BackButton(QWidget *parent = nullptr);
};

} // namespace cloop::desktop
