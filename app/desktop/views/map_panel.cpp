// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map_panel.h"

#include "views/looks.h"
#include "views/map_legend.h"
#include "views/map_view.h"
#include "views/spiral_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>

namespace cloop::desktop {

namespace {

constexpr std::size_t pageTurns = 5;  ///< of the spiral, by a page key

} // namespace

MapPanel::MapPanel(QWidget *parent)
    : QWidget(parent), map_(new MapView), spiral_(new SpiralView), pictures_(new QStackedWidget), legend_(new MapLegend), asSpiral_(new QToolButton) {
    legend_->setCounts({});
    setFocusProxy(map_);
    pictures_->addWidget(map_);
    pictures_->addWidget(spiral_);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(hair);
    foot->addWidget(legend_, 1);
    auto *direction = new QLabel(tr("First block top left, in rows"));
    direction->setFont(smallFont());
    makeQuiet(direction);
    foot->addWidget(direction, 0, Qt::AlignVCenter);
    const auto set = [&](QToolButton *button, const char *iconName, const QString &words) {
        button->setIcon(icon(iconName));
        button->setToolTip(words);
        button->setAccessibleName(words);
        button->setAutoRaise(true);
        foot->addWidget(button, 0, Qt::AlignVCenter);
        return button;
    };
    asSpiral_->setCheckable(true);
    set(asSpiral_, "spiral", tr("As a spiral, as on a disc"));
    QToolButton *out = set(new QToolButton, "zoom-out", tr("Zoom out")), *in = set(new QToolButton, "zoom-in", tr("Zoom in")),
                *fit = set(new QToolButton, "zoom-fit", tr("Fit the whole image"));
    connect(out, &QToolButton::clicked, this, [this] { map_->zoom(-1); });
    connect(in, &QToolButton::clicked, this, [this] { map_->zoom(1); });
    connect(fit, &QToolButton::clicked, map_, &MapView::fitAll);
    connect(asSpiral_, &QToolButton::toggled, this, [this, out, in, fit, direction](bool isSpiral) {
        pictures_->setCurrentWidget(isSpiral ? static_cast<QWidget *>(spiral_) : map_);
        setFocusProxy(pictures_->currentWidget());
        for (QWidget *one : {out, in, fit}) one->setEnabled(!isSpiral);
        direction->setText(isSpiral ? tr("From the inside to the edge, as a drive reads it") : tr("First block top left, in rows"));
    });
    connect(spiral_, &SpiralView::blockChosen, map_, [this](std::size_t block) { map_->choose(block, block + 1); });
    connect(map_, &MapView::chosenChanged, spiral_, [this] { spiral_->refresh(map_->chosen(), map_->accessibleDescription()); });
    spiral_->setPress(
        [this](const QKeyEvent &key, const SpiralSteps &steps) { return map_->press(key, steps.step, steps.turn, pageTurns * steps.turn); });
    spiral_->setDescriber([this](std::size_t first, std::size_t last) { return map_->describe(first, last); });
    setImage(nullptr);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(rhythm);
    column->addWidget(pictures_, 1);
    column->addLayout(foot);
}

void MapPanel::setScheme(MapScheme scheme) {
    map_->setScheme(scheme);
    spiral_->setScheme(scheme);
    legend_->setScheme(scheme);
}

void MapPanel::setImage(const BlockReader *image) {
    std::vector<std::uint64_t> ends;
    if (image) {
        ends.reserve(image->block_count());
        for (std::size_t block = 0; block < image->index().known_size(); ++block) {
            // A damaged entry leads anywhere: its block has no room on the spiral.
            const std::uint64_t before = ends.empty() ? 0 : ends.back();
            const bool isKnown = image->index().defect(block) == Defect::none;
            ends.push_back(isKnown ? std::max(before, image->index()[block].offset + image->index()[block].size) : before);
        }
    }
    asSpiral_->setVisible(!ends.empty());
    asSpiral_->setChecked(false);
    spiral_->setBlocks(image ? &map_->cells() : nullptr, std::move(ends));
}

void MapPanel::showCounts() {
    legend_->setCounts(map_->cells());
    spiral_->refresh(map_->chosen(), map_->accessibleDescription());
}

} // namespace cloop::desktop
